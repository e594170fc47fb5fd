"""Checked values: what is read as it is typed, and what is refused, with the message that shows how to write it."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from builder.facts.values import (
    BusinessId,
    Day,
    Email,
    Line,
    Minutes,
    Name,
    PagePath,
    People,
    Phone,
    Price,
    WebAddress,
    Weeks,
)

READ = {
    (Phone, "+358441234567"): ["044 123 4567", "+358 44 123 4567", "+358 (0)44 1234567", "puh. 044-1234567"],
    (Phone, "+46812345678"): ["+46 8 123 456 78", "0046 8 12345678"],
    (Email, "nimi.suku@example.org"): [
        "nimi.suku@example.org",
        "nimi.suku (at) example.org",
        "nimi.suku[at]example.org",
        "nimi.suku(ät)example.org",
    ],
    (Day, date(2026, 12, 6)): ["2026-12-06", "6.12.2026", "06.12.2026", "6. 12. 2026", "6.12.26"],
    (BusinessId, "1234567-1"): ["1234567-1", "1234567 - 1", "1234567–1", "FI12345671"],
    (WebAddress, "https://www.example.org/a"): ["https://www.example.org/a", "www.example.org/a"],
    (WebAddress, "https://example.org"): ["https://example.org", "example.org"],
    (Price, "110"): ["110", "110 €", "110€", "€110", "110 euroa", "110 eur", "110 EUR", "110e", "110,-"],
    (Price, "110,5"): ["110,5", "110,5 €"],
    (Price, "110.50"): ["110.50", "110.50 euros"],
    (Price, "1200,50"): ["1200,50", "1 200,50 €", "1\xa0200,50"],
    (Minutes, "45–90"): ["45–90", "45-90", "45 – 90", "45—90 min", "45-90 minuuttia"],
    (Minutes, "45"): ["45", "45 min", "45 min.", "45 minutes"],
    (People, "4–6"): ["4–6", "4-6 henkilöä", "4 - 6 people", "4–6 hlö"],
    (Weeks, "2–4"): ["2–4", "2-4 viikkoa", "2–4 vk", "2 – 4 weeks"],
    (Name, "vaitiolo-ryhmassa"): ["vaitiolo-ryhmassa"],
    (PagePath, "/palvelut/index.md#hinnat"): ["/palvelut/index.md#hinnat"],
    (Line, "1 < 2 ja R&D"): ["1 < 2 ja R&D"],
}
REFUSED = {
    (Phone, "phone"): ["soita", "12", "044 123 4567 (Koe)", "044 1234567, 040 1234567"],
    (Email, "email"): ["nimi.example.org", "nimi at example.org", "nimi@example"],
    (BusinessId, "business_id"): ["1234567-2", "123456-7", "yritys"],
    (WebAddress, "web_address"): ["http://example.org", "https://…", "sivuni", "mailto:nimi@example.org"],
    (Day, "day"): ["31.13.2026", "12/31/2026", "31.12.", "joulukuussa", "2026"],
    (Price, "price"): ["noin 95 €", "1.200", "60 90", "95/100", "ilmainen"],
    (Minutes, "range"): ["noin 45", "1,5 h", "4–6 henkilöä"],
    (Name, "name"): ["Etänä", "a b", "a_b", "-a"],
    (PagePath, "page_path"): ["yhteys.md", "/yhteys", "docs/fi/yhteys.md"],
    (Line, "html"): ["<b>lihava</b>", "</p>"],
    (Line, "unfilled"): ["…", "..."],
    (Line, "string_too_short"): [""],
}


@pytest.mark.parametrize("kind, meant, typed", [(*key, typed) for key, rows in READ.items() for typed in rows])
def test_reads_what_is_typed_where_its_meaning_is_certain(kind, meant, typed):
    assert TypeAdapter(kind).validate_python(typed) == meant


@pytest.mark.parametrize("kind, error, typed", [(*key, typed) for key, rows in REFUSED.items() for typed in rows])
def test_refuses_what_could_mean_anything(kind, error, typed):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(typed)
    assert caught.value.errors()[0]["type"] == error


@pytest.mark.parametrize("typed, example", [("Etänä", "etana"), ("Vaitiolo ryhmässä?", "vaitiolo-ryhmassa")])
def test_a_refused_name_comes_with_a_right_one(typed, example):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Name).validate_python(typed)
    assert caught.value.errors()[0]["ctx"] == {"example": example}
