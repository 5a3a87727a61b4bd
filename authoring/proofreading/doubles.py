"""Where LanguageTool says what a rule of ours says already: at the same place, ours stays.

Our rules know the notes, whose words they read, and what an editor lets pass; LanguageTool knows only the sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from authoring.findings import Finding

OURS: Mapping[str, tuple[str, ...]] = {
    "ENGLISH_WORD_REPEAT_RULE": ("doubled-words",),
    "AUTHORING_DOUBLED_WORD": ("doubled-words",),
    "AUTHORING_CONFUSED": ("confusables",),
    "AUTHORING_THEN_THAN": ("confusables",),
    "AUTHORING_HOMOPHONE": ("confusables",),
    "AUTHORING_VERBS": ("confusables",),
    "PHRASE_REPETITION": ("doubled-words",),
    "WHITESPACE_RULE": ("doubled-spaces",),
    "CONSECUTIVE_SPACES": ("doubled-spaces",),
    "DOUBLE_PUNCTUATION": ("doubled-marks", "space-before-mark"),
    "COMMA_PARENTHESIS_WHITESPACE": ("space-before-mark",),
    "EN_QUOTES": ("mixed-quotation-marks",),
    "APOS_INCORRECT": ("mixed-apostrophes",),
    "TYPOGRAPHIC_APOSTROPHE": ("mixed-apostrophes",),
    "EN_UNPAIRED_QUOTES": ("unclosed-quotation", "mixed-quotation-marks"),
    "EN_UNPAIRED_BRACKETS": ("unclosed-quotation",),
    "DASH_RULE": ("hyphen-for-dash", "mixed-dashes"),
    "EN_DASH_RULE": ("hyphen-for-dash", "mixed-dashes"),
    "WORD_CONTAINS_UNDERSCORE": ("leftover-placeholder",),
    "TOO_LONG_SENTENCE": ("long-sentence",),
    "TOO_LONG_PARAGRAPH": ("long-paragraph",),
    "PASSIVE_VOICE": ("passive-voice",),
    "DATE_WEEKDAY": ("weekday-mismatch",),
    "EN_DATE_WEEKDAY": ("weekday-mismatch",),
    "EN_DATE_WEEKDAY_WITHOUT_YEAR": ("weekday-mismatch",),
    "DATE_NEW_YEAR": ("weekday-mismatch",),
    "EN_WORD_COHERENCY": ("mixed-spellings",),
    "MORFOLOGIK_RULE": ("mixed-spellings", "confusables", "inconsistent-name", "state-abbreviations"),
    "EN_GB_SIMPLE_REPLACE": ("mixed-spellings",),
    "EN_US_SIMPLE_REPLACE": ("mixed-spellings",),
    "EN_DIACRITICS_REPLACE": ("mixed-spellings",),
    "EN_WORDINESS_REPLACE": ("wordy-phrases", "redundancies"),
    "EN_REDUNDANCY_REPLACE": ("redundancies", "wordy-phrases"),
    "EN_PLAIN_ENGLISH_REPLACE": ("wordy-phrases", "jargon"),
    "REDUNDANCY": ("redundancies", "wordy-phrases"),
    "PLAIN_ENGLISH": ("wordy-phrases", "jargon"),
    "CLICHES": ("cliches",),
    "CONFUSED_WORDS": ("confusables",),
    "GRAMMAR": ("confusables",),
    "TYPOS": ("confusables",),
    "COLLOCATIONS": ("confusables", "wordy-phrases"),
    "NONSTANDARD_PHRASES": ("confusables",),
    "TYPOGRAPHY": ("hyphen-for-dash", "doubled-marks", "doubled-spaces", "space-before-mark", "percent-forms"),
    "PUNCTUATION": ("doubled-marks", "space-before-mark", "unclosed-quotation"),
    "SEMANTICS": ("weekday-mismatch",),
    "STYLE": ("wordy-phrases", "redundancies", "weasel-words", "cliches", "jargon", "opening-numeral"),
}
"""A rule of LanguageTool's, the beginning of its name, or a group of its rules, and which of ours say the same."""


def same_kind(rule: str, category: str = "") -> frozenset[str]:
    """Our rules that say what a rule of LanguageTool's says."""
    keys = (key for key in OURS if rule == key or rule.startswith(f"{key}_") or category == key)
    return frozenset(name for key in keys for name in OURS[key])


def is_told(finding: Finding, category: str, ours: Sequence[Finding], silent: Collection[str] = ()) -> bool:
    """Whether one of our findings says the same of the same words, or would, were it not switched off."""
    if not same_kind(finding.rule).isdisjoint(silent):
        return True
    kinds = same_kind(finding.rule, category)
    return any(one.rule in kinds and _touch(one, finding) for one in ours)


def _touch(one: Finding, other: Finding) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end
