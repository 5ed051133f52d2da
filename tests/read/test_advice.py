"""What is told of a name that does not exist: the nearest one, all of a short list, or the likeliest of a long one and where all stand."""

import pytest
from conftest import ROOT, change, problems

from build_tools.problems import LISTED, did_you_mean

ANCHORS = [
    *("can-field-facts", "can-insider-names", "cannot-every-opening", "cannot-work-reference"),
    *("rules", "asks", "who", "who-met-you", "who-saw-you-work", "mistakes", "messages"),
    *("other-ways", "steps"),
]
LIKELY = "use one that exists, such as “who-saw-you-work”, “cannot-work-reference”, “other-ways”"


@pytest.mark.parametrize(
    ("known", "listed", "says"),
    [
        (["to-wark", "To_Work"], "a.md", "did you mean “To_Work”?"),
        (["who", "asks"], "a.md", "use one of: asks, who"),
        ((), "a.md", "use one that exists (all are in a.md)"),
        (["to-works", *ANCHORS], "a.md", "did you mean “to-works”?"),
        (ANCHORS, "a.md", f"{LIKELY} (all are in a.md)"),
        (ANCHORS, "", LIKELY),
    ],
)
def test_a_name_that_does_not_exist_is_answered_with_those_it_may_be(known, listed, says):
    assert did_you_mean("to-work", known, listed) == says


def test_a_wrong_anchor_of_a_long_page_names_the_likeliest_and_the_file_of_all(sample):
    page = "content/pages/common-problems.md"
    change(sample, page, "Ask about their work first.", "See [it](bosses.md#for-to-see).")

    (said,) = problems(sample)
    assert "such as “" in said
    assert said.endswith("(all are in content/contact-types/bosses.yml)")


def test_each_list_that_is_named_is_there():
    paths = [path for one in LISTED.values() for path in one.split(" and ")]

    assert [path for path in paths if not (ROOT / path).exists()] == []
