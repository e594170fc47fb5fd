"""A photo as it comes from a phone: on the site it is small, upright and silent, and one file serves both languages."""

import contextlib
import hashlib
import random
import re
import shutil
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

import pytest
from PIL import ExifTags, Image

from builder.files.photos import LIMIT, SIDE
from builder.preview.site import PreviewSite
from builder.preview.state import State
from tests.support.editing import append, prints, write
from tests.support.projects import DAY, copy_project, run_inside
from tests.test_check import add, run_check

PAGES = {"docs/fi/yhteys.md": "yhteys/index.html", "docs/en/contact.md": "en/contact/index.html"}
SHOWN = (
    "![{0} 1](/docs/kuvat/IMG_1.JPG)\n\n![{0} 2](../kuvat/IMG_1.JPG)\n\n![{0} 3](/kuvat/IMG_1.JPG){{ width=100 }}\n\n"
    "![{0} 4](<kuvat/läpi ä.png>)\n\n![{0} 5](../en/kuvat/small.jpeg)\n\n![{0} 6](/logo.svg)\n\n"
    "[{0}](<../fi/kuvat/läpi ä.png>)\n"
)


def motley(width: int, height: int) -> Image.Image:
    """Return a picture that packs badly: red on top, blue below, with much in green between."""
    size = width // 4, height // 4
    noise = Image.frombytes("L", size, random.Random(1).randbytes(size[0] * size[1])).resize((width, height))
    ramp = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (ramp.point(lambda value: 255 - value), noise, ramp))


def phone_data() -> Image.Exif:
    """Return what a phone writes into a photo: its make, which side is up, and where it was taken."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Orientation] = "Phone", 6
    place = {"LatitudeRef": "N", "Latitude": (61.0, 52.0, 7.0), "LongitudeRef": "E", "Longitude": (28.0, 52.0, 41.0)}
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({ExifTags.GPS[f"GPS{name}"]: value for name, value in place.items()})
    return exif


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


class Images(HTMLParser):
    """The pictures of a page by their texts, each as the file, the width and the height that it names."""

    def __init__(self, site: Path, page: str):
        super().__init__()
        self.page, self.found = page, {}
        self.feed((site / page).read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "img" and given.get("alt"):
            size = [int(given[side]) for side in ("width", "height") if side in given]
            self.found[given["alt"]] = (unquote(urljoin(self.page, given["src"])), *size)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A project with pictures in four folders, all shown in both languages, and built."""
    project = copy_project(tmp_path_factory.mktemp("photos") / "project")
    clear = motley(1700, 500)
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    lying = motley(4000, 6000).transpose(Image.Transpose.ROTATE_90)
    pictures = {
        "docs/kuvat/IMG_1.JPG": saved(lying, "JPEG", quality=95, exif=phone_data(), comment=b"Phone"),
        "docs/fi/kuvat/läpi ä.png": saved(clear, "PNG"),
        "docs/en/kuvat/small.jpeg": saved(motley(80, 60), "JPEG", comment=b"Phone"),
        "docs/logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/></svg>",
    }
    for name, data in pictures.items():
        (project / name).parent.mkdir(exist_ok=True)
        write(name, data)(project)
    for page, words in zip(PAGES, ("Työhuone", "My office"), strict=True):
        append(page, f"\n{SHOWN.format(words)}")(project)
    done = run_inside(project)
    assert done.status == 0, done.errors
    return project


@pytest.fixture
def images(project) -> list[dict]:
    """What both pages show, by number: the file, the width, the height."""
    found = [Images(project / "site", page).found for page in PAGES.values()]
    return [{alt[-1]: image for alt, image in each.items()} for each in found]


def published(project: Path, name: str) -> Image.Image:
    data = (project / "site" / name).read_bytes()
    assert len(data) <= LIMIT and b"Phone" not in data and b"Exif" not in data and b"GPS" not in data
    return Image.open(BytesIO(data))


