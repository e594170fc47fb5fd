"""The ways to break the site: each with the part of the check that has to notice it, what that says, and its grade.

A defect of the *built site* is an edit of one of its files: `(file, old, new, judge, said)`. `said` is the key of the
mistake, or the name of a check. A defect of the *sources* is an edit of a copy of the project, in which a command of
the builder has to say so: `(file, old, new, command, words)`. A defect of a *workflow* is an edit of a copy of that.
"""

import hashlib

from tests.gate.judges import by_files, by_language, by_links, by_nu, by_visit, by_walk, schema, style, zizmor

PAGE, PARTNER, STYLE = "historia/index.html", "en/history/index.html", "assets/site*.css"
SCRIPT = "assets/scripts/search*.js"
END, HEAD = "</main>", "</head>"


def at_end(html: str, judge, said: str, page: str = PAGE) -> tuple:
    """Return the defect that `html` stands at the end of a page."""
    return (page, END, html + END, judge, said)


def styled(css: str, judge, said: str) -> tuple:
    """Return the defect that the stylesheet has `css` after its first rule."""
    return (STYLE, "}", "}" + css, judge, said)


STOPS = {
    "the wrong language of a page": (PAGE, "<html lang=fi", "<html lang=en", by_files, "language"),
    "a page in the other language": at_end(
        "<p>The work of the people and what they do with it.</p>" * 40, by_language, "language-wrong"
    ),
    "an element left open": at_end("<div>", by_files, "html"),
    "an id given twice": at_end('<p id="x">a</p><p id="x">b</p>', by_nu, "html"),
    "a list without items": at_end("<ul><p>a</p></ul>", by_nu, "html"),
    "a dead link": at_end('<a href="../ei-ole/">Lähde</a>', by_files, "link-missing"),
    "a dead link that a visitor follows": at_end('<a href="../ei-ole/">Lähde</a>', by_links, "link-missing"),
    "an anchor that is not there": at_end('<a href="../yhteys/#ei-ole">Yhteys</a>', by_files, "anchor-missing"),
    "a partner that does not point back": (
        PARTNER,
        "/historia/ hreflang=fi",
        "/palvelut/ hreflang=fi",
        by_files,
        "partner",
    ),
    "a canonical address of another page": (
        PAGE,
        "/historia/ rel=canonical",
        "/palvelut/ rel=canonical",
        by_files,
        "partner",
    ),
    "a switch to another page": (PAGE, "href=../en/history/", "href=../en/", by_files, "partner"),
    "a script of another host": (
        PAGE,
        HEAD,
        f'<script src="https://example.com/a.js"></script>{HEAD}',
        by_files,
        "policy",
    ),
    "a picture of another host": at_end('<img src="https://example.com/a.png" alt="x">', by_files, "policy"),
    "an inline script": (PAGE, HEAD, f"<script>1</script>{HEAD}", by_files, "policy"),
    "an inline style": at_end('<p style="color:red">x</p>', by_files, "policy"),
    "a style that the policy does not name": (PAGE, "<style>", "<style>p{color:red}", by_files, "policy"),
    "a lost policy": (PAGE, "Content-Security-Policy", "Policy", by_files, "policy"),
    "a policy that allows inline styles": (
        PAGE,
        "style-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        by_files,
        "policy",
    ),
    "a request to another host": (SCRIPT, "", "fetch('https://example.com/');", by_visit, "policy"),
    "a cookie": (SCRIPT, "", "document.cookie='a=1';", by_visit, "policy"),
    "something stored in the browser": (SCRIPT, "", "localStorage.a=1;", by_visit, "policy"),
    "an error of a script": (SCRIPT, "", "setTimeout(() => { throw new Error('a') });", by_visit, "policy"),
    "a field without a label": at_end('<input name="x">', by_visit, "axe"),
    "contrast below AA": styled("main p{color:#999}", by_visit, "axe"),
    "something wider than a phone": styled("main p{width:400px}", by_visit, "room"),
    "a text that its box cuts off": styled("html main p{height:40px;overflow:hidden}", by_walk, "room"),
    "a target too small to hit": styled(
        ".brand,.menu-open{width:9px!important;height:9px!important;overflow:hidden}", by_walk, "room"
    ),
    "a skip link that is gone": (PAGE, "class=skip-link", "hidden class=skip-link", by_walk, "keyboard"),
    "a focus that nobody sees": styled(
        ":focus-visible{outline:0!important;box-shadow:none!important}", by_walk, "keyboard"
    ),
    "two landmarks of one name": at_end(
        '<nav aria-label="Polku"></nav><nav aria-label="Polku"></nav>', by_walk, "landmarks"
    ),
    "something that moves": styled(
        "main p{animation:a 9s infinite!important}@keyframes a{to{opacity:.9}}", by_walk, "motion"
    ),
    "forced colours that hide where one is": styled(
        "@media(forced-colors:active){html [aria-current]{text-decoration:none!important}}", by_walk, "colours"
    ),
}
WARNS = {
    "a misspelt Finnish word": at_end("<p>Työnohjuas alkaa.</p>", by_language, "word-unknown"),
    "a misspelt English word": at_end("<p>The organisaton learns.</p>", by_language, "word-unknown", PARTNER),
    "an American spelling": at_end("<p>The color of work.</p>", by_language, "word-unknown", PARTNER),
    "an English sentence on a Finnish page": at_end(
        "<p>Every meeting has a purpose.</p>", by_language, "language-mixed"
    ),
    "wrong quotation marks in Finnish": at_end("<p>Se on “työtä”.</p>", by_language, "rule-broken"),
    "a date with noughts": at_end("<p>Tarkistettu 01.01.2025.</p>", by_language, "rule-broken"),
    "a word of yesterday": at_end("<p>Esimies maksaa.</p>", by_language, "wording-broken"),
    "an authority that has ceased": at_end("<p>Valvira valvoo työtä.</p>", by_language, "wording-broken"),
    "a promise": at_end("<p>Takaamme tulokset.</p>", by_language, "wording-broken"),
    "a link by no words": at_end('<a href="../yhteys/">lue lisää</a>', by_files, "link-wordless"),
    "a template's mark left in a page": at_end("<p>{{ page.title }}</p>", by_files, "marks"),
    "a picture without a text": at_end('<img src="../assets/brand/mark.svg" width="9" height="9">', by_visit, "axe"),
    "contrast below AAA": styled("main p{color:#666}", by_visit, "axe"),
    "a word too long for a phone": at_end(f"<h2>{'työnohjaus' * 8}</h2>", by_walk, "long-word"),
    "a navigation on paper": styled("@media print{html body .next{display:block!important}}", by_walk, "paper"),
    "a property that schema.org does not know": (
        PAGE,
        '"@type":"ProfessionalService",',
        '"@type":"ProfessionalService","colour":"red",',
        by_files,
        "structured",
    ),
    "broken data for machines": (PAGE, '"@graph":[', '"@graph":[,', by_files, "structured"),
}
STYLES = {
    "a stylesheet that does not parse": styled("}", style, "Unmatched"),
    "a declaration that no browser knows": styled("main{colour:red}", style, "colour"),
}
"""The look is code: the builder's tests judge it, not the check of the site."""

