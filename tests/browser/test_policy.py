"""The policy in the browser: nothing is refused, nobody else is asked, nothing is kept."""

import pytest

from tests.site.browser.policy import Watch, breaches, policy_faults
from tests.support.browser import PATIENCE
from tests.support.features import FEATURES, LANGUAGES


@pytest.fixture
def watched(context):
    """A window with someone who listens: `page, watch = watched(site)`."""

    def opened(served):
        window = context(permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce")
        return window.new_page(), Watch(window, served.url)

    return opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_feature_breaks_the_policy_or_asks_others_or_keeps_anything(site, watched, language):
    page, watch = watched(site)
    wrong = {}
    for name, feature in FEATURES.items():
        page.set_viewport_size({"width": 390 if name == "the menu" else 1280, "height": 900})
        feature.start(page, site, language)
        page.emulate_media(media="print")
        found = breaches(page, watch)
        page.emulate_media(media="screen")
        with page.expect_navigation():  # leaving is looked at too, also where a dialog or a menu covers the switch
            page.locator(".lang").evaluate("link => link.click()")
        if found := found + breaches(page, watch):
            wrong[name] = found
    assert wrong == {}


def test_the_referrer_of_a_search_is_told_to_nobody(site, context):
    page = context().new_page()
    page.goto(f"{site.url}haku/?q=uupumus")
    assert page.locator("meta[name=referrer]").last.get_attribute("content") == "no-referrer"


@pytest.mark.parametrize(
    "breach, heard",
    [
        ("document.body.setAttribute('style', 'color: red')", "refused: style-src-attr"),
        ("document.body.append(Object.assign(document.createElement('script'), { text: '1' }))", "refused: script-src"),
        ("setTimeout('1')", "refused: script-src"),
        ("document.body.append(Object.assign(new Image(), { src: 'http://localhost:9/x.png' }))", "refused: img-src"),
        ("fetch('http://localhost:9/').catch(() => 0)", "refused: connect-src"),
        ("document.head.append(Object.assign(document.createElement('base'), { href: '/x/' }))", "refused: base-uri"),
        ("document.cookie = 'a=1'", "cookie: a"),
        ("document.cookie = 'a=1'", "kept: a cookie"),
        ("localStorage.a = 1", "kept: local storage"),
        ("sessionStorage.a = 1", "kept: session storage"),
        ("new Promise(done => indexedDB.open('a').onsuccess = done)", "kept: a database"),
        ("caches.open('a')", "kept: a cache"),
        ("console.warn('a')", "console: a"),
        ("setTimeout(() => { throw new Error('a') })", "error: "),
    ],
)
def test_a_breach_would_be_seen(site, watched, breach, heard):
    page, watch = watched(site)
    page.goto(site.url)
    page.evaluate(breach)
    for _ in range(PATIENCE // 100):
        if [one for one in breaches(page, watch) if one.startswith(heard)]:
            return
        page.wait_for_timeout(100)
    pytest.fail("it goes unseen")


def test_a_request_to_another_host_would_be_heard(site, context):
    """Without the policy, which would refuse it."""
    window = context(bypass_csp=True)
    watch = Watch(window, site.url)
    page = window.new_page()
    page.route("http://elsewhere.example/**", lambda route: route.fulfill(body=""))
    page.goto(site.url)
    page.evaluate("fetch('http://elsewhere.example/', { mode: 'no-cors' }).then(() => 0, () => 0)")
    assert "asked: http://elsewhere.example/" in breaches(page, watch)


def test_a_service_worker_would_be_seen(site, context):
    window = context()
    watch = Watch(window, site.url)
    page = window.new_page()
    page.goto(site.url)
    worker = site.folder / "worker.js"
    worker.write_text("")
    page.evaluate("navigator.serviceWorker.register('worker.js').then(() => 0)")
    worker.unlink()
    assert "kept: a service worker" in breaches(page, watch)


@pytest.mark.parametrize(
    "spoil, fault",
    [
        ("one.content = one.content.replace(\"base-uri 'none'\", '')", "base-uri"),
        ("one.content += \"; style-src-elem 'unsafe-inline'\"", "unsafe"),
        ("one.content += '; font-src https://fonts.example'", "names a host"),
        ("document.head.prepend(one)", "charset"),
        ("document.querySelector('meta[name=referrer]').remove()", "referrer"),
    ],
)
def test_a_weak_policy_would_be_seen(site, context, spoil, fault):
    page = context().new_page()
    page.goto(site.url)
    page.evaluate(f"(() => {{ const one = document.querySelector('[http-equiv]'); {spoil} }})()")
    assert [found for found in policy_faults(page) if fault in found]
