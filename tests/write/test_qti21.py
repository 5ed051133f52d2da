"""QTI 2.1 in a player of another house: every item is shown, scored and explained as on the web.

The player takes QTI 3, which is QTI 2.1 under other names.
"""

import io
import re
import xml.etree.ElementTree as ET
from zipfile import ZipFile

import pytest
from conftest import ROOT
from made import forms

from build_tools.write.exporters import EXPORTERS
from build_tools.write.render import Templates

PLAYER = ROOT / "node_modules/@citolab/qti-components/cdn/index.global.js"
PAGE = "<!doctype html><title>t</title><qti-item><item-container></item-container></qti-item>"
HTML = {"p", "a", "ul", "li", "strong", "br"}
FORMS = forms()
SPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
SHOW = "xml => { document.querySelector('item-container').itemXML = xml; }"
# The player shows an item in a shadow root of its own.
MARK = """response => {
  const item = document.querySelector('item-container').shadowRoot.querySelector('qti-assessment-item');
  if (response) item.updateResponseVariable('RESPONSE', response);
  item.processResponse();
  const shown = [...item.querySelectorAll('qti-modal-feedback')].filter(one => one.showStatus === 'on');
  return [Number(item.getOutcome('SCORE').value), shown.map(one => one.textContent).join()];
}"""


@pytest.fixture(scope="module")
def player(browser):
    page = browser.new_page()
    page.set_content(PAGE)
    page.add_script_tag(path=PLAYER)
    yield page
    page.close()


def show(player, view, xml):
    player.evaluate(SHOW, xml)
    player.locator(f"qti-assessment-item[label='{view.id}']").wait_for()


def test_each_option_is_scored_and_explained(player):
    for view, xml in items("mixed-a"):
        for option in view.options:
            show(player, view, xml)
            player.get_by_text(option.text, exact=True).click()
            score, told = player.evaluate(MARK, None)

            assert (view.id, score) == (view.id, int(option.right))
            expected = {one.rationale: one is option for one in view.options}
            assert {text: text in told for text in expected} == expected
            assert view.statement.with_reason in told


@pytest.mark.parametrize("share", [0, 2, None])
def test_a_grid_counts_each_row_and_explains_all(player, share):
    for view, xml in items("who-can-do-it-a"):
        show(player, view, xml)
        right = [f"{row.id} bin--{row.bin.id}" for row in view.rows]
        score, told = player.evaluate(MARK, right[:share])

        assert score == round(len(right[:share]) / len(right), 3)  # as this player tells it
        assert [row.id for row in view.rows if row.rationale not in told] == []


@pytest.mark.parametrize("name", FORMS)
def test_scene_and_question_stand_where_every_program_looks_for_them(name):
    # PIE takes a prompt for the whole question, and Canvas takes only paragraphs right below the body for that of a grid.
    for view, xml in items(name):
        body = ET.fromstring(xml).find(f"{{{SPACE}}}qti-item-body")
        texts = [re.sub(r"\s+", " ", "".join(one.itertext())) for one in body]

        assert ("<qti-prompt" in xml, texts[:2]) == (False, [view.stem, view.question])


def items(form):
    archive = ZipFile(io.BytesIO(EXPORTERS["qti21"].write(FORMS[form], Templates(root=ROOT))))
    test = ET.fromstring(archive.read("test.xml"))
    refs = (one for one in test.iter() if one.tag.endswith("}assessmentItemRef"))
    for view, ref in zip(FORMS[form].items, refs, strict=True):
        yield view, as_qti3(archive.read(ref.get("href")))


def as_qti3(data):
    root = ET.fromstring(data)
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        element.tag = name if name in HTML else f"qti-{kebab(name)}"
        for key in [key for key in element.attrib if "}" not in key]:
            element.set(kebab(key), element.attrib.pop(key))
    for key in [key for key in root.attrib if "}" in key]:
        del root.attrib[key]
    root.set("xmlns", SPACE)
    return ET.tostring(root, encoding="unicode")


def kebab(name):
    return re.sub("[A-Z]", lambda found: f"-{found[0].lower()}", name)
