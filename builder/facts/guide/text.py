"""All paths of the guide as plain text, for reading aloud and for a diff."""

from builder.facts.models.sources import without_markup


def told(guide: dict) -> str:
    """Return every path of the guide of one language, as guide_words left it: answers first, then who helps."""
    paths = [place for place in guide["places"] if "end" in place]
    return "\n\n".join("\n".join(_lines(place)) for place in paths)


def _lines(place: dict) -> list[str]:
    end = place["end"]
    answers = [f"{answer['question']} {answer['answer']}" for answer in place["trail"]]
    lines = [f"→ {end['title']}", *([end["text"]] if "text" in end else [])]
    for at, helper in enumerate(end["helpers"], 1):
        called = "".join(f" {number['what']} {number['text']}".replace("  ", " ") for number in helper["numbers"])
        lines.append(f"  {at}. {helper['who']}{called}: {helper['text']}")
    return [without_markup(line) for line in answers + lines]
