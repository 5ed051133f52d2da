"""Needs: the sentence that says which ties a request takes."""

from functools import reduce

from ..model.library import Ask, Library


def need_text(ask: Ask, library: Library) -> str:
    """Return the sentence that says which ties a request takes; “” for an overreach."""
    need, words = ask.needs, library.words
    if need is None:
        return ""
    if not need.all_ties and len(need.ties) == len(library.ties):
        return words["need_anyone"]
    named = library.ties.by_id
    joined = words["need_all" if need.all_ties else "need_any"]
    parts = [named[name].who for name in need.ties if name in named]
    return words["need"].format(
        who=reduce(lambda one, more: joined.format(one=one, more=more), parts)
    )
