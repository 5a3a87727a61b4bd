"""Where a long sentence could be made two."""

from __future__ import annotations

import pytest

from authoring.prose.joints import joint_of
from authoring.prose.narration import SPOKEN

FIRST = "The board of the harbour met on Monday in the old hall"
SECOND = "put off the vote on the pier until the autumn"


@pytest.mark.parametrize(
    ("sentence", "joint"),
    [
        (f"{FIRST}, but they {SECOND}.", "but they"),
        (f"{FIRST}; it {SECOND}.", "it"),
        (f"{FIRST}; the chair {SECOND}.", "the chair"),
        (f"{FIRST} – and she {SECOND}.", "and she"),
        (f"{FIRST}, and he {SECOND}, so we {SECOND}, too.", "and he"),
    ],
)
def test_a_second_sentence_could_begin_at_these_words(sentence: str, joint: str) -> None:
    assert joint_of(sentence, 0, len(sentence)) == joint


@pytest.mark.parametrize(
    "sentence",
    [
        f"{FIRST} and {SECOND}.",
        f"{FIRST}, and the chair and the clerk {SECOND}.",
        f"The chair said on Monday in the old hall of the harbour, and he {SECOND}.",
        f"After the board of the harbour had met in the old hall, and it {SECOND}, the chair went home.",
        f"{FIRST} because the pier was gone, and they {SECOND}.",
        f"{FIRST}; it had nine members; it {SECOND}.",
        f"{FIRST} ({SECOND}, but they {SECOND}).",
        f"It met, but they {SECOND}.",
        f"{FIRST}, but they left.",
        f"{FIRST}, {SPOKEN * 9} but they, and he {SECOND}.",
        f"{FIRST} not only in May, but it {SECOND}.",
    ],
)
def test_where_it_is_not_certain_nothing_is_said(sentence: str) -> None:
    assert joint_of(sentence, 0, len(sentence)) is None
