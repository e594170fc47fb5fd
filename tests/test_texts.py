"""Checked values: what an owner may write, and what is refused with which message."""

import pytest
from pydantic import TypeAdapter, ValidationError

from builder.texts import BusinessId, Day, Email, Line, Phone, Price, Range, WebAddress

GOOD = [
    (Phone, "044 123 4567", "+358441234567"),
    (Phone, "+46 8 123 456 78", "+46812345678"),
    (Email, "nimi.suku@example.org", "nimi.suku@example.org"),
    (BusinessId, "1234567-1", "1234567-1"),
    (WebAddress, "https://example.org/", "https://example.org/"),
    (Price, "95,50", "95,50"),
    (Range, "4–6", "4–6"),
    (Line, "1 < 2 ja R&D", "1 < 2 ja R&D"),
]
BAD = [
    (Phone, "soita", "phone"),
    (Phone, "12", "phone"),
    (Email, "nimi(at)example.org", "email"),
    (BusinessId, "1234567-2", "business_id"),
    (WebAddress, "www.example.org", "web_address"),
    (Day, "31.12.2026", "day"),
    (Price, "noin 95 €", "string_pattern_mismatch"),
    (Range, "4-6", "string_pattern_mismatch"),
    (Line, "<b>lihava</b>", "html"),
    (Line, "", "string_too_short"),
]


@pytest.mark.parametrize("kind, written, meant", GOOD)
def test_takes_what_is_written_well(kind, written, meant):
    assert TypeAdapter(kind).validate_python(written) == meant


@pytest.mark.parametrize("kind, written, error", BAD)
def test_refuses_what_is_not(kind, written, error):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(written)
    assert caught.value.errors()[0]["type"] == error
