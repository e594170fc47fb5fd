"""The report on the texts, for whoever writes: `make texts` builds the site and measures what its pages say.

The limits are the owner's, in data/balance.yml. No other target of make asks for it.
"""

import sys
from pathlib import Path

import click

from builder.build import build_site
from builder.files.staging import STAGING
from builder.mistakes.messages import message
from builder.mistakes.mistake import Mistakes
from builder.output.hosting import use_pages_address
from builder.pages.page import read_all_pages
from tests.site.built import read_site
from tests.site.texts.balance import read_balance
from tests.site.texts.measures import Text
from tests.site.texts.reading import blocks_of
from tests.site.texts.report import repeats, rows

PLACE = STAGING / "content"
"""Where it is built, without its PDF sheets."""


@click.command()
@click.argument("pages", nargs=-1)
def main(pages: tuple[str, ...]) -> None:
    """Print what was found beside its limits, and of PAGES what they share with others; status 1 above a limit."""
    use_pages_address()
    try:
        texts = read_texts(PLACE, build_site(PLACE, printing=False).site_url)
        found = list(rows(texts, read_balance(tuple(texts))))
    except Mistakes as mistakes:
        mistakes.show()
        sys.exit(1)
    for line in repeats(texts, pages) if pages else map(str, found):
        click.echo(line)
    beyond = [row for row in found if not row.holds]
    click.echo(message("texts-measured", count=len(found), beyond=len(beyond)))
    sys.exit(bool(beyond))


def read_texts(folder: Path, url: str) -> dict[str, list[Text]]:
    """Return the texts of each language of the site in `folder`, built for `url`; raises Mistakes."""
    sources = {page.path.absolute(): page for found in read_all_pages().values() for page in found}
    texts: dict[str, list[Text]] = {}
    for built in read_site(folder, url, Path.cwd()).articles:
        if page := sources.get(built.source.absolute()):
            names = {page.source, page.front.translation or page.source}
            texts.setdefault(page.language, []).append(Text(page.path.as_posix(), names, blocks_of(built.html)))
    return texts


if __name__ == "__main__":
    main(prog_name="python -m tests.site.texts")
