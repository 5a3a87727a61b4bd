"""What is no word is not heard."""

from __future__ import annotations

import pytest

from authoring.wording.words import Words


@pytest.mark.parametrize("text", ["\u036e", "�ͮ", "a \u036e b"])
def test_a_mark_over_no_letter_is_no_word(text: str) -> None:
    assert [key for key in Words(text).keys if not key.isalnum()] == []
