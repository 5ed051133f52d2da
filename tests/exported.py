"""Exported files read back by parsers that know nothing of how they were written.

A reader returns what it finds: the form’s own features, the features of each item, and all that
stands in the file as words.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass


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


def meant(form):
    """Return what a form says, as a reader of a format that keeps everything would find it."""
    return Found({"intro": form.intro}, [_meant(view) for view in form.items])


def _meant(view):
    told = {
        "ids": view.id,
        "topic": view.topic,
        "version": view.token,
        "question": [view.stem, view.question],
    }
    if view.grid:
        return told | {
            "grid": [(row.text, row.bin.label) for row in view.rows],
            "row-reasons": [(row.rationale, row.statement.text) for row in view.rows],
            "part-ids": [row.id for row in view.rows],
            "links": {row.statement.href for row in view.rows},
        }
    return told | {
        "options": [option.text for option in view.options],
        "key": [option.right for option in view.options],
        "reasons": [option.rationale for option in view.options],
        "statement": view.statement.text,
        "part-ids": [option.id for option in view.options],
        "links": {view.statement.href, *(option.href for option in view.options)},
    }


def moodle(data):
    category, *questions = ET.fromstring(data).findall("question")
    text = "".join(ET.fromstring(data).itertext())
    items = [_moodle(question) for question in questions]
    return Found({"intro": paragraphs(category.findtext("info/text"))[0]}, items, readable(text))


def _moodle(question):
    topic, version = (tag.text for tag in question.findall("tags/tag/text"))
    told = {"ids": question.findtext("idnumber"), "topic": topic, "version": version}
    told["question"] = paragraphs(question.findtext("questiontext/text"))
    told["links"] = {href for text in question.iter("text") for href in links(text.text)}
    if question.get("type") == "match":
        rows = question.findall("subquestion")
        pairs = [(row.findtext("text"), row.findtext("answer/text")) for row in rows]
        return told | {"grid": [(paragraphs(text)[0], bin_) for text, bin_ in pairs]}
    answers = question.findall("answer")
    return told | {
        "options": [paragraphs(answer.findtext("text"))[0] for answer in answers],
        "key": [answer.get("fraction") == "100" for answer in answers],
        "reasons": [paragraphs(answer.findtext("feedback/text"))[0] for answer in answers],
        "statement": paragraphs(question.findtext("generalfeedback/text"))[1],
    }


READERS = {"moodle": moodle}


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
