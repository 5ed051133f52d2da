"""Exported files read back by parsers that know nothing of how they were written.

A reader returns what it finds: the form’s own features, the features of each item, and all that
stands in the file as words.
"""

import io
import re
import xml.etree.ElementTree as ET
from csv import DictReader
from dataclasses import dataclass
from json import loads
from pathlib import Path
from zipfile import ZipFile

from lxml import html
from made import read_yaml, words

ROOT = Path(__file__).parents[1]


@dataclass
class Found:
    form: dict
    items: list
    text: str = ""

    def every(self, feature):
        """Return a feature of the form, or of each item that has it."""
        if feature in self.form:
            return self.form[feature]
        return [item[feature] for item in self.items if feature in item]


def meant(form, name=""):
    """Return what a form says, as a reader of the format of this name would find it if that keeps everything."""
    # Moodle takes “<” for a tag where nothing parts it from what follows.
    title = re.sub(r"<(?=\S)", "< ", form.title) if name == "moodle" else form.title
    form_says = {"title": title, "intro": form.intro, "license": form.license}
    items = [_meant(view) for view in form.items]
    if name in PAGES:
        form_says, items = _shown(form_says), _shown(items)
    return Found(form_says, items)


def _shown(value):
    """Return texts as a page shows them, where several blanks or line breaks are one blank."""
    if isinstance(value, str):
        return re.sub(r"[ \t\n\r\f]+", " ", value).strip(" ")
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return type(value)(map(_shown, value)) if isinstance(value, (list, tuple, set)) else value


def _meant(view):
    features = {
        "ids": view.id,
        "topic": view.topic,
        "version": view.token,
        "question": [view.stem, view.question],
    }
    if view.grid:
        return features | {
            "grid": [(row.text, row.bin.label) for row in view.rows],
            "row-reasons": [(row.rationale, row.statement.with_reason) for row in view.rows],
            "part-ids": [row.id for row in view.rows],
            "links": {row.statement.href for row in view.rows},
        }
    return features | {
        "options": [option.text for option in view.options],
        "key": [option.right for option in view.options],
        "reasons": [option.feedback for option in view.options],
        "statement": view.statement.with_reason,
        "part-ids": [option.id for option in view.options],
        "links": {view.statement.href, *(option.href for option in view.options)},
    }


def scorm12(data):
    archive = ZipFile(io.BytesIO(data))
    manifest = _plain(archive.read("imsmanifest.xml"))
    path = manifest.find("resources/resource").get("href")
    page = html.document_fromstring(archive.read(path), parser=html.HTMLParser(encoding="utf-8"))
    form = {
        "title": manifest.findtext("organizations/organization/title"),
        "intro": page.find_class("ra-lead")[0].text_content(),
        "license": manifest.findtext("metadata/lom/rights/description/langstring"),
    }
    items = [_scorm12(article) for article in page.iter("article")]
    return Found(_shown(form), items, page.text_content())


def _row(field):
    return next(field.iterancestors("fieldset")).get("data-row")


def _scorm12(article):
    answers = article.xpath(".//ul[@class='ra-reasons']/li")
    fields = list(article.iter("input"))
    parts = dict.fromkeys(_row(one) or one.get("value") for one in fields)
    stem, question = article.find_class("ra-stem")[0], next(article.iter("legend"))
    features = {
        "ids": article.get("data-item"),
        "topic": TOPICS[article.get("data-group")],
        "version": fields[0].get("name").split("-")[0],
        "question": [_words(stem), _words(question)],
        "part-ids": list(parts),
        "links": {link.get("href") for link in article.iter("a")},
    }
    # What is folded beside it is a paragraph of its own.
    said = [
        answer.xpath(".//*[@data-part='rationale'] | ./p[not(@data-part)][not(.//*)]")
        for answer in answers
    ]
    reasons = [" ".join(map(_words, found)) for found in said]
    truths = [_shown(one.text_content()) for one in article.find_class("ra-truth")]
    if article.get("data-kind") == "grid":
        rows = [_words(row.find("legend")) for row in article.find_class("ra-row")]
        bins = [_words(one) for one in article.find_class("ra-bin")]
        return features | {
            "grid": list(zip(rows, bins, strict=True)),
            "row-reasons": list(zip(reasons, truths, strict=True)),
        }
    return features | {
        "options": [_words(one.find("span")) for one in article.find_class("ra-option")],
        "key": ["data-right" in answer.attrib for answer in answers],
        "reasons": reasons,
        "statement": truths[0],
    }


def _words(element):
    """Return what an element says, without the links in it."""
    return _shown("".join(element.xpath(".//text()[not(ancestor::a)]")))


