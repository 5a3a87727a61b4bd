"""Three texts of an article become one: what the hand changed stays, what the notes changed comes in."""

from __future__ import annotations

import pytest

from authoring.text.clashes import clashes
from authoring.updating.blocks import blocks, tokens
from authoring.updating.merge import merge
from authoring.updating.order import arranged

FRONT = "---\nheadline: The weir\nbyline: Ann Low\nnotes_sha256: {0}\ntemplate_sha256: t\n---\n\n"
ONE = "The weir is old. It was built in 1931. Nobody owns it."
TWO = "“We close at six,” Quill said. “We open at nine. Ring twice.”"
THREE = "The county pays for the paint, and the town for the keeper."
FOUR = "A vote is set for Monday, when the council meets again."


def story(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


BASE = story("# The weir", ONE, TWO, THREE, FOUR)


def both(ours: tuple[str, str], theirs: tuple[str, str]) -> str:
    """The article after one replacement on each side."""
    assert ours[0] in BASE and theirs[0] in BASE
    return merge(BASE, BASE.replace(*ours), BASE.replace(*theirs)).text


def test_two_sentences_of_one_paragraph_are_changed_on_two_sides() -> None:
    text = both(("The weir is old.", "The weir is very old."), ("1931", "1932"))
    assert "The weir is very old. It was built in 1932. Nobody owns it.\n" in text
    assert clashes(text) == []


def test_the_same_sentence_changed_differently_is_a_small_clash() -> None:
    text = both(("built in 1931", "put up in 1931"), ("1931", "1932"))
    clash = "[[clash: yours]] It was put up in 1931. [[clash: notes]] It was built in 1932. [[clash: end]]"
    assert f"The weir is old. {clash} Nobody owns it." in text


def test_the_same_change_on_both_sides_is_taken_once() -> None:
    assert both(("1931", "1932"), ("1931", "1932")) == BASE.replace("1931", "1932")


def test_a_paragraph_deleted_by_hand_stays_deleted() -> None:
    text = both((f"{THREE}\n\n", ""), ("1931", "1932"))
    assert THREE not in text
    assert clashes(text) == []


def test_a_paragraph_deleted_by_hand_whose_note_changed_is_a_clash() -> None:
    text = both((f"{THREE}\n\n", ""), ("the paint", "the planks"))
    mark = "[[clash: you deleted this, the notes changed it]]"
    assert f"{TWO}\n\n{mark} {THREE.replace('paint', 'planks')} [[clash: end]]\n\n{FOUR}" in text


def test_an_edited_paragraph_that_the_notes_dropped_is_a_clash() -> None:
    text = both(("the paint", "all the paint"), (f"{THREE}\n\n", ""))
    assert (
        f"[[clash: yours, the notes dropped it]] {THREE.replace('the paint', 'all the paint')} [[clash: end]]" in text
    )


def test_an_added_paragraph_stays_with_its_neighbours_when_the_notes_move_them() -> None:
    ours = BASE.replace(THREE, f"{THREE}\n\nThe paint is green.")
    theirs = story("# The weir", THREE, ONE, TWO, FOUR)
    assert merge(BASE, ours, theirs).text == story("# The weir", THREE, "The paint is green.", ONE, TWO, FOUR)


def test_a_paragraph_moved_by_hand_takes_the_change_of_its_note_along() -> None:
    ours = story("# The weir", THREE, ONE, TWO, FOUR)
    text = merge(BASE, ours, BASE.replace("the paint", "the planks")).text
    assert text == ours.replace("the paint", "the planks")


def test_a_paragraph_moved_by_the_notes_keeps_the_hand_edit() -> None:
    theirs = story("# The weir", THREE, ONE, TWO, FOUR)
    text = merge(BASE, BASE.replace("the paint", "all the paint"), theirs).text
    assert text == theirs.replace("the paint", "all the paint")


def test_a_paragraph_moved_on_both_sides_stands_where_the_hand_put_it_and_is_told() -> None:
    made = merge(BASE, story("# The weir", FOUR, ONE, TWO, THREE), story("# The weir", ONE, FOUR, TWO, THREE))
    assert made.text == story("# The weir", FOUR, ONE, TWO, THREE)
    assert made.moved_twice == 1


def test_a_sentence_moved_into_another_paragraph_takes_the_change_along() -> None:
    ours = BASE.replace(" It was built in 1931.", "").replace(THREE, f"{THREE} It was built in 1931.")
    text = merge(BASE, ours, BASE.replace("1931", "1932")).text
    assert text == ours.replace("1931", "1932")


def test_a_paragraph_split_by_hand_takes_changes_in_both_halves() -> None:
    ours = BASE.replace("old. It", "old.\n\nIt")
    theirs = BASE.replace("is old", "is new").replace("Nobody", "Somebody")
    assert merge(BASE, ours, theirs).text == theirs.replace("new. It", "new.\n\nIt")


def test_paragraphs_joined_by_hand_take_changes_of_both() -> None:
    ours = BASE.replace(f"{THREE}\n\n{FOUR}", f"{THREE} {FOUR}")
    theirs = BASE.replace("the paint", "the planks").replace("Monday", "Tuesday")
    expected = ours.replace("the paint", "the planks").replace("Monday", "Tuesday")
    assert merge(BASE, ours, theirs).text == expected


def test_lines_broken_by_hand_stay_broken_where_the_notes_have_changed_nothing() -> None:
    ours = BASE.replace("It was built in 1931. Nobody", "It was\nbuilt in 1931.\nNobody")
    text = merge(BASE, ours, BASE.replace("is old", "is new")).text
    assert text == ours.replace("is old", "is new")


def test_two_headlines_are_a_clash_in_one_heading() -> None:
    text = both(("# The weir", "# A Weir Nobody Owns"), ("# The weir", "# Council Votes Monday"))
    heading = "# [[clash: yours]] A Weir Nobody Owns [[clash: notes]] Council Votes Monday [[clash: end]]\n"
    assert text.startswith(heading)


def test_a_clash_in_a_list_stays_in_its_item() -> None:
    base = "The list:\n\n- bring paint and brushes\n- bring the keys\n"
    ours, theirs = base.replace("bring paint", "buy paint"), base.replace("brushes", "rollers")
    text = merge(base, ours, theirs).text
    clash = "- [[clash: yours]] buy paint and brushes [[clash: notes]] bring paint and rollers [[clash: end]]"
    assert text == f"The list:\n\n{clash}\n- bring the keys\n"


def test_the_template_is_named_where_it_alone_has_changed() -> None:
    ours, theirs = BASE.replace("1931", "1933"), BASE.replace("1931", "1932")
    assert "[[clash: template]]" in merge(BASE, ours, theirs, "template").text


def test_two_changes_in_one_quotation_are_one_clash_even_in_two_sentences() -> None:
    text = both(("We open at nine", "We open by nine"), ("Ring twice", "Ring once"))
    clash = (
        "[[clash: yours]] “We open by nine. Ring twice.” [[clash: notes]] “We open at nine. Ring once.” [[clash: end]]"
    )
    assert f"“We close at six,” Quill said. {clash}" in text


def test_a_quotation_that_the_hand_left_alone_takes_the_words_of_the_notes_and_is_named() -> None:
    made = merge(BASE, BASE.replace("Quill said", "said Quill"), BASE.replace("Ring twice", "Ring once"))
    assert "“We close at six,” said Quill. “We open at nine. Ring once.”" in made.text
    assert [(each.before, each.after, each.hand) for each in made.requoted] == [("Ring twice.", "Ring once.", False)]


def test_a_quotation_that_only_the_hand_has_changed_is_named() -> None:
    made = merge(BASE, BASE.replace("Ring twice", "Ring once"), BASE.replace("1931", "1932"))
    assert "“We open at nine. Ring once.”" in made.text
    assert [each.hand for each in made.requoted] == [True]


def test_a_quotation_that_goes_on_in_another_paragraph_is_not_mixed() -> None:
    base = story(
        "“It was cold. We came in by the back door,” she said.", "“We sat down. The fire was out", "“Then it rained.”"
    )
    ours, theirs = (
        base.replace("The fire was out", "The fire was dead"),
        base.replace("Then it rained", "Then it snowed"),
    )
    text = merge(base, ours, theirs).text
    assert "The fire was dead\n\n“Then it rained.” [[clash: notes]]" in text
    assert "The fire was out\n\n“Then it snowed.” [[clash: end]]" in text


def test_an_edited_sentence_of_a_quotation_that_the_notes_dropped_stands_there_with_all_of_it() -> None:
    text = both(("Quill said", "said Quill"), (f"{TWO}\n\n", ""))
    assert f"[[clash: yours, the notes dropped it]] {TWO.replace('Quill said', 'said Quill')} [[clash: end]]" in text


def test_keys_of_the_front_matter_are_merged_one_by_one() -> None:
    base = FRONT.format(1) + BASE
    ours = base.replace("byline: Ann Low", "byline: Anne Low\ndesk: metro\ntags:\n  - water\n  - towns")
    theirs = base.replace("headline: The weir", "headline: A weir").replace("sha256: 1", "sha256: 2")
    text = merge(base, ours, theirs).text
    assert text == theirs.replace("byline: Ann Low", "byline: Anne Low\ndesk: metro\ntags:\n  - water\n  - towns")


def test_a_clash_in_front_matter_leaves_it_readable() -> None:
    yaml = pytest.importorskip("yaml")
    base = FRONT.format(1) + BASE
    ours, theirs = base.replace(": The weir", ": My weir"), base.replace(": The weir", ": A weir")
    text = merge(base, ours, theirs).text
    clash = "# clash: yours\nheadline: My weir\n# clash: notes\n# headline: A weir\n# clash: end\n"
    assert text.startswith(f"---\n{clash}byline: Ann Low\n")
    assert yaml.safe_load(text.split("---\n")[1])["headline"] == "My weir"
    assert [clash.kind for clash in clashes(text)] == ["two"]


def test_front_matter_deleted_by_hand_stays_deleted_but_for_what_changed() -> None:
    base = FRONT.format(1) + BASE
    assert merge(base, BASE, base.replace("sha256: 1", "sha256: 2")).text == BASE
    text = merge(base, BASE, base.replace("byline: Ann Low", "byline: Anne Low")).text
    mark = "# clash: you deleted this, the notes changed it"
    assert text.startswith(f"---\n{mark}\n# byline: Anne Low\n# clash: end\n---\n")


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_the_end_of_the_file_is_as_the_hand_left_it(end: str) -> None:
    ours = BASE.rstrip("\n") + end
    assert merge(BASE, ours, BASE.replace("1931", "1932")).text == ours.replace("1931", "1932")


def test_code_comments_tables_and_pictures_stay_whole() -> None:
    other = (
        "```\nx. Y.\n\nZ\n```\n\n<!-- Seen. By\n\nAna. -->\n\n| a | b |\n|---|---|\n| c. D. | e |\n\n![A. B.](x.png)\n"
    )
    head, found = blocks(other)
    assert [block.kind for block in found] == ["code", "comment", "row", "row", "row", "picture"]
    assert head + "".join(block.text + block.gap for block in found) == other
    assert (
        merge(BASE, BASE + "\n" + other, BASE.replace("1931", "1932")).text
        == BASE.replace("1931", "1932") + "\n" + other
    )


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\n a\n", "a", "# b\nc\n- d\n  e\n\n\n- f\n\n> g\n> h\n***\n", "~~~\nnever closed"]
)
def test_blocks_and_sentences_are_the_whole_text_to_the_letter(text: str) -> None:
    head, found = blocks(text)
    assert head + "".join(block.text + block.gap for block in found) == text
    for block in found:
        assert "".join(token.before + token.text for token in tokens([block])) == block.text


