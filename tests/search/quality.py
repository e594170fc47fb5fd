"""How well the search of the built site answers: asked in a real browser, of the files that a visitor loads."""

from pathlib import Path
from typing import NamedTuple

from builder.files.text import read_text
from builder.files.yaml import read_yaml
from tests.support.serving import Site

ANSWERS = """async ([module, index, queries]) => {
  const { open } = await import(module)
  const engine = await open(await fetch(index).then(answer => answer.json()))
  return queries.map(query => {
    const { results, guess, total, near } = engine.search(query, 10)
    return { guess, total, near, results, pages: results.map(result => result.page) }
  })
}"""


class Quality(NamedTuple):
    """Shares of the queries: a wanted page first, among the first three; mean of 1/rank; no result; those missed."""

    first: float
    recall: float
    mrr: float
    empty: float
    missed: list[str]


def queries(path: Path, language: str) -> list[dict]:
    """Return the queries of a file in a language: `q`, `kind`, and `expect`, the addresses wanted.

    A page that was made later and answers as well is named in `added:`, with its reason.
    """
    asked = [one for one in read_yaml(path, read_text(path)).data if one["language"] == language]
    later = [[added["page"] for added in one.get("added", [])] for one in asked]
    return [one | {"expect": [*one.get("expect", []), *pages]} for one, pages in zip(asked, later, strict=True)]


def answers(page, site: Site, language: str, asked: list[str]) -> list[dict]:
    """Return `pages`, the addresses found, `results`, `guess`, `total` and `near` for each query.

    `page` is a browser page on the site.
    """
    files = [site.asset(name) for name in ("engine.js", f"{language}.json")]
    return page.evaluate(ANSWERS, [*map(site.address, files), asked])


def measure(page, site: Site, language: str, wanted: list[dict]) -> Quality:
    """Return how well the queries `wanted`, in `language`, are answered."""
    found = answers(page, site, language, [one["q"] for one in wanted])
    return quality_of(wanted, found)


def quality_of(wanted: list[dict], found: list[dict]) -> Quality:
    """Return how well the answers `found` are those `wanted`."""
    ranks = [_rank(one["expect"], answer["pages"]) for one, answer in zip(wanted, found, strict=True)]
    return Quality(
        first=sum(rank == 1 for rank in ranks) / len(ranks),
        recall=sum(0 < rank <= 3 for rank in ranks) / len(ranks),
        mrr=sum(1 / rank for rank in ranks if rank) / len(ranks),
        empty=sum(not answer["pages"] for answer in found) / len(ranks),
        missed=[one["q"] for one, rank in zip(wanted, ranks, strict=True) if not 0 < rank <= 3],
    )


def _rank(expected: list[str], pages: list[str]) -> int:
    return next((place for place, page in enumerate(pages, 1) if page in expected), 0)
