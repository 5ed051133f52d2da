"""Studies on the research page: each named in full, and led to where that could be checked."""

import html
import re

import pytest
from made import project

PROJECT = project()
STUDIES = PROJECT.views.library.evidence
PAGES = {page.id: page.markdown for page in PROJECT.guide.pages}
WORDS = PROJECT.views.library.words


def record(name):
    """Return the study as the page shows it."""
    return PAGES["research"].split(f'id="{name}"')[1].split("</section>")[0]


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.id)
def test_a_record_names_authors_year_and_title_and_where_it_appeared(study):
    assert re.fullmatch(
        r"[^\d“]+, (?:\d{4}|undated)[^“]*, (?:“.+?”, .+|a meta-analysis reported in “.+”)",
        study.citation,
    )


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.id)
def test_a_record_leads_to_its_doi_or_says_why_it_does_not(study):
    shown = html.unescape(record(study.id))

    if study.doi:
        assert f'href="https://doi.org/{study.doi}"' in shown
    else:
        assert study.url in shown if study.url else WORDS["no_address"] in shown
    assert (WORDS["not_checked"] in shown) == (not study.checked)


def test_no_two_records_are_one_study():
    dois = [study.doi for study in STUDIES if study.doi]

    assert len(set(dois)) == len(dois) >= 15


def test_the_figure_of_48_percent_is_how_far_askers_guessed_too_low():
    told = [page for page in PAGES.values() if "48%" in page]

    assert len(told) == 2
    for page in told:
        assert "guessed too low how many would say yes, by 48% on average" in page
        assert "48% said yes" not in page


def test_what_two_studies_found_stands_in_two_records():
    assert ".18" in record("reference-checks")
    assert ".26" not in record("reference-checks")
    assert ".26" in record("hunter-1984")
    assert "55,277" in record("strada-2021")
    assert "5,013" in record("nace-2016")