def _topics():
    paths = (ROOT / "content/contact-types").glob("*.yml")
    records = [read_yaml(path) for path in paths]
    titles = {record["title"]: record["id"] for record in records}
    return titles | {words("quiz")["group_principles"]: "principles"}


# A page tells the topic of a question by its title.
TOPICS = _topics()
# What shows text as a browser does.
PAGES = {"scorm12"}


def moodle(data):
    category, *questions = ET.fromstring(data).findall("question")
    text = "".join(ET.fromstring(data).itertext())
    items = [_moodle(question) for question in questions]
    # As split_category_path does in question/format.php of Moodle.
    path = re.split("(?<!/)/(?!/)", category.findtext("category/text"))
    head = about(path[-1].replace("//", "/").strip(), category.findtext("info/text"))
    return Found(head, items, readable(text))


def _moodle(question):
    topic, version = (tag.text for tag in question.findall("tags/tag/text"))
    features = {"ids": question.findtext("idnumber"), "topic": topic}
    features["version"] = version.removeprefix("version-")
    features["question"] = paragraphs(question.findtext("questiontext/text"))
    features["links"] = {href for text in question.iter("text") for href in links(text.text or "")}
    if question.get("type") == "match":
        rows = question.findall("subquestion")
        pairs = [(row.findtext("text"), row.findtext("answer/text")) for row in rows]
        pairs = [(text, bin_) for text, bin_ in pairs if text]
        return features | {"grid": [(paragraphs(text)[0], bin_) for text, bin_ in pairs]}
    answers = question.findall("answer")
    return features | {
        "options": [paragraphs(answer.findtext("text"))[0] for answer in answers],
        "key": [answer.get("fraction") == "100" for answer in answers],
        "reasons": [paragraphs(answer.findtext("feedback/text"))[0] for answer in answers],
        "statement": paragraphs(question.findtext("generalfeedback/text"))[1],
    }


def qti12(data):
    archive = ZipFile(io.BytesIO(data))
    manifest = _plain(archive.read("imsmanifest.xml"))
    assessment, meta = (file.get("href") for file in manifest.iter("file"))
    root = _plain(archive.read(assessment))
    items = [_qti12(item) for item in root.iter("item")]
    title = root.find("assessment").get("title")
    head = about(title, _plain(archive.read(meta)).findtext("description"))
    return Found(head, items, readable("".join(root.itertext())))


def _qti12(item):
    features = {}
    features["question"] = paragraphs(item.findtext("presentation/material/mattext"))
    texts = {text.text for text in item.iter("mattext")}
    features["links"] = {href for text in texts for href in links(text)}
    feedback = {one.get("ident"): _mattext(one) for one in item.iter("itemfeedback")}
    scored = {
        (condition.get("respident"), condition.text)
        for response in item.iter("respcondition")
        for condition in response.iter("varequal")
        if response.find("setvar") is not None
    }
    choices = {
        lid.get("ident"): list(lid.iter("response_label")) for lid in item.iter("response_lid")
    }
    if item.findtext("itemmetadata/qtimetadata/qtimetadatafield/fieldentry") == "matching_question":
        prompts = {lid.get("ident"): _mattext(lid) for lid in item.iter("response_lid")}
        return features | {
            "grid": [
                (paragraphs(text)[0], _mattext(one))
                for name, text in prompts.items()
                for one in choices[name]
                if (name, one.get("ident")) in scored
            ]
        }
    (options,) = choices.values()
    named = [option.get("ident") for option in options]
    return features | {
        "options": [paragraphs(_mattext(option))[0] for option in options],
        "key": [("response1", name) in scored for name in named],
        "reasons": [paragraphs(feedback[f"{name}_fb"])[0] for name in named],
        "statement": paragraphs(feedback["general_fb"])[1],
    }


def qti21(data):
    archive = ZipFile(io.BytesIO(data))
    test = _plain(archive.read("test.xml"))
    roots = [_plain(archive.read(one.get("href"))) for one in test.iter("assessmentItemRef")]
    intro, license_ = map(_lines, test.iter("p"))
    form = {"title": test.get("title"), "intro": intro, "license": license_}
    text = "".join("".join(root.itertext()) for root in roots)
    return Found(form, [_qti21(root) for root in roots], text)


