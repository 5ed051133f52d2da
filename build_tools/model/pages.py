"""Pages that code makes or names: the id of each, and what ids of pages are made of."""

HOME = "index"
PLANNER = "who-should-i-ask"
CHECK = "before-you-send"
TABLE = "who-can-help"
PEOPLE = "my-people-map"
PRACTICE = "practice"
RESULTS = "results"
WRITE_QUESTION = "write-a-question"
PRINT = "print"
BANK = "item-bank"
DOWNLOADS = "downloads"
TITLES = {
    HOME: "home_title",
    PLANNER: "planner_title",
    CHECK: "before_title",
    TABLE: "table_title",
    PEOPLE: "people_title",
    PRACTICE: "practice_title",
    RESULTS: "results_title",
    WRITE_QUESTION: "write_question_title",
    PRINT: "print_title",
    BANK: "bank_title",
    DOWNLOADS: "downloads_title",
}
"""The words that are the title of each page which no one record stands behind."""
STUCK = "common-problems"
WRITE = "what-to-write"
RESEARCH = "research"


def ask_page(name: str) -> str:
    """Return the page of an ask, or of several under one name."""
    return f"ask-{name}"


def bank_page(about: str) -> str:
    """Return the page of all questions about a contact type, or about networking as a whole."""
    return f"{BANK}-{about}"


def session_page(session: str) -> str:
    return f"session-{session}"
