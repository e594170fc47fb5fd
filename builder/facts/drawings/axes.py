"""The roles on two axes, by their verdicts in the comparison."""

VERDICTS = ["no", "partly", "yes"]
"""From the least of something to the most, as an axis has them."""


def on_axes(comparison: dict) -> dict | None:
    """Return the roles by their verdicts on the two questions that `axes` names; None while it names none.

    There is a row for each verdict on what is asked `down`, with the roles by their verdicts on what is asked
    `across`, both from no to yes; a role without a verdict on either has no place.
    """
    if not (axes := comparison.get("axes")):
        return None
    asked = {question["id"]: question["text"] for question in comparison["questions"]}
    places = {(down, across): [] for down in VERDICTS for across in VERDICTS}
    for role in comparison["roles"]:
        place = tuple(role["cells"].get(axes[axis], {}).get("verdict") for axis in ("down", "across"))
        places.get(place, []).append(role)
    rows = [{"verdict": down, "cells": [places[down, across] for across in VERDICTS]} for down in VERDICTS]
    return {"across": asked[axes["across"]], "down": asked[axes["down"]], "verdicts": VERDICTS, "rows": rows}
