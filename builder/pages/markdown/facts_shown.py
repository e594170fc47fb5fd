"""What is to be told of the texts of data/ as pages show them: HTML, unsafe links, marks that are left over."""

from builder.facts import references
from builder.facts.files import fact_paths
from builder.facts.models.sources import cited
from builder.files.yaml import leaves, line_of, read_yaml
from builder.mistakes.mistake import Mistake
from builder.pages.markdown.as_shown import told_of_fact
from builder.pages.markdown.blocks import Told

PLAIN = {"interface.yml", "own-words.yml", "letters.yml", "composer.yml"}
"""Files whose texts are not Markdown: labels, and letters that the reader sends."""


def check_facts(facts: dict[str, dict]) -> list[Mistake]:
    """Return what is wrong with the texts of data/ in each language, what they refer to filled in."""
    known = {language: references.referable(told["practice"]) for language, told in facts.items()}
    sources = next(iter(facts.values()))["sources"]
    return [
        Mistake(path, line_of(file.lines, key) + one.line - 1, one.key, one.values)
        for path in fact_paths()
        if path.name not in PLAIN
        for file in [read_yaml(path)]
        for key, text in leaves(file.data)
        if key[-1] in known
        for one in _told_of(references.resolve(text, known[key[-1]]), sources)
    ]


def _told_of(text: str, sources: dict) -> list[Told]:
    unknown = [Told(1, "source-unknown", {"name": key}) for key in cited(text) if key not in sources]
    return [*unknown, *told_of_fact(text)]
