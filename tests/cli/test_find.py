"""`find` leads to a sentence, as a reader copies it from a page."""

import pytest

from build_tools.cli import main


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        ("text: >-\n    They may know\n    someone there.", "they may know someone"),
        ("text: Don’t ask for “a job”.", 'don\'t ask for "a job"'),
        ("text: 'Don''t ask for \"a job\".'", "Don’t ask for “a job”"),
        ('text: "Say \\"hello\\" first."', 'Say "hello" first.'),
        ('text: "They may \\\n    know."', "They may know."),
        ("text: Why (and how)?", "why (and how)?"),
    ],
)
def test_folded_lines_quotes_and_case_do_not_hide_it(tmp_path, capsys, written, copied):
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/one.yml").write_text(f"id: one\n{written}\n", "utf-8")

    assert main(["--root", str(tmp_path), "find", copied]) == 0
    assert capsys.readouterr().out.startswith("content/pages/one.yml:")


def test_words_that_stand_nowhere_get_advice(sample, capsys):
    assert main(["--root", str(sample), "find", "no such words"]) == 2
    assert "try three or four of them" in capsys.readouterr().err
