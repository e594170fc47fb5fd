"""The policy in the browser: nothing is refused, nobody else is asked, nothing is kept."""

import re

LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`), true);
"""
KEPT = """async () => {
  const kept = {
    "a cookie": document.cookie.length,
    "local storage": localStorage.length,
    "session storage": sessionStorage.length,
    "a database": (await indexedDB.databases()).length,
    "a cache": (await caches.keys()).length,
    "a service worker": (await navigator.serviceWorker.getRegistrations()).length,
  }
  return Object.keys(kept).filter(name => kept[name])
}"""
QUOTED = re.compile("'[^']*'")
"""A keyword or a hash, which may have any sign in it."""
DIRECTIVES = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
"""What must be said in so many words: the last two do not follow from default-src."""


class Watch:
    """Listens to a browser window: to requests for other hosts, to what the console says, to cookies."""

    def __init__(self, window, url: str):
        self.window, self.url = window, url
        self.heard: list[str] = []
        window.add_init_script(LISTEN)
        window.on("request", lambda request: self.hear_request(request.url))
        window.on("console", lambda message: self.heard.append(f"console: {message.text}"))
        window.on("weberror", lambda error: self.heard.append(f"error: {error.error}"))

    def hear_request(self, url: str) -> None:
        if not url.startswith((self.url, "data:", "blob:")):
            self.heard.append(f"asked: {url}")


def breaches(page, watch: Watch) -> list[str]:
    """Return what the page as it stands has done against the policy, and what has been heard up to now."""
    found = [f"refused: {one}" for one in page.evaluate("window.violations")]
    found += [f"kept: {one}" for one in page.evaluate(KEPT)]
    found += [f"cookie: {cookie['name']}" for cookie in watch.window.cookies()]
    heard, watch.heard[:] = list(watch.heard), []
    return found + heard


def policy_faults(page) -> list[str]:
    """Return what the page's own policy lacks."""
    first, second = page.evaluate(
        "[...document.head.children].slice(0, 2).map(one => [one.getAttribute('charset') || one.httpEquiv,"
        " one.content])"
    )
    if first[0] != "utf-8" or second[0] != "Content-Security-Policy":
        return ["the policy does not come right after the charset"]
    said = dict(part.strip().split(" ", 1) for part in second[1].split(";") if part.strip())
    faults = [f"{name} is {said.get(name)}" for name, value in DIRECTIVES.items() if said.get(name) != value]
    faults += [f"{name} allows {value}" for name, value in said.items() if "unsafe" in value or "*" in value]
    faults += [f"{name} names a host: {value}" for name, value in said.items() if "//" in QUOTED.sub("", value)]
    if not page.locator("head meta[name=referrer]").count():
        faults.append("no referrer policy")
    return faults
