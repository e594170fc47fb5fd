"""Whether a form comes from somebody who may write to the repository, as GitHub says.

It runs before anything is installed, so it uses Python alone, and GitHub's own program `gh`.
"""

import json
import os
import re
import subprocess
from pathlib import Path

LOGIN = re.compile(r"[A-Za-z0-9-]{1,39}")
MAY_WRITE = {"admin", "write"}
"""GitHub's answers; `maintain` is told as write, `triage` as read."""


def may_write(login: str) -> bool:
    """Ask GitHub whether somebody may write; whatever goes wrong is a no."""
    if not LOGIN.fullmatch(login):
        return False
    address = f"repos/{os.environ['GITHUB_REPOSITORY']}/collaborators/{login}/permission"
    done = subprocess.run(["gh", "api", address], capture_output=True, text=True, check=False)
    try:
        return done.returncode == 0 and json.loads(done.stdout)["permission"] in MAY_WRITE
    except (ValueError, KeyError, TypeError):
        return False


def is_allowed(event: dict) -> bool:
    """Return whether both may write who have a part in an issue: who sent the event, and whose text it is."""
    people = {event["sender"]["login"], event["issue"]["user"]["login"]}
    return all(may_write(login) for login in sorted(people))


if __name__ == "__main__":
    payload = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"allowed={'true' if is_allowed(payload) else 'false'}\n")
