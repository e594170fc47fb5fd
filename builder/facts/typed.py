"""Read a value as an owner types it, where its meaning is certain.

What cannot be read is an error whose type is a key of data/site/messages.yml; the message shows how to write it.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

import phonenumbers
from pydantic_core import PydanticCustomError

LONGEST = 5_000
"""Bytes of a text; Markdown could take minutes over more."""


def read_line(value: str) -> str:
    """Refuse HTML, what a pattern leaves to be filled in, and what is too long to be meant."""
    if value in ("…", "..."):
        raise PydanticCustomError("unfilled", "unfilled")
    if (size := len(value.encode())) > LONGEST:
        raise PydanticCustomError("text-long", "text-long", {"size": size // 1000, "limit": LONGEST // 1000})
    if re.search(r"<\s*[a-z/!]", value, re.I):
        raise PydanticCustomError("html", "html")
    return value


def read_phone(value: str) -> str:
    """Return the number in E.164 form; Finnish where it has no country code."""
    typed = re.fullmatch(r"(?:(?:p|puh|tel)[.:]*\s*)?(\+?[\d\s()/.–-]+)", value, re.I)
    try:
        number = phonenumbers.parse(typed[1] if typed else "", "FI")
    except phonenumbers.NumberParseException:
        raise PydanticCustomError("phone", "phone") from None
    if not phonenumbers.is_possible_number(number):
        raise PydanticCustomError("phone", "phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_email(value: str) -> str:
    """Return the address with its `@`, which may be written `(at)` or `[at]`."""
    address = re.sub(r"\s*[(\[]\s*(?:at|ät|@)\s*[)\]]\s*", "@", value, flags=re.I)
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}", address, re.I):
        raise PydanticCustomError("email", "email")
    return address


def read_day(value: str) -> date:
    """Return the day that is written `2026-12-31`, `31.12.2026` or `31.12.26`."""
    try:
        if found := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\. ?(?:20)?(\d\d)", value):
            return date(2000 + int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("day", "day") from None


def read_business_id(value: str) -> str:
    """Return the Finnish business ID (Y-tunnus): seven digits and a check digit, modulo 11; read from a VAT ID, too."""
    if found := re.fullmatch(r"(?:FI)?(\d{7})[-–]?(\d)", re.sub(r"\s", "", value)):
        total = sum(int(digit) * weight for digit, weight in zip(found[1], (7, 9, 10, 5, 8, 4, 2), strict=True))
        if (11 - total % 11) % 11 == int(found[2]):
            return f"{found[1]}-{found[2]}"
    raise PydanticCustomError("business_id", "business_id")


def read_web_address(value: str) -> str:
    """Return the address with its `https://`, which may be left out."""
    address = value if ":" in value.split("/")[0] else f"https://{value}"
    if not re.fullmatch(r"https://[\w-]+(\.[\w-]+)+(:\d+)?([/?#][^\s<>\"\\]*)?", address):
        raise PydanticCustomError("web_address", "web_address")
    return address


def read_price(value: str) -> str:
    """Return the sum without its unit and spaces: `110 €` and `1 200,50 euroa` are read."""
    bare = re.sub(r"(?i)€|\beur(oa?|os?)?\b|(?<=\d)e$|,-$", "", value).strip()
    if not re.fullmatch(r"(\d{1,6}|\d{1,3}\s\d{3})([.,]\d{1,2})?", bare):
        raise PydanticCustomError("price", "price")
    return re.sub(r"\s", "", bare)


def read_range(units: str) -> Callable[[str], str]:
    """Return what reads a number or a range, `4-6` or `4 – 6` too, which one of `units` may follow."""

    def read(value: str) -> str:
        found = re.fullmatch(rf"(\d+)(?:\s?[-–—]\s?(\d+))?(?:\s?(?:{units})\.?)?", value, re.I)
        if not found:
            raise PydanticCustomError("range", "range")
        return f"{found[1]}–{found[2]}" if found[2] else found[1]

    return read


def read_form(key: str, pattern: str) -> Callable[[str], str]:
    """Return what takes a text that `pattern` matches whole; `key` names the message for any other."""

    def read(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise PydanticCustomError(key, key, {"example": as_name(value) or "vaitiolo-ryhmassa"})
        return value

    return read


def as_name(value: str) -> str:
    """Return a text as a name for machines; an empty one where it has neither Latin letters nor digits.

    >>> as_name("Etänä & ryhmässä?")
    'etana-ryhmassa'
    """
    plain = unicodedata.normalize("NFKD", value.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
