"""Everything in quiz/, and the words it is shown with."""

from __future__ import annotations

from ..model.forms import QUIZ_WORDS, QuizSource
from .asks import load_words
from .before_you_send import load_check
from .forms import load_blueprints, load_drawn
from .items import load_bank, load_models
from .reading import Reading
from .rule_words import load_accepted, load_rule_words

BLANKS = {
    "question_of": ("number", "total"),
    "fits": ("right",),
    "progress": ("number", "total"),
    "how_long": ("questions", "minutes"),
    "guide_says": ("title",),
    "more_in": ("title",),
    "right_at_once": ("right", "total"),
    "right_in_all": ("right", "total", "more"),
    "try_of": ("number", "how"),
    "sure": ("title", "right", "total"),
    "once_more": ("number", "total"),
    "sort_first": ("open", "total"),
    "sorted": ("right", "total"),
    "form_title": ("title", "number"),
    "title_of_type": ("title", "type"),
    "title_in_list": ("short", "title"),
    "open_yourself": ("address",),
    "book": ("host",),
    "embed_unknown": ("site",),
    "embed_forward_text": ("title", "site", "script", "integrity", "frame_only"),
    "one_place": ("number", "total"),
    "stale": ("dropped",),
    "round_heading": ("round",),
    "round_title": ("round", "right", "total"),
    "topic_sure": ("sure", "begun", "total"),
    "doubtless": ("count",),
    "waiting": ("count",),
    "how_far_length": ("points", "sets"),
    "welcome_far": ("begun", "points", "sure"),
    "report_title": ("title",),
    "report_first": ("right", "total"),
    "report_topic": ("title", "right", "total"),
    "report_confusion": ("question", "chosen", "right", "statement"),
    "report_read": ("title", "address"),
    "report_when": ("date",),
    "report_more": ("shown", "total"),
    "results_told": ("results", "quizzes"),
    "results_unread": ("line",),
    "results_unread_lines": ("line", "last"),
    "results_same": ("line",),
    "results_unknown": ("line",),
    "results_cut": ("line", "dropped"),
    "results_more": ("more",),
    "results_people": ("people",),
    "results_topic": ("title", "right", "total"),
    "results_missed": ("number", "missed", "total"),
    "results_missed_rows": ("number", "missed", "total"),
    "results_chosen": ("count", "total"),
    "wishes_shown": ("shown", "total"),
    "check_reading_parts": ("enough",),
    "check_state": ("title", "state"),
    "filter_shown": ("shown", "total"),
    "people_name_means": ("most",),
    "people_added": ("name",),
    "people_there": ("name",),
    "people_remove": ("name", "title"),
    "people_removed": ("name", "title"),
    "people_count": ("count",),
    "planner_told": ("kinds",),
    "paper_run": ("title",),
    "paper_page": ("code", "page", "pages"),
    "paper_key": ("title",),
}
"""The names in braces that templates, the player and forms fill in, by word."""


def load_quiz(reading: Reading) -> QuizSource:
    """Return the quiz as its authors wrote it."""
    return QuizSource(
        written=load_bank(reading),
        models=load_models(reading),
        blueprints=load_blueprints(reading),
        drawn=load_drawn(reading),
        check=load_check(reading),
        words=load_words(reading, "quiz/words.yml", QUIZ_WORDS, BLANKS),
        rule_words=load_rule_words(reading),
        accepted=load_accepted(reading),
    )