def _qti21(root):
    body = root.find("itemBody")
    feedback = {
        one.get("identifier"): list(map(_lines, one.iter("p")))
        for one in root.iter("modalFeedback")
    }
    features = {
        "ids": root.get("label"),
        "question": [_lines(one) for one in body.findall("p")],
        "links": {link.get("href") for link in root.iter("a")},
    }
    right = {value.text for value in root.findall("responseDeclaration/correctResponse/value")}
    sets = root.findall(".//simpleMatchSet")
    if sets:
        rows, bins = ({one.get("identifier"): _lines(one) for one in each} for each in sets)
        of = dict(pair.split() for pair in right)
        return features | {
            "part-ids": [one.get("label") for one in sets[0]],
            "grid": [(text, bins[of[name]]) for name, text in rows.items()],
            "row-reasons": [(feedback[name][2], feedback[name][4]) for name in rows],
        }
    options = {one.get("identifier"): _lines(one) for one in root.iter("simpleChoice")}
    return features | {
        "part-ids": [one.get("label") for one in root.iter("simpleChoice")],
        "options": list(options.values()),
        "key": [name in right for name in options],
        "reasons": [feedback[name][0] for name in options],
        "statement": feedback["guide"][1],
    }


def csv(data):
    rows = DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    cells = [{name: _typed(cell) for name, cell in row.items()} for row in rows]
    return Found({}, [_csv(row) for row in cells], "\n".join(str(row) for row in cells))


def _typed(cell):
    """Return what was typed: a quote in front says that the cell is no formula."""
    return cell.removeprefix("'") if cell else cell


def _csv(row):
    features = {"ids": row["id"], "topic": row["topic"], "version": row["version"]}
    features["question"] = [row["stem"], row["question"]]
    features["links"] = {cell for name, cell in row.items() if name.endswith("link") and cell}
    parts = [
        {
            name: row[f"part_{number}_{name}"]
            for name in ("id", "text", "answer", "reason", "guide_says")
        }
        for number in range(1, 9)
        if row.get(f"part_{number}_id")
    ]
    features["part-ids"] = [part["id"] for part in parts]
    if row["kind"] in ("sort", "matching"):
        return features | {
            "grid": [(part["text"], part["answer"]) for part in parts],
            "row-reasons": [(part["reason"], part["guide_says"]) for part in parts],
        }
    return features | {
        "options": [part["text"] for part in parts],
        "key": [part["answer"] == "Right" for part in parts],
        "reasons": [part["reason"] for part in parts],
        "statement": row["guide_says"],
    }


def json(data):
    form = loads(data)
    return Found(
        {name: form[name] for name in ("title", "intro", "license")},
        [_json(item) for item in form["items"]],
        str(form),
    )


def _json(item):
    features = {"ids": item["id"], "topic": item["topic"], "version": item["version"]}
    features["question"] = [item["stem"], item["question"]]
    parts = item.get("rows", item.get("options"))
    features["part-ids"] = [part["id"] for part in parts]
    linked = [*parts, *(one["statement"] for one in (item, *parts) if "statement" in one)]
    features["links"] = {one["link"] for one in linked if "link" in one}
    if "rows" in item:
        bins = {bin_["id"]: bin_["text"] for bin_ in item["bins"]}
        return features | {
            "grid": [(row["text"], bins[row["bin"]]) for row in parts],
            "row-reasons": [(row["reason"], row["statement"]["text"]) for row in parts],
        }
    return features | {
        "options": [option["text"] for option in parts],
        "key": [option["right"] for option in parts],
        "reasons": [option["reason"] for option in parts],
        "statement": item["statement"]["text"],
    }


def _mattext(element):
    return next(element.iter("mattext")).text


def _plain(data):
    """Return the root of XML, with names as they stand without their namespaces."""
    root = ET.fromstring(data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


READERS = {
    "scorm12": scorm12,
    "moodle": moodle,
    "qti12": qti12,
    "qti21": qti21,
    "csv": csv,
    "json": json,
}


def about(title, html):
    intro, license_ = paragraphs(html)
    return {"title": title, "intro": intro, "license": license_}


def paragraphs(html):
    """Return the text of each paragraph of a piece of HTML, without its links."""
    return [_lines(one) for one in _html(html).iter("p")]


def links(html):
    return {link.get("href") for link in _html(html).iter("a")} if "<a " in html else set()


def readable(html):
    """Return what stands in HTML of any kind as words."""
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"')):
        html = html.replace(entity, character)
    return html.replace("<br/>", "\n").replace("&amp;", "&")


def _html(html):
    return ET.fromstring(f"<x>{html}</x>")


def _lines(element):
    """Return the text of an element: line breaks as such, and nothing of a link and the blank before it."""
    text = element.text or ""
    for child in element:
        text = f"{text}\n{child.tail or ''}" if child.tag == "br" else text.removesuffix(" ")
    return text
