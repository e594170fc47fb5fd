"""The ways to break the site: each with the one check that has to notice it.

A defect of the *built site* is an edit of one file of it, `(file, old, new, check)`; the check is one of those
that `make test` runs. A defect of the *sources*, `(file, old, new, command, words)`, is tried on a copy of the
project: the command of the builder has to say the words and stop, but for those WARNED of. A defect of another of
its FILES is an edit of a copy, and the check is given the path of that.
"""

import hashlib

from tests import (
    test_accessibility,
    test_keyboard,
    test_landmarks,
    test_language,
    test_links,
    test_narrow,
    test_policy,
    test_preferences,
    test_publishing,
    test_reflow,
    test_site,
    test_structured_data,
    test_validity,
)
from tests.site.validity.nu import invalid
from tests.site.validity.stylesheet import unknown_to

HISTORY, HISTORY_EN, STYLE = "historia/index.html", "en/history/index.html", "assets/site*.css"
SCRIPT = "assets/scripts/search*.js"
END = "</main>"

axe = test_accessibility.violations
links = test_links.test_no_link_is_broken_and_every_page_is_reached_from_home


def language(html):
    test_language.test_every_word_is_spelt_right_and_every_sign_and_claim_is_allowed(html)


def valid(path):
    return invalid([path])


def known_to_the_browser(page, css):
    unknown = unknown_to(lambda conditions: page.evaluate("all => all.map(one => CSS.supports(one))", conditions), css)
    return [text for text in unknown if text not in test_validity.UNKNOWN]


def policy(context, site, address):
    window = context()
    watch = test_policy.Watch(window, site.url)
    page = window.new_page()
    page.goto(address)
    return test_policy.breaches(page, watch)


def zizmor(path):
    return test_publishing.lint("zizmor", path).stdout if test_publishing.lint("zizmor", path).returncode else ""


def schema(path):
    return test_publishing.lint("schema", path).stdout if test_publishing.lint("schema", path).returncode else ""


def words(text: str, page: str = HISTORY, check=language) -> tuple:
    """Return the defect that `text` stands on a page."""
    return (page, END, f"<p>{text}</p>{END}", check)


