"""Which of LanguageTool's rules are heard, and how loud."""

from __future__ import annotations

from authoring.grammar.choice import is_grave, is_off


def test_grammar_is_asked_and_taste_is_not() -> None:
    """Agreement is a mistake; a redundant “all of the” is a taste."""
    assert not is_off("AGREEMENT_SENT_START", "GRAMMAR")
    assert is_off("ALL_OF_THE", "REDUNDANCY")
    assert is_off("CAFE_DIACRITIC", "TYPOGRAPHY")


def test_of_commas_and_hyphens_only_a_few_rules_are_heard() -> None:
    """The ages of people are hyphened alike everywhere; commas before “and” are not."""
    assert not is_off("YEAR_OLD_HYPHEN", "PUNCTUATION")
    assert not is_grave("YEAR_OLD_HYPHEN", "PUNCTUATION")
    assert is_off("COMMA_COMPOUND_SENTENCE", "PUNCTUATION")
    assert is_off("EN_COMPOUNDS_MULTI_STEP", "MISC")


def test_our_own_rules_warn() -> None:
    """They are held to the same eighteen of twenty."""
    assert is_grave("AUTHORING_SINGULAR_HAVE", "AUTHORING_AGREEMENT")
    assert not is_off("AUTHORING_SINGULAR_HAVE", "AUTHORING_AGREEMENT")
