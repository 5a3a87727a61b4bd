"""Articles come back as notes: every quotation to the letter, with the speaker whom the article names, or with none."""

from __future__ import annotations

import pytest

from authoring.notes.model import Item, Notes
from authoring.prose import parse
from authoring.recovering.job import Recovered, recovered_text

HEAD = "# Ferry Fares to Rise in May\n\nThe fares rise by 8% in May.\n\n"


def recovered(body: str, path: str = "ferry.md") -> Recovered:
    return recovered_text(HEAD + body, path, "notes.md")


def notes(body: str) -> Notes:
    made = recovered(body)
    assert not made.proof.lost
    return made.proof.notes


def tagged(item: Item) -> tuple[str | None, str, str]:
    """Source, verb and words of an item."""
    verb = str.__str__(item.tag.verb or "") if item.tag else ""
    return item.source, verb, str.__str__(item.text)


def drafted(body: str) -> list[str]:
    """The paragraphs of the draft, without what stands above the story and without the lede."""
    made = recovered(body)
    blocks = [block.text for block in parse(made.proof.drafted, path="draft.md").blocks]
    return blocks[blocks.index("The fares rise by 8% in May.") + 1 :]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“It costs more,” said Ana Ruiz.", ("ruiz", "said", "It costs more.")),
        ("“It costs more,” Ana Ruiz said on Monday.", ("ruiz", "said on Monday", "It costs more.")),
        ("“It costs more,” Ana Ruiz said. “We pay.”", ("ruiz", "said", "It costs more. We pay.")),
        ("“It costs,” Ana Ruiz said, “more each year.”", ("ruiz", "said", "It costs, more each year.")),
        ("Ana Ruiz told reporters: “We pay. All of us.”", ("ruiz", "told reporters", "We pay. All of us.")),
        ("“We pay. All of us,” Ana Ruiz said.", ("ruiz", "said", "We pay. All of us.")),
        ("“Who pays?” asked Ana Ruiz.", ("ruiz", "asked", "Who pays?")),
        ("On Monday, Ana Ruiz said, “We pay.”", ("ruiz", "said", "We pay.")),
    ],
)
def test_a_quotation_becomes_a_quote_with_a_tag(body: str, expected: tuple[str, str, str]) -> None:
    (quote,) = notes(body).quotes
    assert tagged(quote) == expected


@pytest.mark.parametrize(
    "body",
    [
        "“It costs more,” Ana Ruiz said on Monday.",
        "“It costs more,” Ana Ruiz said. “We pay.”",
        "“It costs more,” Ana Ruiz said, “each year.”",
        "Ana Ruiz told reporters, “We pay. All of us.”",
        "“We pay. All of us,” Ana Ruiz said.",
        "On Monday, Ana Ruiz said, “We pay. All of us.”",
        "Ana Ruiz was blunt: “We pay.”",
        "“Who pays?” Ana Ruiz asked, as she waited in the rain.",
        "Ana Ruiz called the plan “a slap in the face” and left.",
        "“She told me ‘no’ twice,” Ana Ruiz said.",
        "“It … costs [us] more,” Ana Ruiz said.",
        "“See https://ferry.example/a//b | {now} // or never,” Ana Ruiz said.",
        "“> No,” Ana Ruiz said.",
        "“- No,” Ana Ruiz said. “+ Yes.”",
    ],
)
def test_a_draft_reads_as_the_article_did(body: str) -> None:
    assert drafted(body) == [body]


def test_a_quotation_of_several_paragraphs_is_one_quote() -> None:
    body = "“I rowed it as a girl,” Ana Ruiz said.\n\n“It took two hours.\n\n“Nobody complained.”"
    found = [tagged(quote) for quote in notes(body).quotes]
    later = "It took two hours.\n\nNobody complained."
    assert found == [("ruiz", "said", "I rowed it as a girl."), ("ruiz", "", later)]
    assert drafted(body) == body.split("\n\n")


def test_words_without_a_sure_speaker_have_no_tag_and_a_comment_asks() -> None:
    made = recovered("“It is bread,” she said.")
    (quote,) = made.proof.notes.quotes
    assert quote.tag is None
    assert "<!-- line 5: who says this? the article has “she said.” -->" in made.proof.text
    assert not made.story.sources


def test_words_that_are_nobodys_speech_stay_in_the_narration() -> None:
    found = notes("The so-called “row tax” is as old as “The Ferry Song.”")
    assert not found.quotes
    assert not found.sources


def test_reported_speech_keeps_its_source_and_a_sentence_that_says_more_stays_whole() -> None:
    body = "Ana Ruiz said that the pier costs more. According to Ruiz, the winter was hard."
    first, second = notes(body).of_kind("reported")
    assert tagged(first) == ("ruiz", "said", "the pier costs more")
    assert second.source == "ruiz" and second.tag is not None and second.tag.untagged
    assert drafted(body) == [body]