BUILT = {
    "a misspelt Finnish word": words("Työnohjuas alkaa."),
    "a misspelt English word": words("The organisaton learns.", HISTORY_EN),
    "an American spelling": words("The color of work.", HISTORY_EN),
    "an English sentence on a Finnish page": words("Every meeting has a purpose."),
    "straight quotation marks in Finnish": words('Se on "työtä".'),
    "a hyphen in a range": words("Ryhmässä on 4-6 henkeä."),
    "a space that may break before a unit": words("Tapaaminen kestää 45 minuuttia."),
    "a date with noughts": words("Tarkistettu 01.01.2025."),
    "a word of yesterday": words("Esimies maksaa."),
    "an authority that has ceased": words("Valvira valvoo työtä."),
    "a promise": words("Takaamme tulokset."),
    "an id given twice": (HISTORY, END, f'<p id="x">a</p><p id="x">b</p>{END}', valid),
    "a list without items": (HISTORY, END, f"<ul><p>a</p></ul>{END}", valid),
    "a stylesheet that does not parse": (STYLE, "}", "}}", test_validity.test_the_stylesheet_has_no_parse_error),
    "a declaration that no browser knows": (STYLE, "}", "}main{colour:red}", known_to_the_browser),
    "a skip link that is gone": (
        HISTORY,
        "class=skip-link",
        "hidden class=skip-link",
        test_keyboard.skip_link_faults,
    ),
    "a focus that nobody sees": (
        STYLE,
        "}",
        "}:focus-visible{outline:0!important;box-shadow:none!important}",
        test_keyboard.focus_faults,
    ),
    "a target too small to hit": (
        STYLE,
        "}",
        "}.brand,.menu-open{width:9px!important;height:9px!important;overflow:hidden}",
        test_reflow.small_targets,
    ),
    "a text that its box cuts off": (
        STYLE,
        "}",
        "}html main p{height:40px;overflow:hidden}",
        test_reflow.clipped,
    ),
    "two landmarks of one name": (
        HISTORY,
        END,
        f'<nav aria-label="Polku"></nav><nav aria-label="Polku"></nav>{END}',
        test_landmarks.landmark_faults,
    ),
    "a foreign word in a wrong voice": (HISTORY, END, f"<p>work supervision</p>{END}", test_landmarks.language_faults),
    "something that moves": (
        STYLE,
        "}",
        "}main p{animation:a 9s infinite!important}@keyframes a{to{opacity:.9}}",
        test_preferences.moving,
    ),
    "a cookie": (SCRIPT, "", "document.cookie='a=1';", policy),
    "something stored in the browser": (SCRIPT, "", "localStorage.a=1;", policy),
    "a navigation on paper": (
        STYLE,
        "}",
        "}@media print{html body .next{display:block!important}}",
        test_preferences.unprintable,
    ),
    "a dead link": (HISTORY, END, f'<a href="../ei-ole/">Lähde</a>{END}', links),
    "an anchor that is not there": (
        HISTORY,
        END,
        f'<a href="../yhteys/#ei-ole">Yhteys</a>{END}',
        test_site.test_every_fragment_leads_to_an_element,
    ),
    "a link by no words": (
        HISTORY,
        END,
        f'<a href="../yhteys/">lue lisää</a>{END}',
        test_site.test_every_link_within_a_page_is_named_in_its_words,
    ),
    "a picture without a text": (HISTORY, END, f'<img src="../assets/images/mark.svg" width="9" height="9">{END}', axe),
    "a field without a label": (HISTORY, END, f'<input name="x">{END}', axe),
    "contrast below AA": (STYLE, "}", "}main p{color:#999}", axe),
    "contrast below AAA": (STYLE, "}", "}main p{color:#666}", axe),
    "the wrong language of a page": (
        HISTORY,
        "<html lang=fi",
        "<html lang=en",
        test_site.test_every_page_says_its_language,
    ),
    "an English word on a Finnish page": (
        HISTORY,
        END,
        f"<p>Read next</p>{END}",
        test_site.test_nothing_of_one_language_is_left_in_the_other,
    ),
    "a Finnish word on an English page": (
        HISTORY_EN,
        END,
        f"<p>työ ja elämä</p>{END}",
        test_site.test_nothing_of_one_language_is_left_in_the_other,
    ),
    "a script of another host": (
        HISTORY,
        "</head>",
        '<script src="https://example.com/a.js"></script></head>',
        test_site.test_no_page_asks_another_host_for_anything,
    ),
    "an inline script": (
        HISTORY,
        "</head>",
        "<script>1</script></head>",
        test_site.test_no_page_has_inline_script_or_style,
    ),
    "an inline style": (
        HISTORY,
        END,
        f'<p style="color:red">x</p>{END}',
        test_site.test_no_page_has_inline_script_or_style,
    ),
    "a lost policy": (
        HISTORY,
        "Content-Security-Policy",
        "Policy",
        test_site.test_the_policy_comes_right_after_the_charset_and_allows_nothing_inline,
    ),
    "a policy that allows inline styles": (
        HISTORY,
        "style-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        test_site.test_the_policy_comes_right_after_the_charset_and_allows_nothing_inline,
    ),
    "a word too long for a phone": (
        HISTORY,
        END,
        f"<h2>{'työnohjaus' * 8}</h2>{END}",
        test_narrow.cut_words,
    ),
    "something wider than a phone": (STYLE, "}", "}main p{width:400px}", test_reflow.sideways),
    "a heading that skips a level": (
        HISTORY,
        END,
        f"<h4>Otsikko</h4>{END}",
        test_site.test_every_page_has_one_h1_and_no_heading_skips_a_level,
    ),
    "two main headings": (
        HISTORY,
        END,
        f"<h1>Otsikko</h1>{END}",
        test_site.test_every_page_has_one_h1_and_no_heading_skips_a_level,
    ),
    "an element left open": (HISTORY, END, f"<div>{END}", test_site.test_every_page_is_whole_and_well_formed),
    "a template's mark left in a page": (
        HISTORY,
        END,
        f"<p>{{{{ page.title }}}}</p>{END}",
        test_site.test_every_page_is_whole_and_well_formed,
    ),
    "a partner that does not point back": (
        HISTORY_EN,
        "/historia/ hreflang=fi",
        "/palvelut/ hreflang=fi",
        test_site.test_canonical_and_alternates_are_absolute_and_mutual,
    ),
    "a canonical address of another page": (
        HISTORY,
        "/historia/ rel=canonical",
        "/palvelut/ rel=canonical",
        test_site.test_canonical_and_alternates_are_absolute_and_mutual,
    ),
    "a page that the site map lacks": (
        "sitemap.xml",
        "/historia/</loc>",
        "/x/</loc>",
        test_site.test_the_site_map_names_every_page_with_its_partner,
    ),
    "a switch to another page": (
        HISTORY,
        "href=../en/history/",
        "href=../en/",
        test_site.test_the_language_switch_leads_to_the_same_page,
    ),
    "a title given twice": (
        HISTORY,
        "<title>Työnohjauksen historia",
        "<title>Ota yhteyttä",
        test_site.test_titles_and_descriptions_are_unique_and_fit_a_search_result,
    ),
    "a property that schema.org does not know": (
        HISTORY,
        '"@type":"ProfessionalService",',
        '"@type":"ProfessionalService","colour":"red",',
        test_structured_data.test_every_type_and_property_is_one_of_schema_org,
    ),
    "broken data for machines": (HISTORY, '"@graph":[', '"@graph":[,', test_site.test_structured_data_is_json),
    "a request to another host": (SCRIPT, "", "fetch('https://example.com/');", policy),
}

