"""The pages that are one component of quiz/components/ each."""

from collections.abc import Iterator

from ...model import pages
from ...show.bank import bank_view
from ...show.before_you_send import check_view
from ...show.items import FormView
from ...show.people_map import people_view
from ...show.planner import planner_view
from ...show.practice import practice_view
from ...show.ties import own_case_view
from ...show.write_question import question_form
from ..prose_calls import form_groups, macros_of
from ..results_script import QUESTIONS
from .page import GuidePage, Head, Loads
from .writer import TOP, PageWriter

_PLAYED = "player"
"""The component whose style every page with questions and answers needs."""


def planner(writer: PageWriter) -> GuidePage:
    context = {
        "planner": planner_view(writer.views),
        "guide": writer.views.library.words,
        "message": macros_of(writer).message,
        "whole": True,
    }
    components = ("planner", "credibility", "message")
    loads = Loads(components, (_PLAYED, "credibility", "message", "planner"))
    head = Head(id=pages.PLANNER, edit="content/asks.yml", loads=loads, embeds=True)
    return writer.page(head, planner=writer.component("planner/planner", context))


def table(writer: PageWriter) -> GuidePage:
    loads = Loads(("table-filter",), ("bank-filter", "table-filter"))
    head = Head(id=pages.TABLE, edit="content/asks.yml", loads=loads)
    library = writer.views.library
    context = {"groups": library.guide.ask_groups, "types": library.types}
    return writer.page(
        head,
        filter=writer.component("table-filter/filter", context),
        rows=writer.views.rows("request", "step"),
        warnings=writer.views.rows("overreach"),
    )


def people(writer: PageWriter) -> GuidePage:
    context = {"people": people_view(writer.views), "guide": writer.views.library.words}
    head = Head(id=pages.PEOPLE, loads=_played("people-map"))
    return writer.page(head, people=writer.component("people-map/people-map", context))


def check(writer: PageWriter) -> GuidePage:
    view = check_view(writer.views.quizzes.check, writer.views)
    context = {"check": view, "level": TOP, "whole": True, "steps": False}
    edit = "quiz/components/before-you-send/check.yml"
    head = Head(id=pages.CHECK, edit=edit, loads=_played("credibility"), embeds=True)
    return writer.page(head, check=writer.component("before-you-send/before-you-send", context))


def practice(writer: PageWriter) -> GuidePage:
    view = practice_view(writer.views, writer.views.addresses.titles[pages.PRACTICE])
    own = own_case_view(writer.views)
    context = {"practice": view, "form": view.form, "topics": view.topics, "own": own, "level": 3}
    groups = form_groups((), writer.views.quizzes, writer.views)
    markup = writer.component("practice/practice", context)
    head = Head(id=pages.PRACTICE, loads=_played("practice", "own-case", "report"))
    return writer.page(head, practice=markup, groups=groups)


def bank(writer: PageWriter) -> Iterator[GuidePage]:
    """Yield the page of all questions, and those with their reasons: one for each contact type, and one for the rest."""
    bank = bank_view(writer.views)
    controls = writer.component("bank-filter/filter", {"bank": bank})
    head = Head(id=pages.BANK, loads=Loads.of("bank-filter"))
    yield writer.page(head, bank=bank, filter=controls)
    for about in bank.types:
        part = bank.about(about)
        loads = Loads(styles=("bank-filter",))
        if part.groups:
            page = Head(id=pages.bank_page(about), template="item-bank-about", loads=loads)
            yield writer.page(page, bank=part)


def results(writer: PageWriter) -> GuidePage:
    head = Head(id=pages.RESULTS, loads=_played("results"))
    return writer.page(head, results=writer.component("results/results", {"questions": QUESTIONS}))


def write_question(writer: PageWriter) -> GuidePage:
    view = question_form(writer.views)
    form = FormView(id=pages.WRITE_QUESTION, title="", items=(view.preview,))
    context = {"editor": view, "item": view.preview, "form": form, "level": 3}
    markup = writer.component("write-question/write-question", context)
    head = Head(id=pages.WRITE_QUESTION, loads=_played("write-question"))
    return writer.page(head, write_question=markup)


def _played(*components: str) -> Loads:
    """Return the scripts and styles of these components, after the style of the player."""
    return Loads(components, (_PLAYED, *components))
