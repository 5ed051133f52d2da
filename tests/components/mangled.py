"""What mail and chat programs, and what counts visits, make of the part of an address behind “#”."""

from urllib.parse import quote

MANGLED = {
    "as it stands": str,
    "as HTML has it": lambda text: text.replace("&", "&amp;"),
    "as HTML has it twice": lambda text: text.replace("&", "&amp;amp;"),
    "commas encoded": lambda text: text.replace(",", "%2C"),
    "encoded": lambda text: quote(text, safe=""),
    "encoded twice": lambda text: quote(quote(text, safe=""), safe=""),
    "encoded, then counted": lambda text: quote(text, safe="") + "?utm_source=mail&utm_medium=x",
    "counted": lambda text: text + "?utm_source=mail&utm_medium=x",
    "counted as one more": lambda text: text + "&fbclid=IwAR",
    "with the end of a sentence": lambda text: text + ".",
    "with a comma": lambda text: text + ",",
    "with a bracket": lambda text: text + ").",
    "with an angle": lambda text: text + ">",
    "with a semicolon": lambda text: text + ";",
    "with a mark": lambda text: text + "!",
    "with a quotation mark": lambda text: text + "”",
    "with a space": lambda text: text + "%20",
    "with a line": lambda text: text + "%0A",
}
"""By what they did; each takes the text as we wrote it, and begins with a pair that says something."""
