"""Find a browser for the tests, or get one: `python -m tests.support.browser`, which `make test` calls first.

In this order: one that is installed; Debian's package, saying so; Playwright's own, which needs the
internet; else one line that says what to install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from builder.output.chromium import flags, installed

PLAYWRIGHT_SECONDS = 60
PATIENCE = 300_000
"""Milliseconds after which something hangs in the browser, however busy the machine is."""


def launch_options() -> dict:
    """Return what Playwright's `chromium.launch` needs here."""
    path = installed()
    return {"args": flags(), "timeout": PATIENCE, **({"executable_path": path} if path else {})}


def installed_by_playwright() -> bool:
    """Tell whether Playwright has a browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def install_debian_package() -> bool:
    """Install Debian's Chromium where that is possible without asking for a password; tell whether it worked."""
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (prefix and not shutil.which("sudo")):
        return False
    print("No browser found: installing Debian's package chromium …", flush=True)
    update = [*prefix, "apt-get", "update", "-qq"]
    install = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "chromium"]
    done = [subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode for command in (update, install)]
    return done[-1] == 0 and installed() is not None


def install_playwright_browser() -> bool:
    """Download Playwright's own Chromium; tell whether it worked."""
    print("No browser found: downloading Playwright's own Chromium …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        return subprocess.run(command, timeout=PLAYWRIGHT_SECONDS, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


if __name__ == "__main__":
    if not (installed() or installed_by_playwright() or install_debian_package() or install_playwright_browser()):
        sys.exit("The tests need a browser: install Chromium, Google Chrome or Microsoft Edge and run make test again.")