def test_an_empty_article_and_one_without_a_common_word_are_merged_without_a_loss() -> None:
    assert merge(BASE, "", BASE.replace("1931", "1932")).text.count("1932") == 1
    text = merge(BASE, "Quite another story.\n", "And a third one of theirs.\n").text
    assert "Quite another story." in text
    assert "And a third one of theirs." in text


def test_what_neither_side_moved_stays_in_order() -> None:
    assert arranged("abcd", "abcd", "abcd") == list("abcd")
    assert arranged("abcd", "axbcd", "abycd") == list("axbycd")
    assert arranged("abcd", "dabc", "acbd") == list("dacb")
    assert arranged("", "x", "y") == list("xy")


@pytest.mark.parametrize(
    "left",
    [
        "[[clash: yours",
        "[clash: end]]",
        "[[clash yours]]",
        "clash: notes]]",
        "[[Clash: end]]",
        "[[cla",
        "end]]",
        "[[clash: ]]",
    ],
)
def test_a_mark_deleted_in_part_is_found(left: str) -> None:
    found = clashes(f"The weir is old. {left} It was built in 1931.\n")
    assert [clash.kind for clash in found] == ["stray"]


@pytest.mark.parametrize(
    "text",
    [
        "# clash: yours, a headline",
        "The clash: yours and ours.",
        "See [[clash of the end]] and [[the end]].",
        "[it ends [there]](https://x.example)",
    ],
)
def test_words_that_are_no_marks_are_left_alone(text: str) -> None:
    assert clashes(f"{text}\n") == []
