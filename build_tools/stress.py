"""Drawing again and again, and holding what is drawn against everything a form must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .draw import Series, draw
from .errors import Place, Problem, Problems
from .forms import assemble
from .model.forms import DrawnForm, Form, QuizSource
from .model.items import Bank
from .rules.quiz import FORM_RULES, held
from .rules.rule import Subject


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """What one seed draws from a series, and what is wrong with it."""

    series: Series
    seed: int
    forms: tuple[Form, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def try_seed(series: Series, seed: int, quiz: QuizSource, subject: Subject) -> Trial:
    """Draw forms from all items of a series, and hold them against their blueprint and the rules."""
    drawn = draw(series, seed)
    problems = Problems()
    bank = Bank(items={item.id: item for item in series.items})
    alone = replace(quiz, blueprints=(series.blueprint,), drawn=drawn)
    forms = assemble(alone, bank, problems).forms
    errors, warnings = held(replace(subject, items=series.items, forms=forms), FORM_RULES)
    problems.found += [*errors, *_unlike_bank(drawn, bank), *_lacking(series, drawn)]
    return Trial(
        series=series,
        seed=seed,
        forms=forms,
        errors=tuple(problems.found),
        warnings=tuple(warnings),
    )


def _unlike_bank(drawn: tuple[DrawnForm, ...], bank: Bank) -> Iterator[Problem]:
    """Yield each item whose options are not those of the bank, each once, in a closed set in order."""
    for form in drawn:
        for one in form.items:
            item = bank.items[one.id]
            options = tuple(part.id for part in item.parts)
            same = one.options == options if item.closed else sorted(one.options) == sorted(options)
            if not same:
                what = f"the options of {item.id} are drawn as {', '.join(one.options)}"
                yield Problem(place=one.place, where=form.id, what=what, instead="mend the drawing")


def _lacking(series: Series, drawn: tuple[DrawnForm, ...]) -> Iterator[Problem]:
    if not drawn:
        place = Place(path="quiz/blueprints.yml")
        what = f"no form was found in {len(series.items)} items"
        yield Problem(place=place, where=series.id, what=what, instead="add items that go together")
