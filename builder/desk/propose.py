"""The proposal on GitHub for a form that was applied: a branch with its patch and a pull request, or an answer.

It runs with a token that may write, so it reads nothing that a form holds but the patch, of which it takes content
alone, and the words of the answer. It uses Python alone, git, and GitHub's own program `gh`.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path("desk")
CONTENT = re.compile(r"docs/(?!\.|.*/\.)[^\\:]+\.md|data/(?!site/)[\w-]+(/[\w-]+)?\.yml")
"""The files that a form may change."""
LONGEST = 1_000_000
BOT = ("-c", "user.name=github-actions[bot]", "-c", "user.email=41898282+github-actions[bot]@users.noreply.github.com")


def run(*command: str, text: str | None = None) -> str:
    """Return what a command prints; raises CalledProcessError."""
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout


def propose(event: dict) -> None:
    """Answer the issue of an event by what the job before has left in this run; raises SystemExit for an odd patch."""
    run("gh", "run", "download", os.environ["GITHUB_RUN_ID"], "--name", "desk", "--dir", str(FOLDER))
    number, words = int(event["issue"]["number"]), json.loads(_read("answer.json"))
    if words["mistakes"]:
        return comment(number, words["mistakes"])
    branch, base = f"desk/issue-{number}", event["repository"]["default_branch"]
    push(branch, f"{words['title']} (#{number})")
    link = pull_request(branch, base, words["title"], f"{words['summary']}\n\nCloses #{number}")
    if link:
        return comment(number, words["opened"].replace("{link}", link))
    server = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}"
    by_hand = words["by_hand"].replace("{link}", f"{server}/compare/{base}...{branch}?expand=1")
    return comment(number, f"{by_hand}\n\n{words['summary']}")


def push(branch: str, title: str) -> None:
    """Put the patch on a branch of its own, in the place of what an earlier try put there."""
    patch = FOLDER / "change.patch"
    _read(patch.name)
    changed = run("git", "apply", "--numstat", "-z", str(patch)).split("\0")[:-1]  # git refuses an empty patch
    odd = [line for line in changed if not CONTENT.fullmatch(line.split("\t")[-1])]
    odd += [
        line for line in run("git", "apply", "--summary", str(patch)).splitlines() if "create mode 100644" not in line
    ]
    if odd:
        sys.exit(f"The patch changes more than the content of files: {odd}")
    run("git", "switch", "--create", branch)
    run("git", "apply", "--index", str(patch))
    run("git", *BOT, "commit", "--quiet", "--message", title)
    run(
        "git",
        "-c",
        "credential.helper=!gh auth git-credential",
        "push",
        "--force",
        "origin",
        f"HEAD:refs/heads/{branch}",
    )


def pull_request(branch: str, base: str, title: str, body: str) -> str | None:
    """Return the link to the branch's pull request, opened or told anew; None where GitHub lets Actions open none."""
    known = run("gh", "pr", "list", "--head", branch, "--state", "open", "--json", "url", "--jq", ".[].url").split()
    try:
        if known:
            run("gh", "pr", "edit", known[0], "--body-file", "-", text=body)
            return known[0]
        options = ("--head", branch, "--base", base, "--title", title, "--body-file", "-")
        return run("gh", "pr", "create", *options, text=body).split()[-1]
    except subprocess.CalledProcessError:
        return None


def comment(number: int, text: str) -> None:
    """Answer on the issue."""
    run("gh", "issue", "comment", str(number), "--body-file", "-", text=text)


def _read(name: str) -> str:
    path = FOLDER / name
    if path.is_symlink() or path.stat().st_size > LONGEST:
        sys.exit(f"{name} is no file of a form")
    return path.read_text("utf-8")


if __name__ == "__main__":
    propose(json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8")))
