"""What `check` says of warnings, and how one is accepted."""

import json

import pytest
from conftest import change

from build_tools.cli import main

BANK = "quiz/bank/what-would-you-change.yml"
ITEM = "what-would-you-change/no-thanks"
WARNING = (
    f"{BANK}:3:5: {ITEM}: I09: options begin unlike: “ask” (verb), “say” (verb), “more” (thing); "
    "begin them alike"
)
ENTRY = f"- rule: RULE\n  item: {ITEM}\n  reason: It stands for a test.\n"


def warned(root):
    change(root, BANK, "text: Ask for more names", "text: More names for him")


def accept(root, rule):
    (root / "quiz/rules/en/accepted.yml").write_text(ENTRY.replace("RULE", rule), "utf-8")


def check(root, capsys, *flags):
    code = main(["--root", str(root), "check", *flags])
    return code, capsys.readouterr()


def test_a_warning_is_shown_and_counted(sample, capsys):
    warned(sample)

    code, said = check(sample, capsys)
    assert (code, said.out.splitlines()[0]) == (0, f"warning: {WARNING}")
    assert "Warnings: 1 (I09 1), and 0 accepted." in said.out


def test_strict_takes_a_warning_for_an_error(sample, capsys):
    warned(sample)

    code, said = check(sample, capsys, "--strict")
    assert (code, said.err.splitlines()[0]) == (1, WARNING)


def test_errors_and_warnings_are_told_apart(sample, capsys):
    warned(sample)
    change(sample, "content/asks.yml", "kind: step", "kind: stap")

    _, said = check(sample, capsys)
    assert said.out == f"warning: {WARNING}\n"
    assert said.err.splitlines()[-1] == "1 error, 1 warning; nothing was written."


def test_an_accepted_warning_is_counted_and_no_more(sample, capsys):
    warned(sample)
    accept(sample, "I09")

    code, said = check(sample, capsys, "--strict")
    assert (code, WARNING in said.out) == (0, False)
    assert "Warnings: 0, and 1 accepted." in said.out


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("I09", "nothing gives this warning any more; delete this entry\n"),
        ("I10", "I10 is an error, which cannot be accepted; mend the item\n"),
        ("I90", "no rule is called “I90”; did you mean “I"),
    ],
)
def test_what_is_accepted_and_is_no_warning_is_an_error(sample, capsys, rule, says):
    accept(sample, rule)

    code, said = check(sample, capsys)
    place = f"quiz/rules/en/accepted.yml:1:3: {ITEM}: {rule}: "
    assert (code, said.err.startswith(place + says)) == (1, True), said.err


def test_editors_get_each_error_and_warning_as_a_record(sample, capsys):
    warned(sample)
    change(sample, BANK, "question: What would you change?", "question: What would you change")

    code, said = check(sample, capsys, "--format", "json")
    told = [(one["severity"], one["rule"], one["line"]) for one in json.loads(said.out)]
    assert (code, told) == (1, [("error", "I10", 6), ("warning", "I09", 3)])


@pytest.mark.parametrize(("form", "nothing"), [("json", "[]\n"), ("github", "")])
def test_nothing_wrong_is_an_empty_list_for_editors_and_no_line_for_a_pull_request(
    sample, capsys, form, nothing
):
    code, said = check(sample, capsys, "--format", form)

    assert (code, said.out) == (0, nothing)


def test_a_pull_request_shows_each_error_and_warning_at_its_line(sample, capsys):
    warned(sample)
    change(sample, BANK, "question: What would you change?", "question: What would you change")

    code, said = check(sample, capsys, "--format", "github")
    error, warning = said.out.splitlines()
    what = WARNING.split("I09: ")[1]
    # What one text breaks stands at its line, what several do at that of the item.
    assert (code, error.split("::")[1]) == (
        1,
        f"error file={BANK},line=6,col=15,title={ITEM}%3A I10",
    )
    assert warning == f"::warning file={BANK},line=3,col=5,title={ITEM}%3A I09::{what}"


def test_a_sign_of_workflow_commands_in_a_message_ends_none(sample, capsys):
    change(sample, "content/asks.yml", "kind: step", 'kind: "100%,::a\\nb"')

    code, said = check(sample, capsys, "--format", "github")
    (error,) = said.out.splitlines()
    assert (code, error.count("::")) == (1, 3)
    assert "100%25,::a%0Ab" in error
