"""The pictures of docs/: a file for both languages, named by what it holds, with its size on the pages that show it.

A page may name a picture of either language's folder, or of docs/ itself. The original of a photo is not published.
"""

import contextlib
import re
import xml.etree.ElementTree as etree
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from PIL import Image

from builder.files.folder import remove
from builder.files.photos import AS_THEY_ARE, CACHE, PHOTOS, POSITION, digest, small_photo
from builder.files.text import whole_letters
from builder.locales import LANGUAGES
from builder.mistakes.mistake import Mistake
from builder.pages.page import DOCS, Page

UNSAFE = re.compile(
    r"<\s*(?:script|foreignObject|iframe|!ENTITY)|\son\w+\s*=|javascript:"
    r"|(?:href|src)\s*=\s*['\"]?\s*(?!#|data:image/)\w|url\(\s*['\"]?(?!#|data:)",
    re.I,
)
"""What a drawing has no use for; opened by its own address it has no policy around it."""


class Picture(NamedTuple):
    """A picture by its `name` in the site, and the `file` that goes there; an SVG has no `size` in pixels."""

    name: str
    file: Path
    size: tuple[int, int] | None


def read_pictures(pages: dict[str, list[Page]], mistakes: list[Mistake]) -> dict[Path, Picture]:
    """Return the pictures of docs/ by their paths.

    To `mistakes` is added each line of `pages` that names one that cannot be shown, and each photo with a position.
    """
    pictures = {}
    for path in sorted(filter(_is_picture, DOCS.rglob("*"))):
        photo = path.suffix.lower() in PHOTOS
        file = small_photo(path.read_bytes()) if photo else path
        if path.suffix.lower() == ".svg" and (line := _unsafe_line(path)):
            mistakes.append(Mistake(path, line, "picture-unsafe"))
        if not file:
            mistakes += _named(path, pages)
            continue
        pictures[path] = _picture(whole_letters(path.stem), file)
        if photo and file.stem.endswith(POSITION):
            mistakes.append(Mistake(path, 1, "picture-position"))
    for file in set(CACHE.glob("*")) - {picture.file for picture in pictures.values()}:
        remove(file)
    return pictures


def _unsafe_line(path: Path) -> int | None:
    """Return the line where a drawing would run a script or load from elsewhere; None where it does neither."""
    text = path.read_text("utf-8", errors="replace")
    found = UNSAFE.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _is_picture(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in PHOTOS | AS_THEY_ARE and path.is_file() and not path.is_symlink() and not hidden


def _picture(stem: str, file: Path) -> Picture:
    name, size = f"pictures/{stem}.{digest(file.read_bytes())[:8]}{file.suffix}", None
    with contextlib.suppress(OSError), Image.open(file) as image:
        size = image.size
    return Picture(name, file, size)


def _named(path: Path, pages: dict[str, list[Page]]) -> list[Mistake]:
    key = "picture-heic" if path.read_bytes()[4:8] == b"ftyp" else "picture-broken"
    name = re.compile(rf"(?<![\w-]){re.escape(path.name)}")
    every = [page for found in pages.values() for page in found]
    return [
        Mistake(page.path, number, key, {"picture": path})
        for page in every
        for number, line in enumerate(page.text.splitlines(), 1)
        if name.search(unquote(line))
    ]


def called(pictures: dict[Path, Picture], language: str) -> dict[str, Picture]:
    """Return what a page of `language` may call each picture, seen from the folder of its language.

    As on GitHub: `../kuvat/a.jpg` from there, `/docs/kuvat/a.jpg` from the top. Or as if it lay there: `kuvat/a.jpg`,
    where that folder's own picture comes before one of the other language's, and that before one of docs/ itself.
    """
    names = {}
    for path in sorted(pictures, key=lambda path: (path.parts[1] in LANGUAGES) + (path.parts[1] == language)):
        inside = path.relative_to(DOCS)
        there = inside.relative_to(inside.parts[0]) if inside.parts[0] in LANGUAGES else inside
        written = (path.as_posix(), f"../{inside.as_posix()}", there.as_posix())
        names |= dict.fromkeys(map(whole_letters, written), pictures[path])
    return names


def place_pictures(root: etree.Element, pictures: dict[Path, Picture], top: str) -> None:
    """Let what links to or shows one of `pictures` in `root` lead to its one file, from `top`, and have its size."""
    by_name = {picture.name: picture for picture in pictures.values()}
    for element in root.iter():
        key = {"img": "src", "a": "href"}.get(element.tag)
        path = unquote(urlsplit(element.get(key, "")).path) if key else ""
        if picture := by_name.get("/".join(path.split("/")[-2:])):
            element.set(key, top + element.get(key))
            if picture.size and element.tag == "img":
                _set_size(element, *picture.size)


def _set_size(image: etree.Element, width: int, height: int) -> None:
    """Give `image` the sides that are not typed: as they are, or in proportion to the one that is."""
    sides = {"width": width, "height": height}
    typed = {name: image.get(name) for name in sides if image.get(name)}
    scale = next((int(value) / sides[name] for name, value in typed.items() if value.isdigit()), None if typed else 1)
    for name in sides:
        if scale and name not in typed:
            image.set(name, str(round(sides[name] * scale)))
