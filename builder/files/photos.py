"""What a photo becomes in the site: small, upright, in the colours of every screen, and with nothing written into it.

It lies in CACHE under a name that tells what it was made from and what it holds: a spoilt one is made anew.
"""

import contextlib
import hashlib
import math
from io import BytesIO
from pathlib import Path

import PIL
from PIL import ExifTags, Image, ImageCms, ImageOps

from builder.files.text import replace_file

PHOTOS = {".jpg", ".jpeg", ".jfif", ".png", ".webp", ".avif", ".heic", ".heif", ".bmp", ".tif", ".tiff"}
AS_THEY_ARE = {".gif", ".svg"}
"""The pictures that are no photos, and go to the site unchanged."""
SIDE = 1600
"""Pixels of the longer side at the most."""
LIMIT = 200_000
"""Bytes at the most."""
QUALITIES = (85, 75, 65, 60)
CACHE = Path(".cache/photos")
POSITION = "-position"
"""How the stem of a name in CACHE ends where the original tells where it was taken."""
RECIPE = Path(__file__).read_bytes() + PIL.__version__.encode()
Image.MAX_IMAGE_PIXELS = 200_000_000  # what the largest photos of phones have; Pillow refuses twice as many


def small_photo(data: bytes) -> Path | None:
    """Return the file in CACHE that the site shows for a photo, made now if it is new; None where it cannot be read."""
    key = digest(RECIPE + data)
    for file in CACHE.glob(f"{key}-*"):
        if file.stem.split("-")[1] == digest(file.read_bytes()):
            return file
    try:
        small, end = _small(data)
    except Exception:  # a broken file can fail in any way that a decoder can
        return None
    name = f"{key}-{digest(small)}{end}"
    CACHE.mkdir(parents=True, exist_ok=True)
    replace_file(CACHE / name, small)
    return CACHE / name


def digest(data: bytes) -> str:
    """Return a short name for what a file holds."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _small(data: bytes) -> tuple[bytes, str]:
    """Return a photo as the site shows it, and how its name in CACHE ends; raises whatever Pillow does."""
    with Image.open(BytesIO(data)) as image:
        place = image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        position = POSITION if ExifTags.GPS.GPSLatitude in place or b"GPSLatitude" in data else ""
        image.draft(None, (SIDE, SIDE))  # a JPEG is then not decoded larger than need be
        upright = _plain(ImageOps.exif_transpose(image))
        upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
        if image.format == "PNG" and len(small := _saved(upright, "PNG")) <= LIMIT:
            return small, f"{position}.png"
        kind, suffix = ("JPEG", ".jpg") if image.format in ("JPEG", "MPO") else ("WEBP", ".webp")
    return _fitting(upright, kind), position + suffix


def _plain(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if profile := image.info.get("icc_profile"):
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            given, usual = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, given, usual, outputMode=mode)
    image = image.convert(mode)
    image.info = {}
    return image


def _fitting(image: Image.Image, kind: str) -> bytes:
    """Return a picture within LIMIT: by a lower quality, and where the lowest does not do, with fewer pixels."""
    for quality in QUALITIES:
        if len(small := _saved(image, kind, quality)) <= LIMIT:
            return small
    while len(small) > LIMIT:
        side = int(max(image.size) * math.sqrt(LIMIT / len(small)) * 0.95)
        image.thumbnail((side, side), Image.Resampling.LANCZOS)
        small = _saved(image, kind, QUALITIES[-1])
    return small


def _saved(image: Image.Image, kind: str, quality: int = 100) -> bytes:
    file = BytesIO()
    image.save(file, kind, quality=quality, optimize=kind == "JPEG", progressive=True)
    return file.getvalue()
