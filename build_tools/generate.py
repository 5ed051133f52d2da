"""The line from input to files: read, derive, prove, show, write. All of it, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .derive.bank import build_bank
from .derive.draw import all_series
from .derive.forms import assemble
from .derive.left_out import without
from .derive.table import Table, derive
from .model.forms import QuizSource
from .model.library import Library
from .problems import Problem, Problems
from .prove.facts import check_facts
from .prove.references import note_unknown_ids, note_untitled_kinds
from .prove.registry import check_quiz
from .prove.rule import Subject
from .prove.texts import text_warnings
from .read import load
from .read.settings import read_settings
from .show.addresses import EMBED_FOLDER, locate
from .show.views import Views
from .show.writing import Writing
from .write.assets import assets, own_assets
from .write.exporters import EXPORTERS
from .write.files import DOCS, write_file, write_tree
from .write.foreign import with_languages
from .write.guide import Guide, find_homes, write_guide
from .write.guide.menu import Site, configuration, describe
from .write.guide.rules import check_guide
from .write.present import presented_pages
from .write.render import Templates
from .write.standalone.embedding import embedding_files, released
from .write.standalone.file import finished, render_standalone
from .write.standalone.pages import standalone_pages, standalone_writer
from .write.writer import Writer

CONFIGURATION = ".build/mkdocs.yml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """All that is made of the input, before anything is written."""

    views: Views
    templates: Templates
    guide: Guide
    standalone: dict[str, str]
    """The standalone pages by path below the docs folder, before they are finished."""
    embedding: dict[str, str]
    """The files beside them that other sites use, by path."""
    presented: dict[str, str]
    """The forms as they are shown to a group, by path, before they are finished."""
    warnings: tuple[Problem, ...]
    accepted: int
    """How many warnings were accepted with a reason."""
    subject: Subject
    """What the rules of the bank looked at."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """What MkDocs reads: files by path below the docs folder, and the site they make up."""

    files: Mapping[str, bytes]
    site: Site


def read_facts(
    root: Path, problems: Problems, edition: str = ""
) -> tuple[Library, Table, QuizSource]:
    """Return the facts and the quiz as written, with the table derived from them."""
    library, quiz = load(root, problems, edition)
    return library, derive(library, problems), quiz


def read_writer(root: Path, environment: Mapping[str, str]) -> Writer:
    """Return the writer of all output, without writing anything; raise `ContentError` if a record is wrong."""
    _, writer = _read(root, environment)
    writer.problems.raise_any()
    return writer


def _read(root: Path, environment: Mapping[str, str]) -> tuple[QuizSource, Writer]:
    """Return the quiz as its authors wrote it, and the writer of all output, after looking up every id."""
    problems = Problems()
    settings = read_settings(environment, problems)
    library, table, quiz = read_facts(root, problems, settings.edition)
    settings = settings.of(library.edition)
    tokens = tokens_of_guide(root) if settings.edition else {}
    bank = build_bank(library, quiz, table, problems, tokens)
    quiz, bank = without(library.edition, quiz, bank, problems)
    quizzes = assemble(quiz, bank, problems)
    writing = Writing(language=library.language)
    templates = Templates(root=root, pages=library.pages, writing=writing)
    homes = find_homes(library, quiz, templates.markdown, problems)
    addresses = locate(library, quizzes, homes, settings.site_url)

    note_unknown_ids(quiz, quizzes, problems, pages=addresses.titles, formats=EXPORTERS)
    if not problems.errors:  # else a word that could not be read would be told as missing
        note_untitled_kinds(quizzes, problems)
    views = Views(
        library=library, table=table, quizzes=quizzes, settings=settings, addresses=addresses
    )
    return quiz, Writer(views=views, templates=templates, problems=problems)


def tokens_of_guide(root: Path) -> dict[str, str]:
    """Return the token of each item of the guide itself: an address means the same in every edition."""
    problems = Problems()
    library, table, quiz = read_facts(root, problems)
    bank = build_bank(library, quiz, table, problems)
    return {item.id: item.token for item in bank.items.values()}


def make_project(root: Path, environment: Mapping[str, str]) -> Project:
    """Read, derive, prove and render the whole project, without writing anything; raise `ContentError` with every problem if there is one."""
    quiz, writer = _read(root, environment)
    views, problems = writer.views, writer.problems
    library = views.library
    # Pages are rendered though a rule may be broken, so that one run tells of both; but not from records that could not be read.
    whole = not problems.errors
    check_facts(library, problems)
    subject = _subject(quiz, views)
    problems.warnings += text_warnings(library, quiz.rule_words)
    accepted = check_quiz(subject, quiz.accepted, problems)

    guide = Guide(pages=(), addresses=views.addresses)
    standalone, embedding, presented = {}, {}, {}
    if whole:
        guide = write_guide(writer)
        in_one_file = standalone_writer(writer)
        pages = tuple(standalone_pages(in_one_file))
        standalone = render_standalone(in_one_file, pages)
        embedding = embedding_files(in_one_file, pages)
        presented = presented_pages(writer)
    check_guide(library, guide, quiz.rule_words.measures, problems)
    problems.raise_any()
    return Project(
        views=views,
        templates=writer.templates,
        guide=guide,
        standalone=standalone,
        embedding=embedding,
        presented=presented,
        warnings=tuple(sorted(problems.warnings)),
        accepted=accepted,
        subject=subject,
    )


def _subject(quiz: QuizSource, views: Views) -> Subject:
    bank, types = views.quizzes.bank, views.library.types
    return Subject(
        library=views.library,
        table=views.table,
        items=tuple(bank.items.values()),
        forms=views.quizzes.forms,
        series=tuple(all_series(quiz, bank, types)),
        words=quiz.rule_words,
    )


def generate_tree(root: Path, environment: Mapping[str, str]) -> Tree:
    """Return the generated tree; raise `ContentError` if anything in the input is wrong."""
    project = make_project(root, environment)
    guide, views, foreign = project.guide, project.views, project.views.library.foreign
    pages = {f"{page.id}.md": page.markdown for page in guide.pages}
    single = project.standalone | project.presented | guide.sheets
    whole = {path: with_languages(finished(page), foreign) for path, page in single.items()}
    texts = pages | guide.moved | whole | project.embedding
    scripts = {f"{EMBED_FOLDER}/{script.name}": script.data for script in released(root)}
    files = {path: text.encode() for path, text in texts.items()} | scripts | guide.offered
    files |= assets(project.templates) | own_assets(views, project.templates)
    return Tree(files=files, site=describe(views, guide))


def generate(root: Path, environment: Mapping[str, str], docs: str = DOCS) -> Tree:
    """Write the generated tree below `root` and return it.

    Raises `ContentError` before anything is written if the input has a problem.
    """
    tree = generate_tree(root, environment)
    write_tree(root / docs, tree.files)
    if docs == DOCS:
        write_file(root / CONFIGURATION, configuration(tree.site))
    return tree
