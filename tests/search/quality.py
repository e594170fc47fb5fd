"""How well the search of the built site answers: asked in a real browser, of the files that a visitor loads."""

from pathlib import Path
from typing import NamedTuple

from builder.text_file import read_text
from builder.yaml_file import read_yaml
from tests.support.serving import Site

ANSWERS = """async ([module, indexFile, lexiconFile, queries]) => {
  const { Engine } = await import(module)
  const read = file => fetch(file).then(answer => answer.json())
  const index = await read(indexFile)
  const engine = new Engine(index, index.lexicon && await read(lexiconFile))
  return queries.map(query => {
    const { results, guess } = engine.search(query, 10)
    return { guess, pages: results.map(result => result.page) }
  })
}"""


class Quality(NamedTuple):
    """Shares of the queries: a wanted page among the first three; mean of 1/rank; no result; and those missed."""

    recall: float
    mrr: float
    empty: float
    missed: list[str]


def queries(path: Path, language: str) -> list[dict]:
    """Return the queries of a file in a language: `q`, and `expect`, the addresses wanted."""
    return [one for one in read_yaml(path, read_text(path)).data if one["language"] == language]


def answers(page, site: Site, language: str, asked: list[str]) -> list[dict]:
    """Return `pages`, the addresses found, and `guess` for each query; `page` is a browser page on the site."""
    files = [site.asset(name) for name in ("engine.js", f"{language}.json", "fi-lexicon.json")]
    return page.evaluate(ANSWERS, [*map(site.address, files), asked])


def measure(page, site: Site, language: str, wanted: list[dict]) -> Quality:
    """Return how well the queries `wanted`, in `language`, are answered."""
    found = answers(page, site, language, [one["q"] for one in wanted])
    ranks = [_rank(one["expect"], answer["pages"]) for one, answer in zip(wanted, found, strict=True)]
    return Quality(
        recall=sum(0 < rank <= 3 for rank in ranks) / len(ranks),
        mrr=sum(1 / rank for rank in ranks if rank) / len(ranks),
        empty=sum(not answer["pages"] for answer in found) / len(ranks),
        missed=[one["q"] for one, rank in zip(wanted, ranks, strict=True) if not 0 < rank <= 3],
    )


def _rank(expected: list[str], pages: list[str]) -> int:
    return next((place for place, page in enumerate(pages, 1) if page in expected), 0)
