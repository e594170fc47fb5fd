"""What the templates of components ask for: facts that may not be there, and one of several by its name."""

import jinja2


class UnknownOption(Exception):
    """A component was asked for facts that do not exist; `known` are those that do."""

    def __init__(self, wanted: str, known: list[str]):
        super().__init__(wanted)
        self.wanted, self.known = wanted, known


class AbsentFacts(Exception):
    """A component asked for facts whose `file` is not there."""

    def __init__(self, file: str):
        super().__init__(file)
        self.file = file


class Asked(dict):
    """Facts as templates ask for them; `absent` among them names the files that are not there."""

    def __missing__(self, name: str) -> object:
        absent = self.get("absent", {})
        raise AbsentFacts(absent[name]) if name in absent else KeyError(name)


def pick(facts: dict, wanted: object) -> object:
    """Return `facts[wanted]`; templates use it for the facts that a page names."""
    if isinstance(wanted, jinja2.Undefined) or wanted not in facts:
        raise UnknownOption("–" if isinstance(wanted, jinja2.Undefined) else wanted, list(facts))
    return facts[wanted]


def by_id(facts: list[dict]) -> dict[str, dict]:
    """Return a list of facts by the ids they have, for `pick`."""
    return {fact["id"]: fact for fact in facts}
