"""Looking terms up by their words finds what searching for the whole pattern finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from authoring.prose import parse
from authoring.prose.document import Voice
from authoring.styles.checker import Alternatives
from authoring.styles.definition import Definition
from authoring.styles.passages import Passage
from authoring.styles.pattern import compiled
from authoring.styles.sheet import Sheet, checker_of

WORDS = st.sampled_from(
    ["a", "a lot", "a lot of", "lots?", "[a-z]+ly", "of", "off\\w*", "re-?do", "…", "the (?:very )?end", "b\\.c\\."]
)
SCOPES = ("text", "sentence", "heading", "link", "raw")
TEXTS = st.text(alphabet="a lotfrdebcyvnh.-…\n", max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), TEXTS, st.booleans(), st.booleans())
def test_the_index_finds_what_the_whole_pattern_finds(terms: list[str], text: str, fold: bool, nonword: bool) -> None:
    keys = {"tokens": tuple(terms), "ignorecase": fold, "nonword": nonword}
    definition = Definition("Rule", "House", "Rule.yml", "existence", "%s", keys=keys)
    alternatives: Alternatives = checker_of(definition, ()).alternatives
    whole = compiled(alternatives.pattern(range(len(alternatives.terms))))
    sheet = Sheet((definition,), voices=frozenset(Voice))
    document = parse(text, path="article.txt")
    found = [(match.start, match.end) for match in sheet.run(document).get("Rule", [])]
    assert sorted(found) == [match.span() for match in whole.finditer(text) if match[0]]


@given(st.text(alphabet="the The\n*_[](“”) >#-&amp;`<b>é.", max_size=80), st.booleans())
def test_no_match_lies_outside_the_article(text: str, every_voice: bool) -> None:
    rules = tuple(
        Definition(
            kind, "House", "Rule.yml", kind, "%s", scope=("text", "sentence", "heading", "link", "raw"), keys=keys
        )
        for kind, keys in (
            ("existence", {"tokens": ("the", ".*"), "nonword": True, "ignorecase": True}),
            ("repetition", {"tokens": ("[^\\s]+",), "ignorecase": True}),
            ("occurrence", {"token": "\\w+", "max": 1}),
            ("capitalization", {"match": "$title"}),
        )
    )
    for path in ("a.md", "a.txt", "a.html"):
        document = parse(text, path=path)
        voices = frozenset(Voice) if every_voice else frozenset({Voice.NARRATION})
        for matches in Sheet(rules, voices=voices).run(document).values():
            for match in matches:
                span = match.passage.span(match.start, match.end)
                assert 0 <= span.start <= span.end <= len(text)
                assert 0 <= match.start <= match.end <= len(match.passage.text)


def test_parts_of_a_passage_know_their_place() -> None:
    passage = Passage("text.md", "One. Two.")
    assert [part.span(0, 3).start for part in passage.sentences] == [0, 5]
