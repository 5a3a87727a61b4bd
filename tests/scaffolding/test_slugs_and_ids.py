"""Headlines and names, however they are written, become folders and ids that are safe everywhere."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.notes import parse_notes
from authoring.notes.ids import id_for
from authoring.notes.slug import LONGEST, slugged


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("The Library That Lends Umbrellas", "the-library-that-lends-umbrellas"),
        ("Four Minutes Slow, and in No Hurry", "four-minutes-slow-and-in-no-hurry"),
        ("It’s Ana’s Pier’", "its-anas-pier"),
        ("  Café Zürich: 5 €  ", "café-zürich-5"),
        ("Kǿbenhavn — 北京 — Αθήνα", "kǿbenhavn-北京-αθήνα"),
        ("שלום עולם", "שלום-עולם"),
        ("\u202eevil\u202c name\u200b", "evil-name"),
        ("हिन्दी में", "हिन्दी-में"),
        ("🎉 Party 🎉", "party"),
        ("one\ntwo\tthree", "one-two-three"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "c-windows"),
        ("-rf .hidden", "rf-hidden"),
        ("“Quoted” 'and' \"quoted\"", "quoted-and-quoted"),
        ("CON", "con-story"),
        ("lpt1", "lpt1-story"),
        ("Templates", "templates-story"),
        ("?!… — «»", ""),
        ("😀", ""),
        ("", ""),
    ],
)
def test_a_headline_becomes_the_name_of_a_folder(headline: str, slug: str) -> None:
    assert slugged(headline) == slug


def test_a_long_headline_ends_with_a_whole_word() -> None:
    slug = slugged("word " * 60)
    assert len(slug) <= LONGEST
    assert set(slug.split("-")) == {"word"}
    assert len(slugged("x" * 300)) == LONGEST
    assert len(slugged("北" * 300).encode("utf-8")) <= 255


@given(st.text(max_size=400))
def test_no_headline_leads_out_of_its_folder_or_hides(headline: str) -> None:
    slug = slugged(headline)
    assert Path(slug).name == slug
    assert len(slug.encode("utf-8")) < 200
    assert not slug.startswith((".", "-", "~"))
    assert not any(category(char)[0] in "CZ" or char in "/\\:*?\"'<>|$`&;()#" for char in slug)
    assert slugged(slug) == slug


@pytest.mark.parametrize(
    ("name", "taken", "id_"),
    [
        ("Ana Ruiz", (), "ruiz"),
        ("Ana Ruiz", ("ruiz",), "ana-ruiz"),
        ("Ana Ruiz", ("ruiz", "ana-ruiz"), "ruiz-2"),
        ("MR. CARNEY", (), "carney"),
        ("John Low Jr.", (), "low"),
        ("Ana Ruiz (Delta University)", (), "ruiz"),
        ("Ruiz, Ana", (), "ruiz"),
        ("Speaker 1", (), "speaker-1"),
        ("Dr. Ngũgĩ wa Thiong’o", (), "thiongo"),
        ("Cher", (), "cher"),
        ("She", (), "she-2"),
        ("…", (), ""),
    ],
)
def test_a_name_becomes_the_id_that_a_reporter_would_choose(name: str, taken: tuple[str, ...], id_: str) -> None:
    assert id_for(name, taken) == id_


@given(st.text(max_size=60))
def test_every_id_can_stand_in_a_tag(name: str) -> None:
    id_ = id_for(name)
    if id_:
        notes = f"---\nkind: brief\nsources:\n  {id_}:\n    name: X\n---\n\n## Lede\n- The dam held\n— {id_} | said\n"
        assert [item.source for item in parse_notes(notes, "notes.md").items] == [id_]
        assert re.fullmatch(r"[\w-]+", id_)
