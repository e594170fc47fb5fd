"""Who hears what: what stays in the room and what leaves it, as a drawing has it."""

from collections.abc import Iterator


def who_hears(parties: list[dict], things: list[dict]) -> dict:
    """Return who is `inside` the room, what is `kept` there, and what is `told` to each party outside it."""
    outside = [party for party in parties if not party["inside"]]
    told = [{"name": party["name"], "things": list(_told(party["id"], things))} for party in outside]
    leaving = [thing["name"] for party in told for thing in party["things"]]
    return {
        "inside": [party["name"] for party in parties if party["inside"]],
        "kept": [thing["name"] for thing in things if thing["name"] not in leaving],
        "told": told,
    }


def _told(party: str, things: list[dict]) -> Iterator[dict]:
    for thing in things:
        if party in thing["cells"] and (verdict := thing["cells"][party]["verdict"]) != "no":
            yield {"name": thing["name"], "verdict": verdict}
