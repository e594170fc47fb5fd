"""A year of meetings, drawn to scale from the practice's own figures."""

YEAR, MONTHS = 52, 12
"""A year in weeks and in months."""
BAR = 1.4
"""How wide a meeting is drawn, in per cent of the year."""


def year_of(weeks: str, minutes: dict[str, str], review: int | None) -> dict:
    """Return a year of meetings `weeks` apart that last `minutes`, by the way of working; `2–4` is a range.

    There is a row for the shortest and the longest time between, with a bar for each meeting: where it is in per cent
    of the year, and whether it is the first, the last, or has a `review`, which comes after so many months. `least` is
    the shortest meeting in per cent of the longest.
    """
    lasting = [end for form in minutes.values() for end in ends(form)]
    least, most = min(lasting, default=1), max(lasting, default=1)
    rows = [_row(apart, review) for apart in sorted(set(ends(weeks))) if 0 < apart <= YEAR]
    for row in rows:
        hours = [f"{row['meetings'] * length / 60:.0f}" for length in (least, most)] if lasting else []
        row["hours"] = "–".join(dict.fromkeys(hours))
    return {"least": round(100 * least / (most or 1), 1), "minutes": minutes, "rows": rows}


def ends(value: str) -> list[int]:
    """Return the two ends of a range, or the one number.

    >>> ends("45–90"), ends("60")
    ([45, 90], [60])
    """
    return [int(end) for end in value.split("–")]


def _row(apart: int, review: int | None) -> dict:
    held = list(range(0, YEAR + 1, apart))
    due = [months * YEAR / MONTHS for months in range(review, MONTHS, review)] if review else []
    reviewed = {next((week for week in held if week >= day), held[-1]) for day in due}
    kinds = ["review" if week in reviewed else "meeting" for week in held]
    kinds[0], kinds[-1] = "first", "last"
    bars = [{"at": round(week / YEAR * (100 - BAR), 2), "kind": kind} for week, kind in zip(held, kinds, strict=True)]
    return {"weeks": apart, "meetings": len(held) - 1, "bars": bars}