PAGE, ENGLISH, PRACTICE = "docs/fi/yhteys.md", "docs/en/contact.md", "data/practice.yml"
LONG = " ".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(256))
"""A text that hardly packs."""

SOURCES = {
    "a page too heavy for a poor network": (PAGE, "\n# ", f"\n{LONG}\n\n# ", "site", "docs/fi/yhteys.md:"),
    "a page without its partner": (
        PAGE,
        "translation: contact.md",
        "translation: contacts.md",
        "site",
        "docs/en/contacts.md",
    ),
    "a pair that does not point back": (
        ENGLISH,
        "translation: yhteys.md",
        "translation: index.md",
        "site",
        "translation: contact.md",
    ),
    "a dead link in a text": (PAGE, "\n# ", "\n[Linkki](ei-ole.md)\n\n# ", "site", "ei-ole.md"),
    "HTML in a text": (PAGE, "\n# ", "\n<div>x</div>\n\n# ", "site", "HTML"),
    "a key that nobody knows": (PRACTICE, "email:", "emial:", "site", "emial"),
    "a text in one language only": (PRACTICE, "  en: Work supervision\n", "", "site", "name en"),
    "a fact that must not be told": ("data/comparison.yml", "mark: C", "mark: ⛔", "site", "⛔"),
    "an example e-mail at publishing": (PRACTICE, "example: true", "", "publish-check", "tyonohjaus@example.org"),
    "an example address at publishing": (PRACTICE, "example: true", "", "publish-check", "example.org/tyonohjaus"),
    "a fact that was not looked at for years": (
        "data/procurement.yml",
        "checked: 2026",
        "checked: 2020",
        "due",
        "data/procurement.yml:2:",
    ),
}
WARNED = {
    "a page whose partner has changed": (PAGE, "\n# ", "\nLisäys.\n\n# ", "site", "docs/en/contact.md:"),
}

WORKFLOW = ".github/workflows/publish.yml"

FILES = {
    "an action that is not pinned": (
        WORKFLOW,
        "checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
        "checkout@v7",
        zizmor,
    ),
    "a name of a branch run as a command": (WORKFLOW, "run: make gate", "run: echo ${{ github.head_ref }}", zizmor),
    "a misspelt key of a workflow": (WORKFLOW, "runs-on:", "run-on:", schema),
}
