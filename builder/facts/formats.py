"""Phone numbers, prices and days as each language writes them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

import phonenumbers
from babel.dates import format_date
from babel.numbers import format_currency

LOCALES = {"fi": "fi_FI", "en": "en_GB"}
PRICE_PATTERNS = {"fi": "#,##0.00\u00a0¤", "en": "¤#,##0.00"}


def phone_text(number: str, language: str) -> str:
    """Return an E.164 number as a Finn or a foreigner dials it, with no-break spaces."""
    parsed = phonenumbers.parse(number)
    home = language == "fi" and parsed.country_code == 358
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style).replace(" ", "\u00a0")


def euros(amount: str, language: str) -> str:
    """Return a price as the language writes it: `95,00 €`, `€95.00`; whole euros without cents."""
    value = Decimal(amount.replace(",", "."))
    cents = "" if value == value.to_integral() else ".00"
    pattern = PRICE_PATTERNS[language].replace(".00", cents)
    return format_currency(value, "EUR", pattern, locale=LOCALES[language], currency_digits=False)


@lru_cache(maxsize=1024)
def day_text(day: date, language: str) -> str:
    """Return a day as the language writes it: `20.11.2026`, `20 November 2026`."""
    return format_date(day, "d.M.y" if language == "fi" else "d\u00a0MMMM y", locale=LOCALES[language])
