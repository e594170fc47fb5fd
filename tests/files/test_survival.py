"""What may befall a build from outside: a full disk, a kill, a second build, things in the wrong place, swollen files.

Each is really done, on a copy of the project. The last good site stays byte for byte as it was; where the build ends
by itself, its status is 1 and each mistake is one line.
"""

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.editing import prints
from tests.support.projects import Run, copy_project, environment, run_builder

COMMAND = [sys.executable, "-m", "builder", "site"]
VARIABLES = environment(PATH="")
PAGE = "docs/fi/yhteys.md"
MEMORY = 1_500_000_000  # bytes of address space that a swelling file may ask for; a usual build takes a third


def start(project: Path, limit=None) -> subprocess.Popen:
    """Start a build in a process group of its own, with the limits that `limit` sets."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        COMMAND, cwd=project, env=VARIABLES, stdout=pipe, stderr=pipe, text=True, preexec_fn=limit, process_group=0
    )


def end(process: subprocess.Popen) -> Run:
    """Wait for a build; one that hangs is ended, with all that it started."""
    try:
        out, errors = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return Run(process.returncode, out, errors.splitlines())


@pytest.fixture
def good(project: Path) -> Path:
    """A project with a site that went well, told by a file that a real one has not."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the last good site")
    return project


def refused(project: Path, limit=None) -> list[str]:
    """Build, see that the build is refused in the way promised, and return its lines."""
    before = prints(project / "site")
    done = end(start(project, limit))
    assert done.status == 1, (done.out, done.errors)
    assert done.errors and not any("Traceback" in line or line.startswith(" ") for line in done.errors), done.errors
    assert all(re.match(r"[^:]+:\d+: \S", line) for line in done.errors), done.errors
    assert prints(project / "site") == before
    return done.errors


# ---- the disk ----------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [0, 2_000, 12_000, 30_000])
def test_a_disk_that_is_full_sooner_or_later_stops_the_build_with_one_line(good, room):
    """No file may grow beyond `room` bytes: writes then fail as they do where no room is left (setrlimit(2))."""

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    own = prints(good / "data")
    (line,) = refused(good, full)
    assert line.startswith("site:1: levyllä ei ole tilaa")
    assert prints(good / "data") == own
    assert [path.name for path in (good / ".build").iterdir()] == ["lock"]
    assert list(good.rglob(".*.new")) == []


