"""Where to go on after a form: to another set of the same sort, or to practice, and to a person to write to."""

from ..model.forms import Form
from ..model.pages import PRACTICE, WRITE
from .addresses import Link
from .views import Views


def steps_after(form: Form, views: Views) -> tuple[Link, ...]:
    """Return links to another form or to practice, and to the page on writing to somebody; none if the guide cannot be reached."""
    words = views.quizzes.words
    set_ = another_set(form, views)
    steps = (
        (set_.id, "another_set") if set_ else (PRACTICE, "practice_more"),
        (WRITE, "write_to_one"),
    )
    possible = (
        Link(title=words[word], href=views.addresses.page(page))
        for page, word in steps
        if page in views.addresses.titles
    )
    return tuple(step for step in possible if step.href)


def another_set(form: Form, views: Views) -> Form | None:
    """Return the form that comes after this one in its blueprint, the first one after the last."""
    blueprint = form.blueprint
    sets = [one for one in views.quizzes.forms if one.blueprint == blueprint]
    if blueprint.per_type or len(sets) < 2:  # noqa: PLR2004 - another one, that is
        return None
    return sets[(sets.index(form) + 1) % len(sets)]
