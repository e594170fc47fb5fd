"""The browser of this machine: where it is, and how it is run without a window to print or draw a page."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""What keeps a browser from talking to anyone but the page."""
SECONDS = 60


def installed() -> str | None:
    """Return the path of an installed browser."""
    return next((found for found in [*map(shutil.which, NAMES), *PLACES] if found and Path(found).exists()), None)


def flags() -> list[str]:
    """Return the flags that every run of the browser has; root has to leave the sandbox out."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--no-sandbox"] if root else QUIET


def show(browser: str, address: str, *more: str) -> None:
    """Let `browser` open `address` without a window, with `more` flags that tell what to make of it.

    Raises OSError where it does not start and subprocess.TimeoutExpired where it hangs.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, "--headless=new", *flags(), f"--user-data-dir={profile}", *more, address]
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, start_new_session=True, **quiet) as process:
            try:
                process.wait(SECONDS)
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)  # what the browser started and left behind