def test_a_real_disk_without_room_stops_the_build_with_one_line(good, tmp_path):
    """Where this machine lets us mount one: a disk of 1 MB in a namespace of our own."""
    mount = f"mount -t tmpfs -o size=1m tmpfs .build && exec {' '.join(COMMAND)}"
    (good / ".build").mkdir()
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*inside, "mount -t tmpfs tmpfs ."], cwd=tmp_path, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a user mount a disk")
    before = prints(good / "site")
    done = subprocess.run([*inside, mount], cwd=good, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr
    assert prints(good / "site") == before


# ---- the end of the process, and another one beside it -------------------------------------------


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """A project that was built once and has everything in its caches, to be copied."""
    project = copy_project(tmp_path_factory.mktemp("whole") / "project")
    assert run_builder(project).status == 0
    return project


@pytest.fixture
def copied(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "project")


def seconds_of(build) -> float:
    before = time.monotonic()
    build()
    return time.monotonic() - before


@pytest.mark.xdist_group("whole")
@pytest.mark.parametrize("blow", [signal.SIGTERM, signal.SIGKILL])
def test_a_build_killed_at_any_moment_leaves_a_whole_site_and_the_next_clears_up(whole, copied, blow):
    new = prints(whole / "site")
    usual = seconds_of(lambda: run_builder(copied))
    (copied / "site/index.html").write_text("the last good site")
    old, own = prints(copied / "site"), prints(copied / "data")
    moments = random.Random(f"{blow.name} 2026")
    for _ in range(4):
        process = start(copied)
        time.sleep(moments.uniform(0.1, 1.05) * usual)
        process.send_signal(blow)
        done = end(process)
        assert done.status in (-blow, 0)
        assert prints(copied / "site") in (old, new)
        assert prints(copied / "data") == own
    assert run_builder(copied).status == 0
    assert prints(copied / "site") == new
    assert [path.name for path in (copied / ".build").iterdir()] == ["lock"]


@pytest.mark.xdist_group("whole")
def test_two_builds_at_once_leave_one_whole_site_and_one_clear_line(whole, copied):
    (copied / "site/index.html").write_text("the last good site")
    both = [start(copied), start(copied)]
    done = sorted(end(process) for process in both)
    assert [run.status for run in done] == [0, 1]
    assert done[0].errors == [] and len(done[1].errors) == 1 and "Toinen sivuston teko" in done[1].errors[0]
    assert prints(copied / "site") == prints(whole / "site")


# ---- things in the wrong place -------------------------------------------------------------------


@pytest.mark.parametrize("name", [".build", ".cache", "docs/fi", "overrides/facts", "data"])
def test_a_file_in_a_folders_place_is_one_line(good, name):
    shutil.rmtree(good / name, ignore_errors=True)
    (good / name).write_text("a file")
    (line,) = refused(good)
    assert line.startswith(f"{name}:1: ")
    assert (good / name).read_text() == "a file"


def test_a_file_where_the_site_belongs_stays_and_is_told(project):
    (project / "site").write_text("somebody's own")
    done = run_builder(project)
    assert (done.status, len(done.errors)) == (1, 1) and done.errors[0].startswith("site:1: ")
    assert (project / "site").read_text() == "somebody's own"


@pytest.mark.parametrize(
    "name, target",
    [
        ("docs/fi/ulos.md", "../../../outside.md"),
        ("docs/fi/kuva.png", "/etc/hostname"),
        ("docs/fi/tyhjaan.md", "ei-ole.md"),
        ("docs/en/loop", "."),
        ("docs/fi/roolit/ylos", "../.."),
        (PAGE, "historia.md"),
    ],
)
def test_a_link_in_docs_is_one_line_wherever_it_leads(good, name, target):
    (good.parent / "outside.md").write_text("# Not of this site\n")
    (good / name).unlink(missing_ok=True)
    (good / name).symlink_to(target)
    (line,) = refused(good)
    assert line.startswith(f"{name}:1: ")


def test_a_folder_of_pages_that_is_a_link_is_one_line(good):
    (good / "docs/fi/palvelut").rename(good / "services")
    (good / "docs/fi/palvelut").symlink_to("../../services")
    (line,) = refused(good)
    assert line.startswith("docs/fi/palvelut:1: ")


# ---- too much ------------------------------------------------------------------------------------


def little_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


LAUGHS = "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
SWOLLEN = {
    "a page of 2 MB": (PAGE, lambda text: text + "Sana ja toinen sana.\n\n" * 90_000, 1),
    "a page of 2 MB in one line": (PAGE, lambda text: text + "[<a" * 700_000, 1),
    "a YAML bomb in a fact file": ("data/doors.yml", lambda text: LAUGHS, 1),
    "a YAML bomb in front matter": (PAGE, lambda text: text.replace("---\n", f"---\n{LAUGHS}", 1), 2),
    "a YAML bomb in the settings": ("mkdocs.yml", lambda text: LAUGHS + text, 1),
    "brackets without end in a fact file": ("data/doors.yml", lambda text: "[" * 100_000, 1),
    "lists without end in front matter": (PAGE, lambda text: text.replace("---\n", f"---\n{'- ' * 5_000}\n", 1), 2),
}


@pytest.mark.parametrize("fault", SWOLLEN)
def test_a_swollen_file_is_one_line_in_bounded_memory(good, fault):
    name, swell, line_number = SWOLLEN[fault]
    (good / name).write_text(swell((good / name).read_text("utf-8")), "utf-8")
    (line,) = refused(good, little_memory)
    assert line.startswith(f"{name}:{line_number}: ")


def test_500_broken_pages_are_500_lines_at_once(good):
    for number in range(500):
        (good / f"docs/fi/rikki-{number:03}.md").write_text("---\ntitle: [\n---\n" if number % 2 else "# Rikki\n")
    lines = refused(good, little_memory)
    assert [line.split(":")[0] for line in lines] == [f"docs/fi/rikki-{number:03}.md" for number in range(500)]


def test_500_dead_links_are_500_lines_at_once(good):
    page = good / PAGE
    page.write_text(page.read_text("utf-8") + "".join(f"\n[x](ei-ole-{n:03}.md)\n" for n in range(500)), "utf-8")
    lines = refused(good, little_memory)
    assert len(lines) == 500 and all(line.startswith(f"{PAGE}:") for line in lines)


# ---- a broken look -------------------------------------------------------------------------------

FOOTER, COMPONENT = "overrides/partials/footer.html", "overrides/components/doors.html"
TEMPLATES = {
    "an unknown tag": (FOOTER, "{% nosuch %}\n"),
    "a division by nothing": (FOOTER, "{{ 1 // 0 }}\n"),
    "a sum of what is no number": (FOOTER, "{{ 'a' + 1 }}\n"),
    "a part that is not there": (FOOTER, "{% include 'partials/nosuch.html' %}\n"),
    "a part that holds itself": (FOOTER, "{% include 'partials/footer.html' %}\n"),
    "a component that divides by nothing": (COMPONENT, "{{ 1 // 0 }}\n"),
    "a component of an unknown tag": (COMPONENT, "{% nosuch %}\n"),
}


@pytest.mark.parametrize("fault", TEMPLATES)
def test_a_template_error_is_one_line_at_its_place(good, fault):
    name, text = TEMPLATES[fault]
    (good / name).write_text(text + (good / name).read_text("utf-8"), "utf-8")
    (line,) = refused(good)
    assert line.startswith(f"{name}:1: ")


def test_a_missing_font_is_one_line_at_the_stylesheet(good):
    (good / "overrides/assets/fonts/piazzolla.woff2").unlink()
    (line,) = refused(good)
    assert line.startswith("overrides/assets/font.css:5: ") and "overrides/assets/fonts/piazzolla.woff2" in line
