"""The words that generated notes are made of: those of an ordinary newsroom, and those that break programs."""

from __future__ import annotations

import re

COMPUTED = "1343433"
"""What ``{{ 7*191919 }}`` would give if anybody worked it out."""
JINJA = (
    "{{ 7*191919 }}", "{% for x in notes %}", "{% endfor %}", "{#id}", "#}", "{{", "}}", "{%- raw -%}",
    "{{ notes.byline }}",
    "{{ self.__class__ }}", "%}", "{% extends 'base.md' %}", "[object Object]",
)  # fmt: skip
PYTHON = ("None", "undefined", "source-1", "True", "notes.quotes")
MARKED_UP = (
    "*bold", "**two**", "_under_", "`code`", "```", "~~~", "# hash", "## beat", "[link](https://a.example/b)",
    "[ref]: x",
    "![img](x.jpg)", "<b>bold</b>", "<script>alert(1)</script>", "</p>", "<br>", "&amp;", "&#123;", "&nope;", "1. one",
    "***", "===", "| a | b |", "\\", "\\n", "$1", "%s", "%(name)s", "{0}", "$(id)",
)  # fmt: skip
YAML_LIKE = (
    "yes", "null", "~", "1:10:00", "0x1F", "- item", "key: value", "&anchor", "*alias", "!tag", "@at", "%TAG", ": ",
    '"quoted"', "'single'", "2026-01-01", "1e3", ".inf", "{a: b}", "[a, b]", "? key", "-", "a: - b", "'", '"', "''",
)  # fmt: skip
MARKS = (
    "“inner”", "“a ‘deep’ one”", "”turned“", "‘single’", "«angled»", "„low“", "’90s", "rock ’n’ roll", "5'9\"", "“",
    "”",
    '"straight"', "‘", "’", "…", "...", "?", "!", "?!", "—", "–", ".", "Inc.", "p.m.", "U.S.", "no.”", "no”.", "(sic)",
    "[sic]", "[", "]", "(", ")", ",",
)  # fmt: skip
SCRIPTS = (
    "مرحبا بالعالم", "שלום עולם", "\u202eabc\u202c", "\u2066iso\u2069", "a\u200fb", "e\u0301te\u0301",
    "Z\u0351\u036b\u0343", "ﬁne",
    "ß", "İstanbul", "ǆ", "你好，世界。", "日本語", "नमस्ते", "👩🏽‍🚒", "🏳️‍🌈", "🇬🇧", "a\u200bb", "a\u200cb",
    "a\u2060b", "a\u00a0b", "a\u2009b", "so\u00adft", "\u0130", "\U0001d54f", "\ue000", "x" * 300,
    "Donaudampfschifffahrtsgesellschaftskapitän",
)  # fmt: skip
CONTROLS = ("\x0b", "\x0c", "\x1b[31m", "\x7f", "\x85", "a\u2028b", "a\u2029b", "\ufeff", "\x1c", "\ufffd", "\ufffe")
"""What a body may hold, with a warning, and a front matter may not."""
PLAIN = ("The", "boats", "harbour", "said", "nobody", "and", "it", "rained", "We", "Ana", "of the", "pump", "three.")
SCRIPT_NAMES = (
    "Jean-Luc de la Tour", "Madonna", "O’Brien", "Иван Петров", "محمد علي", "דוד לוי", "Zoe\u0301 Me\u0301lie",
    "Ng", "St. John Smyth", "Maria da Conceição dos Santos", "Y" + "y" * 60, "The Who", "Null Island", "李小龙",
)  # fmt: skip
ODD_NAMES = (
    *SCRIPT_NAMES, "X Æ A-12", "*Star* Ng", "{{ name }}", "None", "Dr. No", "Tom Molomby SC", "“Duke” Ellis",
    "[B] Roe", "a",
    "AT&T <b>", "Anne: Marie",
)  # fmt: skip
ODD = {
    ("scripts", "words"): (*SCRIPTS, *PYTHON, "1:10:00", "0x1F", "1e3", "yes", "null", "rock ’n’ roll"),
    ("scripts", "body"): (*SCRIPTS, *PYTHON, *CONTROLS),
    ("scripts", "names"): SCRIPT_NAMES,
    ("marks", "words"): (*JINJA, *PYTHON, *MARKED_UP, *YAML_LIKE, *MARKS, *SCRIPTS),
    ("marks", "body"): (*JINJA, *PYTHON, *MARKED_UP, *YAML_LIKE, *MARKS, *SCRIPTS, *CONTROLS),
    ("marks", "names"): ODD_NAMES,
}
"""What stands among the plain words, by the manner of the file and by the place."""
NAMES = (
    "Nora Haskett", "Dan Ferreira", "Otis Brandvold", "Lena Abshire", "Mara van der Quill", "Ida Roe", "Tom Molomby",
    "Greta Dolan", "Harris Obeng", "Priya Nair", "Joan Pell", "Emil Sorrell", "Ruth Adeyemi", "Karl Jensen",
    "Wen Zhao", "Marta Ruiz", "Abel Kaye", "Sian Howell", "Peter Lund", "Yusuf Demir",
)  # fmt: skip
BODIES = (
    "Harbour Trust", "Guild of Pilots", "Tarn Hill Council", "Delta Water", "Port Labor Board", "Northern Crews Union",
)  # fmt: skip
PAPERS = ("The Delta Herald", "Harbour News", "The Tarn Echo", "Dock and Quay")
PAPER_TRAIL = ("Annual Report 2025", "Pump Inspection Record", "Tide Tables", "Council Minutes")
ROLES = (
    "a pilot on the river", "the harbour master", "a retired teacher in Tarn Hill", "an engineer", "head of repairs",
    "a clerk", "the owner of the quay café",
)  # fmt: skip
PHRASES = ("the repair of the pumps", "the night shift", "who pays for the wall", "the price of a berth")
NARRATED = (
    "The harbour wall has leaked since March.", "Two pumps stand in a shed behind the quay.", "The quay was quiet.",
    "A crew of six works through the night.", "Nobody has repaired the third pump.",
    "The council meets in the old school.",
    "The tide turned at noon.", "Water stood in the cellars of Dock Street.",
)  # fmt: skip
SPOKEN = tuple(
    f"{who} {does}{why}"
    for who in ("We", "The crews", "My brothers", "They", "The pilots", "People here")
    for does in ("pump day and night", "heard it from the papers", "know this wall",
    "would rather lose a day than a boat")
    for why in (
        ", and the water comes back.", ". Nobody told us.", ". Is that fair? I do not think so.", " for 40 years.",
        ", as “experts” never will.", ". It is the wall, not the pumps. It was built on sand.",
    )
)  # fmt: skip
REPORTED = tuple(
    f"the {who} {does} {when}"
    for who in ("wall", "third pump", "crew", "harbour master", "night shift")
    for does in ("would be ready", "was late", "had been left alone", "would cost $40,000")
    for when in ("by spring", "in March", "for a year")
)
CLAIMS = tuple(
    f"the {who} {does} {where}"
    for who in ("old wall", "quay", "water", "roof of the shed", "crane")
    for does in ("leaks", "was mended", "has moved", "stood still")
    for where in ("in nine places", "last in 1987", "on Dock Street", "by the school")
)
QUESTIONS = (
    "How long will the wall stand?",
    "Who pays for the pumps?",
    "Why now?",
    "the third pump",
    "the night shift",
)
SEEN = ("looked at the water", "shut the hatch", "counted the pumps twice", "pointed at the wall")
HEADINGS = (
    "Lede",
    "Intro",
    "The wall",
    "The pumps",
    "Dock Street",
    "The crews",
    "What it costs",
    "The council",
    "Outro",
)
HEADLINES = ("Harbour wall leaks in nine places", "The night shift on Dock Street", "Pumps to stay until spring")
DEKS = ("Nine leaks, two pumps and a crew of six.", "The council votes on the wall in May.")
VERBS = ("said", "said", "said", "added", "wrote", "asked", "says", "explained")
CITING = ("according to", "as noted by", "as first reported by", "reported", "says", "found")
_BEGINS_LIKE_A_MARK = re.compile(r"[#>~?*+=_•—–-]|x[ \t]+\S+$")


def in_the_body(words: str, *, first: bool = True, quote: bool = False) -> str:
    """Words as they are typed in the body, with a backslash before what would be a mark of the notes."""
    words = words.replace("\\|", "|").replace("\\{", "{").replace("<!--", "<!")
    words = words.replace("|", "\\|") if quote else words.replace("|", "\\|").replace("{", "\\{")
    words = words.replace("//", "\\//") if quote else words
    return "\\" + words if first and _BEGINS_LIKE_A_MARK.match(words) else words


def as_yaml(words: str, style: str) -> str:
    """A value as it is typed in the front matter: ``plain`` where it can be, else in ``single`` or ``double`` marks."""
    words = "".join(char for char in words if char not in "\n\r\x0b\x0c\x85\u2028\u2029\ufeff\ufffe" and char >= " ")
    if style == "plain" and re.fullmatch(r"[A-Za-z][\w ,.’“”‘/()-]*", words) and not words.endswith(" "):
        return words
    if style == "double":
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "'" + words.replace("'", "''") + "'"
