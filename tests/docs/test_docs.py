"""The documentation says what the program does: its commands are run, its tables compared, its links followed."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from page_examples import GENERATED, ROOT, pages, parts, run, set_up, shell, story

from authoring.cli import pages as commands
from authoring.config.conventions import CHOICES, MEANINGS
from authoring.config.keys import FAILING, GRAMMAR, KEYS, LEVELS, PUBLICATION
from authoring.drafting.filters import FILTERS
from authoring.notes.schema import FRONT, INTERVIEW, RESERVED, SOURCE, TAG_KEYS, Key
from authoring.rules.registry import names
from authoring.transcripts.formats import FORMATS
from authoring.transcripts.machine import SERVICES

DOCS = ROOT / "docs"
EVERY_PAGE = [*sorted(DOCS.glob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]
TEMPLATES = ROOT / "templates"
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_INTERNAL = {"malformed-notes", "missing-notes", "crashed-rule"}
"""What the linter reports besides its rules."""
_HYPHENATED = {
    "authoring-fix",
    "ignore-file",
    "bridge-tolls",
    "first-hand",
    "lint-imports",
    "no-comment",
    "not-found",
    "lead-in",
    "second-hand",
    "self-employed",
    "source-1",
    "town-clock",
    "write-good",
}
"""Words in backticks that look like a rule's name and are none."""


