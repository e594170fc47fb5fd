"""The changes of facts: a notice, a price and VAT, contact details, a question with its answer."""

from builder.desk.asked import Name
from builder.desk.drafts import Drafts
from builder.desk.typed import at_field
from builder.facts.files import fact_file
from builder.facts.languages import site_languages
from builder.facts.read import today
from builder.facts.typed import as_name
from builder.files.comments import indent
from builder.mistakes.mistake import Mistake, Mistakes

PRACTICE, QUESTIONS = fact_file("practice"), fact_file("questions")
Values = dict[Name, str]


def nested(values: Values) -> dict:
    """Return typed values with those of one fact together: `{"vat": {"fi": …, "en": …}}`."""
    facts: dict = {}
    for name, value in values.items():
        if len(name) > 1:
            facts.setdefault(name[0], {})[name[1]] = value
        else:
            facts[name[0]] = value
    return facts


def contact(drafts: Drafts, values: Values) -> None:
    """Put contact details into practice.yml."""
    for name, value in nested(values).items():
        drafts.fill(PRACTICE, (name,), value, (name,))


def notice(drafts: Drafts, values: Values) -> None:
    """Put a notice into practice.yml; a first day that is not given and was there goes behind a `#`."""
    drafts.fill(PRACTICE, ("notice",), nested(values), ())
    if ("from",) not in values and ("notice", "from") in drafts.file(PRACTICE).lines:
        _hide(drafts, drafts.file(PRACTICE).lines["notice", "from"])


def _hide(drafts: Drafts, line: int) -> None:
    lines = drafts.text(PRACTICE).split("\n")
    depth = indent(lines[line - 1])
    lines[line - 1] = f"{lines[line - 1][:depth]}# {lines[line - 1][depth:]}"
    drafts.texts[PRACTICE] = "\n".join(lines)


def price(drafts: Drafts, values: Values) -> None:
    """Put a price, VAT and the day they were checked into practice.yml; raises Mistakes where it is not clear which."""
    typed = nested(values)
    if typed.keys() & {"euros", "what"}:
        _price_line(drafts, typed)
    if vat := typed.get("vat"):
        drafts.fill(PRACTICE, ("vat",), vat, ("vat",))
    if drafts.told or "checked" in typed:
        drafts.fill(PRACTICE, ("checked",), typed.get("checked", today().isoformat()), ("checked",))


def _price_line(drafts: Drafts, typed: dict) -> None:
    if "form" not in typed:
        raise Mistakes([at_field("price", ("form",), "form-empty")])
    lines = drafts.file(PRACTICE).data.get("prices") or []
    found = [at for at, line in enumerate(lines) if line["form"] == typed["form"]]
    if len(found) > 1:
        known = "; ".join(word for at in found for word in lines[at]["what"].values())
        found = [at for at in found if typed.get("what", {}).items() & lines[at]["what"].items()]
        if len(found) != 1:
            raise Mistakes([at_field("price", ("what", site_languages()[0]), "form-which", known=known)])
    wanted = [("euros",), *(("what", language) for language in site_languages())]
    missing = [at_field("price", name, "form-empty") for name in wanted if not _given(typed, name)]
    if missing and not found:
        raise Mistakes(missing)
    line = {name: typed[name] for name in ("form", "what", "euros") if name in typed}
    if lines:
        drafts.fill(PRACTICE, ("prices", found[0] if found else len(lines)), line, ())
    else:
        drafts.fill(PRACTICE, ("prices",), [line], ())


def _given(typed: dict, name: Name) -> bool:
    return name[0] in typed and (len(name) == 1 or name[1] in typed[name[0]])


def question(drafts: Drafts, values: Values) -> None:
    """Put a question with its answer at the end of its group, or another answer to a question that is there."""
    typed = nested(values)
    if not QUESTIONS.is_file():
        raise Mistakes([Mistake(QUESTIONS, 1, "file-missing")])
    groups = drafts.file(QUESTIONS).data
    for at, group in enumerate(groups):
        for place, known in enumerate(group["questions"]):
            if known["question"].items() & typed["question"].items():
                key = (at, "questions", place)
                return drafts.fill(QUESTIONS, key, {"question": typed["question"], "answer": typed["answer"]}, ())
    at = _group(groups, values.get(("group",)))
    taken = {one["id"] for group in groups for one in (group, *group["questions"])}
    name = as_name(next(iter(typed["question"].values())))[:40].rstrip("-")
    new = {"id": free_name(name or "question", taken)}
    new |= {"question": typed["question"], "answer": typed["answer"]}
    drafts.fill(QUESTIONS, (at, "questions", len(groups[at]["questions"])), new, ())
    return None


def _group(groups: list[dict], title: str | None) -> int:
    """Return the place of the group with a title, or of the last one; raises Mistakes with the titles there are."""
    found = [at for at, group in enumerate(groups) if title and same(title, [group["id"], *group["title"].values()])]
    if title and not found:
        known = "; ".join(" / ".join(group["title"].values()) for group in groups)
        raise Mistakes([at_field("question", ("group",), "form-not-there", value=title, known=known)])
    return found[0] if found else len(groups) - 1


def same(typed: str, words: list[str]) -> bool:
    """Return whether what was typed is one of `words`, in small letters or large."""
    return typed.casefold() in [word.casefold() for word in words]


def free_name(name: str, taken: set[str]) -> str:
    """Return `name`, with a number behind it where it is taken.

    >>> free_name("question", {"question"})
    'question-2'
    """
    number = 1
    while (free := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return free
