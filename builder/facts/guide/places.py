"""The guide as a page shows it: a place for every step of every path, each with the answers that led there.

No place is shared, so a place knows the answers given without a script, and the way back to each of them.
"""

from urllib.parse import urlsplit

from builder.facts.models.contact import mailto

ROOT = "guide-start"


def guide_words(facts: dict) -> None:
    """Add `places` to the guide of `facts`, those of one language: its questions first, then its ends in their order.

    A place has an `id`, the `trail` of answers that led there, and a `step` or an `end`, which has its helpers.
    """
    guide = facts["guide"]
    helpers = {helper["id"]: helper for helper in _with_more(guide, facts)}
    guide["safety"] = [helpers[name] for name in guide["safety"]]
    steps = {step["id"]: step for step in guide["steps"]}
    ends = {end["id"]: end | {"helpers": [helpers[name] for name in end["helpers"]]} for end in guide["ends"]}
    places = list(_places(guide["start"], steps, ends, ROOT, [])) if "start" in guide else []
    order = list(ends)
    places.sort(key=lambda place: order.index(place["end"]["id"]) if "end" in place else -1)
    for place in places:
        if "end" in place:
            place["letter"] = _letter(place, facts["interface"])
    guide["places"] = places


def _places(name: str, steps: dict, ends: dict, place: str, trail: list[dict]):
    if name in ends:
        yield {"id": place, "trail": trail, "end": ends[name]}
    elif name in steps:
        step = steps[name]
        options = [option | {"place": f"{place}.{option.get('id', option['to'])}"} for option in step["options"]]
        yield {"id": place, "trail": trail, "step": step | {"options": options}}
        for option in options:
            answer = {"question": step["question"], "answer": option["text"], "place": place}
            yield from _places(option["to"], steps, ends, option["place"], [*trail, answer])


def _with_more(guide: dict, facts: dict) -> list[dict]:
    """Return the helpers with what else is told of them: a verdict by the comparison, numbers by the practice."""
    comparison, lines = facts.get("comparison", {}), facts["practice"].get("help_lines", [])
    rows = {row["id"]: row["text"] for row in comparison.get("questions", [])}
    cells = {role["id"]: role["cells"].get(guide.get("verdict")) for role in comparison.get("roles", [])}
    helpers = []
    for helper in guide["helpers"]:
        cell = cells.get(helper.get("role"))
        host = urlsplit(helper.get("url", "")).netloc.removeprefix("www.")
        told = cell and cell | {"question": rows[guide["verdict"]]}
        helpers.append(helper | {"cell": told, "numbers": numbers(helper, lines), "host": host})
    return helpers


def numbers(helper: dict, lines: list[dict]) -> list[dict]:
    """Return the numbers to call, each as `text`, as a `link`, and what it is, where that needs telling."""
    own = [{"number": helper["number"]}] if "number" in helper else []
    found = own + [line for line in lines if line["helper"] == helper["id"]]
    return [
        {
            "text": line["number"].replace(" ", "\u00a0"),
            "link": _telephone(line["number"]),
            "what": line.get("what", ""),
        }
        for line in found
    ]


def _telephone(number: str) -> str:
    return "tel:" + "".join(sign for sign in number if sign in "+0123456789")


def _letter(place: dict, words: dict) -> str:
    """Return the address of an e-mail to nobody yet, with the answers and where they lead."""
    answers = [f"{answer['question']} {answer['answer']}" for answer in place["trail"]]
    return mailto("", words["guide_subject"], [*answers, "", place["end"]["title"]])
