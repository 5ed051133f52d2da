"""The questions of all quizzes as a script, for the page that puts results together: it loads them once there is something to count."""

import json
from typing import Any

from ..model.pages import PRACTICE
from ..show.items import ChoiceView, ItemView
from ..show.views import Views

QUESTIONS = "assets/results-questions.js"
"""Where it is served."""


def questions_script(views: Views) -> bytes:
    """Return every quiz by the name that it has in addresses, practice last, and every question that one of them asks.

    A plain question is a grid of one row here: everything is counted by row.
    """
    quizzes, items = views.quizzes, tuple(views.quizzes.bank.items.values())
    forms = [(form.id, views.title_of(form), form.items) for form in quizzes.forms]
    listed = (*forms, (PRACTICE, views.addresses.titles[PRACTICE], items))
    content = {
        "quizzes": [
            {"id": name, "title": title, "tokens": [item.token for item in items]}
            for name, title, items in listed
        ],
        "items": [_question(item) for item in views.form(PRACTICE, "", items).items],
    }
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"rightAskQuestions={data}\n".encode()


def _question(item: ItemView) -> dict[str, Any]:
    question: dict[str, Any] = {
        "token": item.token,
        "topic": item.group.title,
        "stem": item.stem,
        "question": item.question,
        "rows": _rows(item),
    }
    if isinstance(item, ChoiceView):
        question |= {"href": item.statement.href, "more": item.statement.home}
    return question


def _rows(item: ItemView) -> list[dict[str, Any]]:
    if isinstance(item, ChoiceView):
        options = [_option(one.id, one.text, one.right) for one in item.options]
        return [{"id": "", "text": "", "options": options}]
    return [
        {
            "id": row.id,
            "text": row.text,
            "options": [
                _option(one.id, one.label, one == row.bin)
                for one in sorted(item.bins, key=lambda other: other != row.bin)
            ],
        }
        for row in item.rows
    ]


def _option(name: str, text: str, right: bool) -> dict[str, Any]:  # noqa: FBT001
    return {"id": name, "text": text, "right": right}