def _prose(page: str) -> str:
    """A page without its fenced blocks."""
    return re.sub(r"^(`{3,}).*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)


def _tables(page: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The rows of every table, cell by cell, each table with the heading that it stands under."""
    heading = ""
    rows: list[list[str]] = []
    for line in [*_prose(page).splitlines(), ""]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            rows.append([cell.strip() for cell in cells])
            continue
        if rows:
            yield heading, rows[2:]
            rows = []
        if found := _HEADING.fullmatch(line):
            heading = found[1]


def _table(name: str, heading: str) -> list[list[str]]:
    tables = [rows for under, rows in _tables((DOCS / name).read_text("utf-8")) if under == heading]
    assert tables, f"no table under “{heading}” in docs/{name}"
    return [row for rows in tables for row in rows]


def _keys(name: str, heading: str) -> set[str]:
    """What stands in backticks in the first column."""
    return {word for row in _table(name, heading) for word in _CODE.findall(row[0])}


def _anchors(page: Path) -> set[str]:
    headings = _HEADING.findall(_prose(page.read_text("utf-8")))
    return {re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_every_command_of_a_page_prints_what_the_page_says(page: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")
    set_up(text, tmp_path)
    again = "write the new output into the pages: python tests/docs/page_examples.py"
    for ran in run(text, tmp_path):
        assert ran.right, f"$ {ran.command}\n{ran.printed}\nwas expected to print\n{ran.expected}\n{again}"


def _meant(printed: str) -> bool:
    """Whether the page shows on purpose that something is refused."""
    return "edited by hand" in printed or "was not exported" in printed


def test_no_command_of_the_first_page_fails_by_a_slip_of_ours(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    set_up(text, tmp_path)
    slips = [ran.command for ran in run(text, tmp_path) if ran.code == 2 and not _meant(ran.printed)]
    assert slips == []


def test_from_an_empty_folder_to_a_linted_draft_take_five_lines_each_told_by_the_one_before(tmp_path: Path) -> None:
    text = (DOCS / "first-article.md").read_text("utf-8")
    set_up(text, tmp_path)
    assert list(tmp_path.iterdir()) == []
    typed, told = [], ["authoring init"]
    for ran in run(text, tmp_path):
        begins = " ".join(ran.command.split()[:3] if ran.command.startswith("authoring new") else ran.command.split())
        assert ran.command.startswith("authoring init") or any(begins in line for line in told), ran.command
        typed.append(ran.command)
        told += [line for line in ran.printed.splitlines() if line.startswith(("next: ", "then: "))]
        if ran.command.startswith("authoring lint"):
            assert ran.printed.endswith("/interview.md: nothing found\n")
            break
    assert len(typed) == 5


def test_the_pages_have_examples_that_are_run() -> None:
    ran = [part for page in pages() for part in parts(page.read_text("utf-8")) if part.info == "console"]
    assert len(ran) >= 15


def test_the_notes_page_becomes_the_article_that_it_shows(tmp_path: Path) -> None:
    page = (DOCS / "notes.md").read_text("utf-8")
    set_up(page, tmp_path)
    printed, code = shell("authoring draft umbrellas/notes.md --output -", tmp_path)
    assert code == 0, printed
    _, _, body = printed.partition("By Joan Pell\n\n")
    _, shown = story(page)
    assert shown.count("\n\n") >= 15
    assert body.strip().split("\n\n") == shown.split("\n\n")


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("The piece", FRONT),
        ("interview", INTERVIEW),
        ("sources", SOURCE),
        ("requests", FRONT["requests"].keys),
        ("corrections", FRONT["corrections"].keys),
        ("corrects", FRONT["corrects"].keys),
        ("image", FRONT["image"].keys),
        ("dateline", FRONT["dateline"].keys),
        ("publication", FRONT["publication"].keys),
    ],
)
def test_the_tables_of_keys_are_those_of_the_reader(heading: str, keys: Mapping[str, Key]) -> None:
    rows = {_CODE.findall(row[0])[0]: row[1] for row in _table("notes.md", heading)}
    assert set(rows) == set(keys)
    for name, key in keys.items():
        if key.holds == "choice":
            assert set(_CODE.findall(rows[name])) == set(key.allowed), name


def test_the_table_of_settings_is_that_of_the_reader() -> None:
    rows = _table("configuration.md", "Keys")
    told = [
        [f"`{name}`", f"`{name} = {key.example}`", key.default, key.meaning + ("" if key.everywhere else " (*once*)")]
        for name, key in (*KEYS.items(), *GRAMMAR.items(), *PUBLICATION.items())
    ]
    assert [row for row in rows if row[0] != "`files`"] == told
    assert len(rows) == len(told) + 1


def test_the_levels_of_the_page_are_those_of_the_reader(tmp_path: Path) -> None:
    for key, words in (("fail-on", FAILING), ("severity.facts", LEVELS)):
        for word in (*words, "sometimes"):
            (tmp_path / "authoring.toml").write_text(f'{key} = "{word}"\n', "utf-8")
            printed, code = shell("authoring config check", tmp_path)
            assert code == (2 if word == "sometimes" else 0), printed


def test_the_table_of_conventions_is_that_of_the_program() -> None:
    rows = _table("house.md", "What a house can settle")
    shown = [(f"`{name}`", ", ".join(f"`{each}`" for each in choices)) for name, choices in CHOICES.items()]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        (name, choices, meaning) for (name, choices), meaning in zip(shown, MEANINGS.values(), strict=True)
    ]


def test_the_table_of_tags_has_every_key_and_every_reserved_word() -> None:
    words = _keys("notes.md", "Tags")
    assert {word.rstrip(":") for word in words if word.endswith(":")} == set(TAG_KEYS)
    assert set(RESERVED) <= words


_PROBE = """\
{% macro keys(name, record) %}{{ name }}: {{ record | list | join(" ") }}
{% endmacro %}
{{ keys("notes", notes) }}{{ keys("draft", draft) }}{{ keys("A beat", notes.beats[0]) }}
{% for name in ("interview", "dateline", "publication", "image", "corrects") %}{{ keys(name, notes[name]) }}{% endfor %}
{{ keys("corrections", notes.corrections[0]) }}
{% for source in notes.sources %}{{ keys("A source", source) }}{% endfor %}
{% for request in notes.requests %}{{ keys("A request", request) }}{% endfor %}
{% for beat in notes.beats %}{% for item in beat.items %}{{ keys("An item", item) }}{% endfor %}{% endfor %}
"""
"""A template that prints what templates are given."""


def _given(folder: Path) -> dict[str, set[str]]:
    """The fields of everything that a template is given of notes that fill in every group."""
    notes, _ = story((DOCS / "notes.md").read_text("utf-8"))
    groups = "dateline: {place: Tarn Hill}\npublication: {name: The Weekly}\nimage: {file: case.jpg}\n"
    groups += "corrects: {headline: A}\ncorrections:\n  - {is: it is a hundred}\n"
    (folder / "notes.md").write_text(notes.replace("\nsources:", f"\n{groups}\nsources:", 1), "utf-8")
    (folder / "probe.md").write_text(_PROBE, "utf-8")
    printed, code = shell("authoring draft notes.md --template ./probe.md --output -", folder)
    assert code == 0, printed
    found: dict[str, set[str]] = {}
    for line in printed.split("\n"):
        name, _, keys = line.partition(": ")
        found.setdefault(name, set()).update(keys.split())
    return found


def test_the_tables_of_fields_are_what_templates_are_given(tmp_path: Path) -> None:
    given = _given(tmp_path)
    for heading in ("notes", "draft", "A beat", "An item", "A source", "A request"):
        assert _keys("templates.md", heading) == given[heading], heading
    groups = {_CODE.findall(row[0])[0]: set(_CODE.findall(row[1])) for row in _table("templates.md", "notes")}
    for name in ("interview", "dateline", "publication", "image", "corrects", "corrections"):
        assert groups[name] == given[name], name


def test_the_tables_of_filters_macros_and_blocks_are_complete() -> None:
    assert _keys("templates.md", "Filters") == set(FILTERS)
    library = (TEMPLATES / "newsroom.md").read_text("utf-8") + (TEMPLATES / "desk.md").read_text("utf-8")
    macros = re.findall(r"\{% macro (\w+)", library)
    assert {macro.split("(")[0] for macro in _keys("templates.md", "How this newsroom says things")} == set(macros)
    blocks = re.findall(r"\{%-? block (\w+)", (TEMPLATES / "base.md").read_text("utf-8"))
    listed = [row for row in _table("templates.md", "Your own templates") if not row[0].endswith(".md`")]
    assert {_CODE.findall(row[0])[0] for row in listed} == set(blocks)


def test_the_table_of_templates_lists_those_that_there_are() -> None:
    assert _keys("templates.md", "Templates") == {file.name for file in TEMPLATES.glob("*.md")}


def _words(value: Any) -> Iterator[str]:
    """Every key of a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


def test_every_key_of_the_output_for_programs_is_explained(tmp_path: Path) -> None:
    page = (DOCS / "contracts.md").read_text("utf-8")
    set_up(page, tmp_path)
    answers = [json.loads(ran.printed) for ran in run(page, tmp_path) if "--format json" in ran.command]
    assert len(answers) >= 3
    answers.append(json.loads((tmp_path / "ferry" / ".brief.trace.json").read_text("utf-8")))
    explained = set(_CODE.findall(_prose(page)))
    assert {word for answer in answers for word in _words(answer)} - explained == set()
    assert set(answers[-1]["columns"]) == _keys("contracts.md", "The trace file") - set(answers[-1]) | {"template"}


def test_the_page_of_commands_is_current() -> None:
    written = (DOCS / "commands.md").read_text("utf-8")
    assert written == "".join(commands.pages()), "run: python -m authoring.cli.pages > docs/commands.md"


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.stem)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(_prose(page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.stem)
def test_every_rule_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    chosen = {choice for choices in CHOICES.values() for choice in choices}
    formats = {row.name for row in (*FORMATS, *SERVICES)}
    known = {*names(), *formats, *_INTERNAL, *KEYS, *GRAMMAR, *PUBLICATION, *CHOICES, *chosen}
    shown = set(re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]$", text, re.MULTILINE))
    named = {word for word in _CODE.findall(_prose(text)) if re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)+", word)}
    assert (shown | named - _HYPHENATED) - known == set()


def test_the_page_of_transcripts_names_every_format() -> None:
    page = (DOCS / "transcripts.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z-]+)`: ", page, re.MULTILINE))
    assert named == {row.name for row in (*FORMATS, *SERVICES)} - {"json"}


def test_every_page_is_in_the_navigation() -> None:
    listed = set(re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert {page.name for page in DOCS.glob("*.md")} == listed
    assert set(GENERATED) <= listed


def test_the_changelog_speaks_of_this_version() -> None:
    from authoring import __version__

    newest = re.search(r"^## (\S+) – \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == __version__
