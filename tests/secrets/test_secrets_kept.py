"""No command, in whatever format, gives away what was told in confidence; ``benchmarks/leaks.py`` runs many more."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from secret_commands import unexercised
from secret_runs import GROUPS, run
from secret_search import found_in
from secret_stories import FORMS, story

from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.runner.withheld import blanked, withheld

QUICK = tuple(group for group in GROUPS if group != "templates")
NOTES = """---
sources:
  engineer: {name: Quillfeather Ossington, alias: an engineer, reason: fear}
  ruiz: {name: Ana Ruiz}
---
"""


def test_every_command_option_and_format_is_run_on_the_stories() -> None:
    assert unexercised() == []


@pytest.mark.parametrize("number", range(12))
def test_nothing_gives_away_a_secret_of_a_story(tmp_path: Path, number: int) -> None:
    told = run(story(number), tmp_path / "room", GROUPS if number == 0 else QUICK)
    assert told.crashes == []
    assert sorted({(leak.command, leak.where, leak.what, leak.secret) for leak in told.leaks}) == []
    assert told.looked_at > 2 * told.commands


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_masked_however_it_is_written(form: str) -> None:
    text = f"The works close.\n\nThen came this: {FORMS[form]('Quillfeather', 'Ossington')} in the rain.\n"
    document = parse(text, parse_notes(NOTES, "notes.md"), path="article.md")
    shown = blanked(text, withheld(document))
    assert found_in(shown.encode(), ["quillfeather", "ossington"]) == []
    assert "The works close." in shown


@pytest.mark.parametrize(
    "written",
    [
        b"Quillfeather",
        "QUILLFÉATHER".encode(),
        json.dumps("a\u200bQuill\u00e9feather").replace("\\u00e9", "").encode(),
        quote("Quillfeather").encode(),
        "".join(f"&#{ord(char)};" for char in "quillfeather").encode(),
        "".join(f"\\u{ord(char):04x}" for char in "quillfeather").encode(),
        b"Quill<b>feather</b>",
        base64.b64encode(b"my Quillfeather."),
        base64.b64encode(b"the quillfeather"),
    ],
)
def test_the_search_finds_a_secret_in_every_form(written: bytes) -> None:
    assert found_in(b"some " + written + b" more", ["quillfeather", "ossington"]) == ["quillfeather"]


def test_the_search_looks_into_zips() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", "<w:t>Quill</w:t><w:t>feather</w:t>")
    assert found_in(made.getvalue(), ["quillfeather"]) == ["quillfeather"]
