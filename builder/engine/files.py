"""The files that MkDocs is given: pages with their front matter, pictures, and what lies beside our templates."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as structure
from mkdocs.structure.files import File, Files, InclusionLevel

from builder.files.text import whole_letters
from builder.pages.markup.signs import mended
from builder.pages.moved.moves import Names
from builder.pages.page import WITH_REFERENCES, Page
from builder.pages.pictures import Picture


def hide(names: Names, files: Files, config: MkDocsConfig) -> None:
    """Leave out of the menu what is left out of it under an old name."""
    for old, new in names.items():
        file = files.get_file_from_path(new)
        if file and file.inclusion.is_in_nav() and config.not_in_nav and config.not_in_nav.match_file(old):
            file.inclusion = InclusionLevel.NOT_IN_NAV


def drop_astray(files: Files) -> None:
    """Leave out what MkDocs alone takes for a page, such as `page.markdown`; addresses.py warns of it."""
    for file in list(files.documentation_pages()):
        if not file.src_uri.endswith(".md"):
            files.remove(file)


def name_as_written(files: Files, config: MkDocsConfig) -> None:
    """Name each file of `files` as the texts write it, wherever its letters were saved in two parts."""
    for file in list(files):
        if (name := whole_letters(file.src_uri)) != file.src_uri:
            files.remove(file)
            written = File(name, None, config.site_dir, config.use_directory_urls, inclusion=file.inclusion)
            written.abs_src_path = file.abs_src_path
            files.append(written)


def add_own_files(files: Files, config: MkDocsConfig) -> None:
    """Add what lies in our folder of templates and is none."""
    folder = Path(config.theme.custom_dir)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        template = path.suffix in (".html", ".md") or name in config.theme.static_templates
        if path.is_file() and not template and not files.get_file_from_path(name):
            files.append(File(name, str(folder), config.site_dir, config.use_directory_urls))


def add_pictures(files: Files, config: MkDocsConfig, pictures: dict[str, Picture]) -> None:
    """Add `pictures` by what pages call them, in place of the originals."""
    for name, picture in pictures.items():
        if own := files.get_file_from_path(name):
            files.remove(own)
        file = File(name, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        file.dest_uri, file.abs_src_path = picture.name, str(picture.file)
        files.append(file)


def add_front_matter(files: Files, config: MkDocsConfig, pages: list[Page]) -> None:
    """Give each page its front matter, of which the menu takes titles."""
    for page in pages:
        file = files.get_file_from_path(page.source)
        made = file.page or structure.Page(None, file, config)
        made.markdown, made.meta = "", page.front.model_dump(by_alias=True, exclude_none=True)
        made.meta |= {name: mended(made.meta[name], page.language) for name in WITH_REFERENCES}
