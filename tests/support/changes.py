"""What a push asks for: the check of the site where it changes content alone, else the tests of the builder too.

`make gate` makes the target that this prints; BASE holds the commit that was published last. Where git cannot compare,
at a first push say, or after a forced one that dropped that commit, code counts as changed.
"""

import os
import re
import subprocess
import sys

CONTENT = re.compile(
    r"docs/.+ | brand/.+ | data/(?!site/).+ | mkdocs(\.\w+)?\.yml | README\.md",
    re.X | re.S,
)
"""The owner's files; data/site/ has the builder's own words and rules."""


def changed_files(base: str) -> list[str] | None:
    """Return the files that differ between the commit `base` and HEAD, both names of a moved one; None if unknown."""
    command = ["git", "diff-tree", "-r", "-z", "--name-only", "--no-renames", base, "HEAD"]
    done = subprocess.run(command, capture_output=True, check=False)
    return None if done.returncode else os.fsdecode(done.stdout).split("\0")[:-1]


def target(base: str) -> tuple[str, str]:
    """Return what to make of HEAD since the commit `base`, and why."""
    files = changed_files(base)
    if files is None:
        return "test", f"What has changed is not known, as there is no commit {base!r} here"
    if code := [file for file in files if not CONTENT.fullmatch(file)]:
        return "test", f"Code has changed since {base}: {code[0]!r}"
    return "check", f"Only content has changed since {base}"


if __name__ == "__main__":
    wanted, why = target(os.environ.get("BASE", ""))
    print(f"{why}: make {wanted}", file=sys.stderr)
    print(wanted)
