"""A new article: a Markdown file in the folder whose own page lists articles."""

from pathlib import Path

from builder.desk.asked import Name
from builder.desk.drafts import Drafts, Told
from builder.desk.editing.written import scalar
from builder.desk.facts import free_name, same
from builder.desk.typed import at_field
from builder.facts.files import DATA
from builder.facts.languages import site_languages
from builder.facts.read import today
from builder.facts.typed import as_name
from builder.mistakes.mistake import Mistakes
from builder.pages.page import DOCS, folders_of_articles

TOPICS = DATA / "topics.yml"


def article(drafts: Drafts, values: dict[Name, str]) -> None:
    """Write an article; raises Mistakes: no list of articles, one of that name, a topic that is not known."""
    language, title = values["language",], values["title",]
    day, folder = values.get(("date",), today().isoformat()), _folder(language)
    name = as_name(title)[:60].strip("-") or free_name(as_name(day), {path.stem for path in folder.glob("*.md")})
    path = folder / f"{name}.md"
    if path.exists():
        raise Mistakes([at_field("article", ("title",), "form-article-there", file=path.as_posix())])
    front = {name: scalar(values[name,]) for name in ("title", "description")}
    front["date"] = day
    if topics := _topics(drafts, language, values.get(("topics",), "")):
        front["topics"] = f"[{', '.join(topics)}]"
    head = "".join(f"{name}: {value}\n" for name, value in front.items())
    drafts.texts[path] = f"---\n{head}---\n\n{values['body',].strip()}\n"
    drafts.told.append(Told(("title",), None, title))


def _folder(language: str) -> Path:
    """Return the folder of the articles of a language."""
    folders = sorted(folders_of_articles(DOCS / language)) if language in site_languages() else []
    if not folders:
        raise Mistakes([at_field("article", ("language",), "form-no-articles")])
    return folders[0]


def _topics(drafts: Drafts, language: str, typed: str) -> list[str]:
    """Return the names in the file of the topics that are typed, by those names or by their words in a language."""
    known = drafts.file(TOPICS).data if TOPICS.is_file() else {}
    found, strange = [], []
    for topic in filter(None, (one.strip() for one in typed.split(","))):
        names = [name for name, words in known.items() if same(topic, [name, *words.values()])]
        (found if names else strange).append(names[0] if names else topic)
    if strange:
        words = ", ".join(words.get(language, name) for name, words in known.items()) or "–"
        raise Mistakes([at_field("article", ("topics",), "form-not-there", value=", ".join(strange), known=words)])
    return found