def test_a_photo_is_small_upright_and_silent(project, images):
    name, width, height = images[0]["1"]
    photo = published(project, name)
    assert photo.size == (width, height) and width < height <= SIDE and 3 * width == pytest.approx(2 * height, abs=3)
    assert photo.format == "JPEG" and not photo.getexif() and not photo.info.keys() & {"exif", "comment", "xmp"}
    red, blue = photo.getpixel((width // 2, 5)), photo.getpixel((width // 2, height - 5))
    assert red[0] > 200 > 50 > red[2] and blue[2] > 200 > 50 > blue[0]
    small = published(project, images[0]["5"][0])
    assert (small.size, images[0]["5"][1:]) == ((80, 60), (80, 60))


def test_what_shines_through_still_does(project, images):
    name, width, height = images[0]["4"]
    clear = published(project, name)
    assert clear.size == (width, height) and max(clear.size) <= SIDE
    assert clear.getpixel((5, 5))[3] < 20 and clear.getpixel((5, height - 5))[3] > 235


def test_one_file_serves_both_languages_and_the_original_none(project, images):
    assert images[0] == images[1]
    one, two, three = (images[0][number] for number in "123")
    assert one == two and three == (one[0], 100, round(100 * one[2] / one[1]))
    (logo,) = images[0]["6"]
    assert (project / "site" / logo).read_bytes() == (project / "docs/logo.svg").read_bytes()
    for page, up in zip(PAGES.values(), ("../", "../../"), strict=True):
        html = (project / "site" / page).read_text("utf-8")
        assert re.search(f'<a href="?{up}{quote(images[0]["4"][0])}', html)
    originals = {prints(project / "docs")[name] for name in ("kuvat/IMG_1.JPG", "fi/kuvat/läpi ä.png")}
    site = prints(project / "site")
    assert originals.isdisjoint(site.values()) and len([name for name in site if "IMG_1" in name]) == 1


def test_the_same_bytes_come_again_and_from_nothing_and_from_a_spoilt_cache(project):
    first = prints(project / "site")
    kept = list((project / ".cache/photos").iterdir())
    for spoil in (lambda: None, lambda: kept[0].write_bytes(b"spoilt"), lambda: shutil.rmtree(project / ".cache")):
        spoil()
        assert run_inside(project).status == 0
        assert prints(project / "site") == first


def test_the_preview_shows_the_same_files(project, monkeypatch):
    monkeypatch.setenv("TODAY", DAY)
    published = prints(project / "site/pictures")
    assert len(published) == 6
    with contextlib.chdir(project):
        site = PreviewSite(State())
        shown = [site.answer(f"pictures/{name}").body for name in published]
    assert [hashlib.sha256(data).hexdigest() for data in shown] == list(published.values())


def test_the_check_has_nothing_to_say_but_where_it_was_taken(project):
    done = run_check(project, "--part", "content", PATH="")
    assert (done.status, done.errors) == (0, []), done
    assert [line.split(" ")[0] for line in done.out.splitlines() if ": huom: " in line] == ["docs/kuvat/IMG_1.JPG:1:"]


def test_a_picture_that_cannot_be_shown_is_one_line_where_the_page_names_it(project, tmp_path):
    spoilt = shutil.copytree(project, tmp_path / "spoilt")
    data = (spoilt / "docs/kuvat/IMG_1.JPG").read_bytes()
    heic = b"\0\0\0\x18ftypheic" + bytes(50)
    for name, content in {"rikki ä.jpg": data[:5000], "iPhone.HEIC": heic, "unused.png": b"\x89PNG"}.items():
        write(f"docs/fi/{name}", content)(spoilt)
    page = spoilt / "docs/fi/yhteys.md"
    places = [add(page, text) for text in ("![Työhuone](rikki%20ä.jpg)", "![Työhuone](iPhone.HEIC)")]
    done = run_inside(spoilt)
    assert done.status == 1 and len(done.errors) == 2, done.errors
    for line, place, word in zip(done.errors, places, ("rikki ä.jpg", "JPEG"), strict=True):
        assert line.startswith(f"docs/fi/yhteys.md:{place}: ") and word in line