def test_outlets_and_documents_are_cited_with_their_links() -> None:
    made = recovered("According to the [Lenn Courier](https://courier.example/1), the company lost money.")
    (citation,) = made.proof.notes.citations
    (source,) = made.proof.notes.sources.values()
    assert citation.source == source.id == "courier"
    assert (source.kind, source.fields.text("url")) == ("outlet", "https://courier.example/1")


def test_a_line_on_who_did_not_answer_is_a_request() -> None:
    found = notes("Ferry Watch, a group of passengers, did not respond to two emails from The Ledger about the fares.")
    (request,) = found.requests
    told = {key: request.fields.text(key) for key in ("to", "asked_by", "how", "about", "outcome")}
    assert told == {
        "to": "watch",
        "asked_by": "The Ledger",
        "how": "two emails",
        "about": "the fares",
        "outcome": "no response",
    }
    assert found.of_kind("no-comment")


def test_a_role_beside_the_name_is_kept_and_none_is_made_up() -> None:
    found = notes("“We pay,” said Ana Ruiz, a teacher on the island. “I row,” Bo Lindqvist said.")
    assert found.sources["ruiz"].fields.text("role") == "a teacher on the island"
    assert found.sources["lindqvist"].fields.text("role") is None


def test_somebody_without_a_name_has_the_words_of_the_article_and_a_name_to_fill_in() -> None:
    found = notes("A spokesman for the island council said the council was not asked. One passenger said it was late.")
    spokesman, passenger = found.sources.values()
    assert (spokesman.kind, spokesman.name) == ("spokesperson", None)
    assert spokesman.fields.text("org") == "the island council"
    assert passenger.fields.text("alias") == "one passenger"
    assert "reason" in passenger.fields.keys and passenger.fields.text("reason") is None


def test_questions_and_answers_become_exchanges() -> None:
    body = "## Who pays?\n\n**Ana Ruiz:** We do. All of us.\n\n**Q:** Since when?\n\n**Ruiz:** Since 1931.\n"
    made = recovered_text(f"# An Interview with Ana Ruiz\n\n{body}", "ruiz.md", "notes.md")
    found = made.proof.notes
    assert found.front.text("kind") == "qa"
    assert [str.__str__(item.text) for item in found.of_kind("question")] == ["Who pays?", "Since when?"]
    assert [tagged(quote) for quote in found.quotes] == [
        ("ruiz", "said", "We do. All of us."),
        ("ruiz", "said", "Since 1931."),
    ]
    assert not made.proof.lost


def test_what_belongs_to_the_page_is_left_out_and_told() -> None:
    made = recovered("“We pay,” Ana Ruiz said.\n\n![A pier](pier.jpg)\n\nShare this article\n\nLeave a reply\n")
    assert [(each.what, each.line) for each in made.story.left_out][-2:] == [
        ("a share button", 9),
        ("a comment form", 11),
    ]
    assert "Share this" not in made.proof.text.partition("<!--")[0]


def test_nothing_private_is_copied() -> None:
    front = "---\ntitle: Fares   # Lou told me\nsecret: Lou\n---\n\n"
    text = f"{front}<!-- Lou -->\n\n“We pay,” <!-- ask Lou --> Ana Ruiz said.\n"
    assert "Lou" not in recovered_text(text, "ferry.md", "notes.md").proof.text


def test_links_and_emphasis_of_the_narration_are_kept() -> None:
    made = recovered("It was in [a letter](https://ferry.example/letter) and *not* on the pier.")
    assert "It was in [a letter](https://ferry.example/letter) and *not* on the pier." in made.proof.text


def test_html_is_read_without_its_scripts() -> None:
    page = (
        "<html><head><title>Fares</title><script>var a = '“Evil,” said Mal Ory.'</script></head><body><h1>Fares</h1>"
        "<p>“Yes <b>we</b> pay,” said Ana Ruiz. It is &amp; stays.</p><script>alert(1)</script></body></html>"
    )
    made = recovered_text(page, "fares.html", "notes.md")
    assert [tagged(quote) for quote in made.proof.notes.quotes] == [("ruiz", "said", "Yes we pay.")]
    assert "Ory" not in made.proof.text and "alert" not in made.proof.text


def test_what_is_not_english_keeps_its_words_and_names_nobody() -> None:
    text = (
        "# Fähre\n\nDie Fährgesellschaft wird im Mai die Preise erhöhen, wie sie den Fahrgästen in einem Brief"
        " mitteilte. „Wir haben sechs Jahre durchgehalten“, sagte Anna Ruiz, die Leiterin. Die Insel hat nur"
        " vierhundert Einwohner, und die meisten von ihnen fahren jede Woche einmal hinüber.\n"
    )
    made = recovered_text(text, "fähre.md", "notes.md")
    assert not made.english and not made.story.sources and not made.proof.lost
