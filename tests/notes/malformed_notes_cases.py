"""Notes files with every fault that people make, or that break other readers, and what is said of each.

Each case is the bytes of a file and the problems that it must give, as ``line:column: message`` in order of place; a
case without problems must read, and its last field says what must then stand in it.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """One file."""

    name: str
    data: bytes
    problems: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    """The texts of all items, where the file can be read."""


def _front(*lines: str) -> str:
    return "---\n" + "".join(line + "\n" for line in lines) + "---\n"


HEAD = _front("sources:", "  ana: {name: Ana Ruiz, pronoun: she}", "  bo: {name: Bo Low, pronoun: she}")
"""A front matter in order, of five lines; the body begins on line 6."""
QUOTE_IT = "expected quotation marks around the whole value"


def _case(name: str, text: str, *problems: str, texts: tuple[str, ...] = ()) -> Case:
    return Case(name, text.encode(), problems, texts)


def _body(name: str, text: str, *problems: str, texts: tuple[str, ...] = ()) -> Case:
    return _case(name, HEAD + text, *problems, texts=texts)


def _yaml(name: str, line: str, *problems: str) -> Case:
    """A front matter with one line more; it is line 3, and the body is checked as well."""
    text = f"---\nkind: brief\n{line}\nsources: {{}}\n---\n- A fact\n- {{}}\n"
    body = 6 + line.count("\n")
    empty = f"{body + 1}:3: empty braces, expected a date or a field (or “\\{{” for a plain brace)"
    return _case(name, text, *problems, empty)


FILES: tuple[Case, ...] = (
    Case("an empty file", b"", ("1:1: this file is empty, expected notes that begin with a line “---”",)),
    _case("nothing but blanks", " \n\n\t\n", "1:1: this file is empty, expected notes that begin with a line “---”"),
    Case("a byte-order mark", b"\xef\xbb\xbf" + HEAD.encode() + b"- A fact\n", texts=("A fact",)),
    Case("two byte-order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD.encode() + b"- A fact\n", texts=("A fact",)),
    Case("line ends of Windows", (HEAD + "> a\n> b\n— ana | said\n").replace("\n", "\r\n").encode(), texts=("a b",)),
    Case(
        "line ends of old Macintoshes", (HEAD + "> a\n> b\n— ana | said\n").replace("\n", "\r").encode(), (), ("a b",)
    ),
    Case(
        "a fault under line ends of Windows",
        (HEAD + "> a\n— anna | said\n").replace("\n", "\r\n").encode(),
        ("7:3: no source is called “anna”, expected “ana”",),
    ),
    Case(
        "UTF-16",
        HEAD.encode("utf-16"),
        ("1:1: this is UTF-16 text, expected UTF-8; save the file again with the encoding UTF-8",),
    ),
    Case(
        "Latin-1",
        (HEAD + "- Zoë did\n").encode("latin-1"),
        (
            "6:5: a character here is not UTF-8, expected UTF-8 text (this may be Latin-1 or Windows-1252); "
            "save the file again with the encoding UTF-8",
        ),
    ),
    Case(
        "binary data",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        ("3:1: this is binary data, expected text; name a Markdown or text file",),
    ),
    Case(
        "a zero byte in the body",
        HEAD.encode() + b"- a\x00b\n",
        ("6:4: this is binary data, expected text; name a Markdown or text file",),
    ),
    Case(
        "50 MB",
        b"x" * 50_000_000,
        (
            "1:1: this file has more than 5 MB, expected the text of one story; "
            "split it, or check that it is the right file",
        ),
    ),
    Case(
        "15 MB",
        HEAD.encode() + b"- A fact\n" * 1_700_000,
        (
            "1:1: this file has more than 5 MB, expected the text of one story; "
            "split it, or check that it is the right file",
        ),
    ),
    _body("a line of a million characters", "- " + "Word " * 200_000 + "\n", texts=(("Word " * 200_000).strip(),)),
    _body("a million spaces", "- A" + " " * 1_000_000 + "b\n", texts=("A" + " " * 1_000_000 + "b",)),
)

FRONT_MATTER: tuple[Case, ...] = (
    _case(
        "no front matter",
        "## Beat\n- A fact\n",
        "1:1: no front matter here, expected a line “---” and then “sources:” and the rest",
    ),
    _case(
        "front matter that is not closed",
        "---\nsources:\n  ana: {name: Ana}\n\n## Beat\n- A fact\n— anna\n",
        "1:1: the front matter is not closed, expected a line “---” above line 5",
        "7:3: no source is called “anna”, expected “ana”",
    ),
    _case(
        "front matter that is not closed, and no beat",
        "---\nsources:\n  ana: {name: Ana}\n",
        "1:1: the front matter is not closed, expected a line “---” after it",
    ),
    _case(
        "a list as front matter",
        "---\n- sources\n- ana\n---\n- A fact\n— ana\n",
        "2:1: a list as front matter, expected lines of the form “key: value”",
    ),
    _case(
        "plain text as front matter",
        "---\nNotes of Tuesday\n---\n- A fact\n",
        "2:1: plain text as front matter, expected lines of the form “key: value”",
    ),
    _case(
        "a rule that opens a file without front matter",
        "---\n\nSome words here.\n\n---\n\nMore words.\n",
        "3:1: plain text as front matter, expected lines of the form “key: value”",
    ),
    _body("a body that opens with a rule", "---\n\n- A fact\n\n---\n\nwords\n\n***\n", texts=("A fact", "words")),
    _case(
        "a second document",
        "---\nkind: brief\n...\nsources: {}\n---\n",
        "3:1: a line “...” ends the front matter early, expected only “---” at its end",
    ),
    _case(
        "the same key twice",
        "---\nkind: brief\nsources: {}\nkind: qa\n---\n",
        "4:1: this key stands twice, first on line 2, expected it once",
    ),
    _case(
        "the same source twice",
        "---\nsources:\n  ana: {name: Ana, alias: A nurse}\n  ana: {name: Anne}\n---\n",
        "4:3: this key stands twice, first on line 3, expected it once",
    ),
    _case(
        "the same field twice on one line",
        "---\nsources: {ana: {name: Ana, name: Anne}}\n---\n",
        "2:28: this key stands twice, first on line 2, expected it once",
    ),
    _yaml(
        "200,000 nested brackets",
        "ai: " + "[" * 200_000,
        "3:44: more than 40 lists or groups inside each other, expected at most five",
    ),
    _yaml(
        "200,000 nested groups",
        "ai: " + "{a: " * 200_000,
        "3:161: more than 40 lists or groups inside each other, expected at most five",
    ),
    _yaml(
        "200,000 nested lists",
        "ai:\n  " + "- " * 200_000,
        "4:81: more than 40 lists or groups inside each other, expected at most five",
    ),
    _case(
        "an alias bomb",
        "---\nsources: {}\nai:\n  - &one [a, a]\n  - &two [*one, *one]\n  - [*two, *two]\n---\n- A fact\n",
        f"4:5: a value cannot begin with “&”, {QUOTE_IT}",
        f"5:5: a value cannot begin with “&”, {QUOTE_IT}",
        f"5:11: a value cannot begin with “*”, {QUOTE_IT}",
        f"5:17: a value cannot begin with “*”, {QUOTE_IT}",
        f"6:6: a value cannot begin with “*”, {QUOTE_IT}",
        f"6:12: a value cannot begin with “*”, {QUOTE_IT}",
    ),
    _yaml("a tag of YAML", "headline: !important news", f"3:11: a value cannot begin with “!”, {QUOTE_IT}"),
    _yaml("a second colon in a value", "headline: News: more", f"3:15: a second “: ” in a value, {QUOTE_IT}"),
    _yaml("a colon in a short group", "image: {alt: A: B}", f"3:15: a second “: ” in a value, {QUOTE_IT}"),
    _yaml("a tab before a key", "image:\n\talt: A harbour", "4:1: a tab here, expected spaces to indent with"),
    _yaml(
        "a quotation mark that is not closed",
        'headline: "News',
        '3:11: this quotation mark (") is not closed, expected another at the end of the value',
    ),
    _yaml(
        "an apostrophe that closes a value",
        "headline: 'It's late'",
        f"3:15: more words after the closing quotation mark, {QUOTE_IT}",
    ),
    _yaml(
        "a bracket that is not closed",
        "byline: [Ana, Bo",
        "3:9: this “[” is not closed, expected “]” (and commas between the entries)",
    ),
    _yaml(
        "a bracket after which nothing stands",
        "byline: [",
        "3:9: this “[” is not closed, expected “]” (and commas between the entries)",
    ),
    _yaml("a value that begins with @", "byline: @ana", f"3:9: a value cannot begin with “@”, {QUOTE_IT}"),
    _yaml("a value that begins with `", "slug: `x`", f"3:7: a value cannot begin with “`”, {QUOTE_IT}"),
    _yaml("a value that begins with %", "dek: %", f"3:6: a value cannot begin with “%”, {QUOTE_IT}"),
    _yaml("a value that begins with *", "dek: *Now*", f"3:6: a value cannot begin with “*”, {QUOTE_IT}"),
    _yaml("a value that begins with >", "dek: > 50 died", f"3:6: a value cannot begin with “>”, {QUOTE_IT}"),
    _yaml("a line without a colon", "headline", "3:1: a line without a colon, expected “key: value”"),
    _yaml("a colon without a space", "slug:harbour", "3:5: a colon without a space after it, expected “key: value”"),
    _yaml(
        "a line that is indented by mistake",
        "slug: harbour\n  dek: words",
        "4:3: this line is indented more than the one above, expected the same column",
    ),
    _yaml(
        "a list beside its key",
        "byline: - Ana",
        "3:9: a list on the line of its key, expected every “- ” on a line of its own",
    ),
    _yaml(
        "a backslash in double quotation marks",
        'dek: "C:\\q"',
        "3:9: a backslash in double quotation marks, expected single ones ('…') around the value",
    ),
    _yaml(
        "an invisible character",
        "dek: a\x07b",
        "3:7: an invisible character (U+0007) in the front matter, expected none here",
    ),
    _case(
        "a near miss of a key",
        "---\nsource:\n  ana: {name: Ana}\n---\n- A fact\n— ana\n",
        "2:1: “source:” here, expected “sources:”",
    ),
    _case(
        "a key of other programs",
        "---\ntitle: News\nsources: {}\n---\n",
        "2:1: warning: unknown key “title”, expected “headline:”",
    ),
    _case(
        "a text for a group",
        "---\ndateline: PARIS\nsources: Ana\nrequests: acme\n---\n",
        "2:11: “dateline:” holds no group, expected “place:” and “date:” on lines under it",
        "3:10: “sources:” holds no group, expected an id and a colon, then its keys",
        "4:11: “requests:” holds no list, expected each to begin with “- to:”",
    ),
    _case(
        "a group for a text",
        "---\nheadline: {a: b}\nslug: [a]\nbyline: [Ana, {b: c}]\nsources: {}\n---\n",
        "2:11: a group of keys under “headline:”, expected a text",
        "3:7: a list under “slug:”, expected a text",
        "4:9: a group or a list inside “byline:”, expected plain texts",
    ),
    _case(
        "sources that are no groups",
        "---\nsources:\n  ana: Ana Ruiz\n  bo:\n---\n",
        "3:8: a source that is no group of keys, expected “name:” under it, indented",
        "4:6: nothing under this source yet, expected “name:” under it, indented",
    ),
    _case(
        "impossible dates",
        "---\npublished: 2024-02-30\nasof: 9/7/2024\ndateline: {place: Paris, date: 2023-02-29}\n"
        "sources:\n  law: {name: A law, kind: document, date: 2024-13}\n"
        "requests:\n  - {to: law, asked_on: soon}\n---\n",
        "2:12: “2024-02-30” is no day of the calendar, expected one that exists",
        "3:7: this is not understood as a date, expected one such as 2024-07-09",
        "4:32: “2023-02-29” is no day of the calendar, expected one that exists",
        "6:44: this is not understood as a date, expected one such as 2024-07-09",
        "8:25: this is not understood as a date, expected one such as 2024-07-09",
    ),
    _case(
        "values that do not exist",
        "---\nbyline_position: top\nkind: interveiw\ninterview: {terms: of the record, edited: maybe}\nsources:\n"
        "  ana: {name: Ana, kind: persn, knows: second, status: law, terms: secret}\n---\n",
        "2:18: an unknown value under “byline_position:”, expected start or end",
        "3:7: “interveiw” under “kind:”, expected “interview”",
        "4:20: “of the record” under “terms:”, expected “off the record”",
        "4:43: an unknown value under “edited:”, expected true, false, yes or no",
        "6:26: “persn” under “kind:”, expected “person”",
        "6:40: an unknown value under “knows:”, expected first-hand or second-hand",
        "6:56: an unknown value under “status:”, expected proposed, adopted or in force",
        "6:68: an unknown value under “terms:”, expected on the record, background, off the record, …",
    ),
    _case(
        "ids that cannot be",
        "---\nsources:\n  she: {name: A}\n  known: {name: B}\n  a|b: {name: C}\n  a b: {name: D}\n---\n",
        "3:3: a pronoun as a source's id, expected a name of its own",
        "4:3: “known” as a source's id, expected no word that tags use",
        "5:3: “|” in a source's id, expected letters, digits and hyphens",
        "6:3: a space in a source's id, expected letters, digits and hyphens",
    ),
    _case(
        "unknown ids in the front matter",
        "---\ninterview: {with: [ana, sue]}\nsources:\n  ana: {name: Ana}\n"
        "requests:\n  - {to: anna}\n  - {how: email}\n---\n",
        "2:25: no source is called “sue”, expected “ana”",
        "6:10: no source is called “anna”, expected “ana”",
        "7:5: a request to nobody, expected “to:” and the id of a source",
    ),
)

BODY: tuple[Case, ...] = (
    _body(
        "a heading of another level",
        "# A\n### B\n",
        "6:1: a heading of level 1, expected “## ” (one beat is one paragraph)",
        "7:1: a heading of level 3, expected “## ” (one beat is one paragraph)",
    ),
    _body(
        "a heading without a space",
        "##Beat\n",
        "6:1: a heading without a space after “##”, expected “## ” and the heading",
    ),
    _body("a heading without words", "##\n", "6:1: a heading without words, expected them after “##”"),
    _body(
        "a heading by underlining",
        "Words\n-----\n",
        "7:1: this line makes a heading of the one above, expected “## ” before it",
    ),
    _body(
        "a comment that is not closed",
        "> a <!-- b\n— ana\n",
        "6:1: warning: a quote without a tag, expected “— source | verb” under it",
        "6:5: this comment is not closed, expected “-->” where it ends",
    ),
    _body(
        "a comment of which only the end was left",
        "The dam held.\n-->\n",
        "7:1: the end of a comment that nothing begins, expected “<!--” above, or no mark",
    ),
    _body(
        "a comment of which only the end was deleted",
        "<!--\nThe dam held.\n\n<!--\nNot yet.\n-->\n",
        "9:1: warning: a comment begins inside a comment, expected “-->” above it",
    ),
    _body(
        "a brace that is not closed",
        "- on {2024-07-09\n",
        "6:6: this “{” is not closed, expected “}” on the same line (or “\\{” for a plain one)",
    ),
    _body("empty braces", "- on {}\n", "6:6: empty braces, expected a date or a field (or “\\{” for a plain brace)"),
    _body(
        "words in braces",
        "- on {a day}\n",
        "6:6: words in braces, expected a date or a field such as {sarah.role} (or “\\{”)",
    ),
    _body(
        "an impossible date",
        "- on {2024-02-30}\n",
        "6:6: “2024-02-30” is no day of the calendar, expected one that exists",
    ),
    _body(
        "a date in another order",
        "- on {9/7/2024}\n",
        "6:6: this is not understood as a date, expected one such as {2024-07-09}",
    ),
    _body("a wrong weekday", "- on {2024-07-09 as Monday}\n", "6:21: 2024-07-09 is no Monday, expected “Tuesday”"),
    _body("a misspelt weekday", "- on {2024-07-09 as Teusday}\n", "6:21: “Teusday” is no weekday, expected “Tuesday”"),
    _case(
        "a weekday too far away",
        "---\npublished: 2024-07-01\nasof: 2024-07-08\nsources: {}\n---\n- on {2024-07-09 as Tuesday}\n",
        "6:6: this Tuesday is 8 days from “published:”, expected at most 7 (or the date itself)",
    ),
    _body("an unknown field", "- by {ana.nmae}\n", "6:6: “ana” has no field “nmae”, expected “name”"),
    _body(
        "a field that is not known yet",
        "- by {ana.role}\n",
        "6:6: “role” is not known yet, expected “role:” under “ana” (line 3)",
    ),
    _case(
        "a field that is empty",
        "---\nsources:\n  ana:\n    name: Ana\n    role:   # ask\n---\n- by {ana.role}\n",
        "7:6: “ana.role” is not known yet, expected a value in line 5",
    ),
    _body("a field of nobody", "- by {anna.name}\n", "6:6: no field is called “anna”, expected “ana”"),
    _body(
        "a quote that goes on without its mark",
        "> a\nb\nc\n— ana\n",
        "7:1: a line without a mark under a quote, expected “> ” at its start (or a blank line above)",
    ),
    _body(
        "a fact that goes on without its mark",
        "- A\nb\n",
        "7:1: a line without a mark under a fact, expected two spaces before it (or a blank line above)",
    ),
    _body(
        "a bullet inside a bullet",
        "- A\n  - b\n",
        "7:3: a mark after spaces, expected it at the start of the line (or “\\” before it)",
    ),
    _body(
        "nothing after a mark",
        "-\n>\n",
        "6:1: nothing after this mark, expected a fact",
        "7:1: nothing after this mark, expected a quote",
    ),
    _body("words after +", "+ words\n", "6:1: words after “+”, expected “+” alone on its line and the words below"),
    _body("two attributions", "> a // b // c\n— ana\n", "6:10: a second “//” in this quote, expected one attribution"),
    _body("an attribution and no words", "> //\n— ana\n", "6:1: nothing after this mark, expected a quote"),
    _body(
        "an attribution without spaces",
        "> a, //b\n— ana\n",
        "6:6: “//” without a space on each side, expected “ // ” (or “\\//” for plain slashes)",
    ),
    _body(
        "a tag without an item",
        "— ana | said\n",
        "6:1: a tag with no item above it, expected it under a quote, a fact, …",
    ),
    _body(
        "a second tag",
        "- a\n— ana\n— bo\n",
        "8:1: a second tag on the same item, expected one (parts are divided by “|”)",
    ),
    _body("an empty tag", "- a\n—\n", "7:1: an empty tag, expected “— source | verb”"),
    _body(
        "a tag on two lines", "- a\n— ana\n| said\n", "8:1: a tag that goes on below, expected all of it on one line"
    ),
    _body(
        "two verbs",
        "- a\n— ana | said | told\n",
        "7:16: “said” and “told” left over in this tag, expected one verb (others: “key: …”)",
    ),
    _body("an unknown id", "- a\n— anna | said\n", "7:3: no source is called “anna”, expected “ana”"),
    _body("an id in another case", "- a\n— Ana | said\n", "7:3: no source is called “Ana”, expected “ana”"),
    _body("an id like no other", "- a\n— ortega | said\n", "7:3: no source is called “ortega”, expected “ana” or “bo”"),
    _body(
        "a source in second place",
        "- a\n— untagged | ana\n",
        "7:14: the source stands after other parts of this tag, expected its id first",
    ),
    _body(
        "a pronoun of two",
        "- a\n— she | said\n",
        "7:3: “she” could be “ana” or “bo”, expected the id of the one meant",
    ),
    _body(
        "a pronoun of nobody",
        "- a\n— he | said\n",
        "7:3: no source has the pronoun “he”, expected “pronoun:” under one, or its id",
    ),
    _body(
        "an impossible time", "- a\n— ana | 00:75\n", "7:9: this is no time in a recording, expected H:MM:SS or MM:SS"
    ),
    _body(
        "a stretch of time",
        "- a\n— ana | 0:01–0:02\n",
        "7:9: a stretch of time, expected only the time at which the words begin",
    ),
    _body("two times", "- a\n— ana | 00:10 | 00:20\n", "7:17: a second time in this tag, expected one at most"),
    _body(
        "an impossible date in a tag",
        "- a\n— ana | 2024-06-31\n",
        "7:9: “2024-06-31” is no day of the calendar, expected one that exists",
    ),
    _body(
        "a near miss of a reserved word",
        "- a\n— ana | of the record\n",
        "7:9: this is nearly “off the record”, expected exactly “off the record”",
    ),
    _body("a near miss of a tag's key", "- a\n— ana | leed: b\n", "7:9: “leed:” in a tag, expected “lead:”"),
    _body(
        "an unknown key in a tag",
        "- a\n— ana | mood: b\n",
        "7:9: warning: unknown key “mood” in a tag, expected one of the notes format; it is not used",
    ),
    _body(
        "a key twice in a tag",
        "- a\n— ana | lead: b | lead: c\n",
        "7:19: “lead:” stands twice in this tag, expected it once",
    ),
    _body(
        "an unknown id after a key", "- a\n— ana | citing: bo, boo\n", "7:21: no source is called “boo”, expected “bo”"
    ),
    _body(
        "values that tags do not have",
        "- a\n— ana | heard: maybe | status: law\n",
        "7:16: an unknown value after “heard:”, expected yes or no",
        "7:32: an unknown value after “status:”, expected proposed, adopted or in force",
    ),
    _body(
        "the same statement of nobody",
        "- a\n— ana | same statement\n",
        "7:1: “same statement” with nothing of this source before, expected an item of it above",
    ),
    _body(
        "no request to print", "x bo\n", "6:3: nobody is asked by that id, expected “- to:” with it under “requests:”"
    ),
    _body("no source to print", "x zoo\n", "6:3: no source is called “zoo”, expected “ana” or “bo”"),
)

CASES = FILES + FRONT_MATTER + BODY
