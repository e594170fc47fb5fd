"""The everyday jobs of README, each typed as it stands there into the tests' own project, and seen on the page."""

import io
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from PIL import Image

from tests.support.projects import ROOT
from tests.test_check import run_check

JOBS = re.compile(r"^\*\*(?P<name>[^*]+?)\.?\*\*(?P<rest>.*?)(?=^\*\*|^### )", re.M | re.S)
BLOCK = re.compile(r"^`(?P<file>[^`]+)`\n\n```\w+\n(?P<text>.*?)```", re.M | re.S)


class Block(NamedTuple):
    """What is typed into a file."""

    file: str
    text: str


def recipes() -> dict[str, list[Block]]:
    """Return the blocks of each job by its name."""
    readme = (ROOT / "README.md").read_text("utf-8")
    part = readme[readme.index("### Everyday jobs, typed out") : readme.index("### A domain of your own")] + "### "
    return {job["name"]: [Block(*found) for found in BLOCK.findall(job["rest"])] for job in JOBS.finditer(part)}


def type_in(project: Path, block: Block) -> None:
    """Type a block where README says: a new file, the fields of practice.yml, a menu, front matter, or the end."""
    path = project / block.file
    text = path.read_text("utf-8") if path.is_file() else ""
    if block.file == "data/practice.yml":
        for field in yaml.safe_load(block.text):
            text = re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", "", text, flags=re.M)
        path.write_text(text + block.text, "utf-8")
    elif block.file.startswith("mkdocs"):
        path.write_text(re.sub(r"^(      - .*\.md\n)", rf"\1{block.text}", text, count=1, flags=re.M), "utf-8")
    elif block.text.startswith("was:"):
        path.write_text(re.sub(r"^(title:.*\n)", rf"\1{block.text}", text, flags=re.M), "utf-8")
    else:
        between = "\n" if block.file.endswith(".md") and text else ""
        path.write_text(text + between + block.text, "utf-8")


def photo() -> bytes:
    """Return a photo as a phone makes it: large, on its side, and with its position."""
    image, made = Image.effect_noise((2400, 1800), 90).convert("RGB"), io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (61.0, 52.0, 7.0)})
    image.save(made, "JPEG", quality=95, exif=exif)
    return made.getvalue()


def page(project: Path, name: str) -> str:
    return (project / ".build/content" / name).read_text("utf-8").replace("\u00ad", "").replace("\xa0", " ")


def test_every_job_of_the_readme_is_typed_here():
    typed = {*TOGETHER, *BY_ITSELF}
    assert typed == recipes().keys()


TOGETHER = {
    "Your own facts": [("yhteys/index.html", "044 1234567")],
    "A price and VAT": [("palvelut/index.html", "110,50 €"), ("en/services/index.html", "25.5%")],
    "A notice": [("index.html", "Tauko heinäkuussa.")],
    "A page": [("tyohuone/index.html", "ikkuna puistoon"), ("en/index.html", "my-room")],
    "An article": [
        ("kirjoitukset/aamu/index.html", "Entä iltapäivällä?"),
        ("kirjoitukset/index.html", "ajatella mitä tahansa"),
        ("index.html", "Aamun ensimmäinen kysymys"),
        ("feed.xml", "Silloin kysymys on jo toinen."),
    ],
    "A new address": [("vastaanotto/index.html", "tyohuone")],
    "A role": [
        ("vertailu/index.html", "diakoniatyöntekijä"),
        ("roolit/index.html", "Kulkee seurakuntalaisen rinnalla."),
    ],
    "A question": [("kysymyksia/index.html", "Tavataanko kesällä?"), ("en/questions/index.html", "id=lomalla")],
    "A word": [],
    "A photo": [("yhteys/index.html", "pictures/huone."), ("en/contact/index.html", "../pictures/huone.")],
    "A paragraph": [("yhteys/index.html", "Bussi pysähtyy"), ("en/contact/index.html", "The bus stops")],
}
BY_ITSELF = {
    "Not offered": [("palvelut/index.html", "Palvelut")],
    "One language": [("index.html", "Koekylä")],
}


def test_jobs_done_one_after_another_stop_nothing_and_are_seen(project):
    blocks = recipes()
    for job in TOGETHER:
        for block in blocks[job]:
            if job == "A photo":
                (project / "docs/fi/pictures").mkdir(exist_ok=True)
                (project / "docs/fi/pictures/huone.jpg").write_bytes(photo())
            type_in(project, block)
    done = run_check(project, "--part", "content", PATH="")
    assert (done.status, done.errors) == (0, []), done
    for name, words in (seen for job in TOGETHER.values() for seen in job):
        assert words in page(project, name), (name, words)
    warned = [line.split(": huom: ")[0] for line in done.out.splitlines() if ": huom: " in line]
    allowed = {"data/comparison.yml", "data/words/words.fi.txt", "docs/fi/pictures/huone.jpg"}
    assert {one.split(":")[0] for one in warned} <= allowed, done.out


@pytest.mark.parametrize("job", BY_ITSELF)
def test_a_job_of_its_own_stops_nothing_and_is_seen(project, job):
    for block in recipes()[job]:
        type_in(project, block)
    done = run_check(project, "--part", "content", PATH="")
    assert (done.status, done.errors) == (0, []), done
    for name, words in BY_ITSELF[job]:
        assert words in page(project, name), (name, words)
    assert (job == "One language") == (not (project / ".build/content/en").exists())
    assert (job == "Not offered") == (not (project / ".build/content/hitsaamolle").exists())