TEXT, ENGLISH, PRACTICE = "docs/fi/yhteys.md", "docs/en/contact.md", "data/practice.yml"
LONG = "\n\n".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(256))
"""A text that hardly packs, in paragraphs."""

SOURCES = {
    "a page without its partner": (
        TEXT,
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
    "a dead link in a text": (TEXT, "\n# ", "\n[Linkki](ei-ole.md)\n\n# ", "site", "ei-ole.md"),
    "HTML in a text": (TEXT, "\n# ", "\n<div>x</div>\n\n# ", "site", "HTML"),
    "a key that nobody knows": (PRACTICE, "email:", "emial:", "site", "emial"),
    "a component that is not there": (TEXT, "\n# ", "\n::: contcat\n\n# ", "site", "contcat"),
    "a source that is not there": (TEXT, "\n# ", "\nVäite.[^ei-ole]\n\n# ", "site", "ei-ole"),
    "a fact that must not be told": ("data/comparison.yml", "mark: C", "mark: ⛔", "site", "⛔"),
    "an example e-mail at publishing": (PRACTICE, "example: true", "", "publish-check", "koe@example.org"),
    "an example at publishing": (PRACTICE, "email: koe@example.org", "", "publish-check", "example"),
}
WARNED = {
    "a page too heavy for a poor network": (TEXT, "\n# ", f"\n{LONG}\n\n# ", "site", f"{TEXT}:"),
    "a title given twice": (TEXT, "title: Yhteys", "title: Historia", "site", "title"),
    "two main headings": (TEXT, "\n# ", "\n# Toinen\n\n# ", "site", "##"),
    "a heading that skips a level": (TEXT, "\n# ", "\n#### Otsikko\n\n# ", "site", "#"),
    "a picture without words": (TEXT, "\n# ", "\n![](<kuva ä.png>)\n\n# ", "site", "![Työhuone]"),
    "a page that the menu lacks": ("mkdocs.yml", ": yhteys.md", ": historia.md", "site", "nav"),
    "a page whose partner has changed": (
        TEXT,
        "checked: 2026-11-20",
        "checked: 2026-11-21",
        "site",
        "docs/en/contact.md:",
    ),
    "a fact that was not looked at for years": (
        "data/procurement.yml",
        "checked: 2026",
        "checked: 2020",
        "site",
        "data/procurement.yml:",
    ),
}
WORKFLOW = ".github/workflows/publish.yml"

FILES = {
    "an action that is not pinned": (WORKFLOW, r"checkout@\w+", "checkout@v7", zizmor),
    "a name of a branch run as a command": (WORKFLOW, r"run: make .+", "run: echo ${{ github.head_ref }}", zizmor),
    "a misspelt key of a workflow": (WORKFLOW, "runs-on:", "run-on:", schema),
}
