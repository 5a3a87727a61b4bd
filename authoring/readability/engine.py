"""textstat's own formulas, run on our counts: the one file that knows textstat's private modules.

Given a text, textstat counts its sentences wrongly (“Mr.”, “a.m.”, decimals), wants nltk's dictionary downloaded, and
keeps the whole text in caches. Here each formula is textstat's own function, in which the functions that count, and
they alone, are replaced by the counts of ``authoring.prose``. textstat itself stays as it is, but for its dictionary.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import FunctionType, ModuleType

from authoring.prose.counts import Counts
from authoring.prose.formulas import FORMULAS
from authoring.prose.syllables import dictionary_syllables, syllables

_LANGUAGE = "en_US"
_ARGUMENTS: Mapping[str, tuple[object, ...]] = {
    "smog_index": (_LANGUAGE,),
    "flesch_reading_ease": (_LANGUAGE,),
    "flesch_kincaid_grade": (_LANGUAGE,),
    "gunning_fog": (_LANGUAGE,),
    "dale_chall_readability_score": (_LANGUAGE,),
    "spache_readability": (_LANGUAGE,),
    "linsear_write_formula": (_LANGUAGE, False, True),
    "reading_time": (14.69,),
}
"""What each formula is given after the text: what textstat's public functions give it."""
_METRICS = "textstat.backend.metrics"
_DICTIONARY = "textstat.backend.utils._get_cmudict"
_HARMLESS = frozenset({"get_lang_cfg", "get_lang_root"})
"""Functions of textstat's that neither count nor remember."""


class _Dictionary(dict[str, list[list[str]]]):
    """Our syllables in the shape of nltk's dictionary: of each word one pronunciation, a vowel for each syllable."""

    def __missing__(self, word: str) -> list[list[str]]:
        count = dictionary_syllables(word)
        if count is None:
            raise KeyError(word)
        return [["AA1"] * count or ["B"]]


def textstat() -> ModuleType:
    """The package, with our dictionary in place of nltk's, so that it needs no download and does not load nltk.

    Where somebody has imported it before, it is left as it is.
    """
    if "textstat" not in sys.modules and _DICTIONARY not in sys.modules:
        found = _Dictionary()
        stand_in = ModuleType(_DICTIONARY)
        stand_in.get_cmudict = lambda lang: found  # type: ignore[attr-defined]
        sys.modules[_DICTIONARY] = stand_in
    return import_module("textstat")


@cache
def textstat_formulas() -> Mapping[str, Callable[[Counts], float]]:
    """Every formula, and ``reading_time``, by its name. Raises ``RuntimeError`` for a textstat that is built anew."""
    textstat()
    return {name: _bound(name) for name in (*FORMULAS, "reading_time")}


def _bound(name: str) -> Callable[[Counts], float]:
    metric, arguments = _on_counts(name), _ARGUMENTS.get(name, ())
    return lambda counts: float(metric(counts, *arguments))


@cache
def _on_counts(name: str) -> Callable[..., float]:
    """A formula of textstat's with our counts in the place of its own; others that it rests on likewise."""
    metric = import_module(f"{_METRICS}._{name}").__dict__[name]
    plain: FunctionType = getattr(metric, "__wrapped__", metric)  # without the cache
    known: dict[str, object] = {"__builtins__": __builtins__}
    for used in plain.__code__.co_names:
        if used not in plain.__globals__:
            continue  # a builtin, or a method
        if used in _COUNTING:
            known[used] = _COUNTING[used]
        elif used in _HARMLESS:
            known[used] = plain.__globals__[used]
        elif f"{_METRICS}._{used}" in sys.modules:
            known[used] = _on_counts(used)
        else:
            raise RuntimeError(f"textstat’s {name} uses {used}, which is not known; expected textstat 0.7.13")
    return FunctionType(plain.__code__, known, name, plain.__defaults__, plain.__closure__)


_END = "¶"
"""Stands after the last word of a sentence in the words that Linsear Write looks at; no word has it."""


def _count_sentences(counted: Counts | str) -> int:
    """Of a text; or of the first hundred words, where a last sentence that is cut short counts from three words on."""
    if isinstance(counted, Counts):
        return counted.sentences
    cut = counted.rpartition(_END)[2]
    return max(1, counted.count(_END) + (len(cut.split()) > 2))


def _count_syllables(counted: Counts | str, lang: str) -> int:
    return counted.syllables if isinstance(counted, Counts) else syllables(counted)


def _list_words(counts: Counts, rm_punctuation: bool = True) -> list[str]:
    """The first hundred words, with marks or without."""
    found: list[str] = []
    for words, whole in counts.sample:
        found += words
        if whole and not rm_punctuation:
            found[-1] += _END
    return found


def _remove_punctuation(word: str, rm_apostrophe: bool) -> str:
    return word.removesuffix(_END)


_COUNTING: Mapping[str, object] = {
    "count_words": lambda counts, rm_punctuation=True: counts.words,
    "count_sentences": _count_sentences,
    "count_syllables": _count_syllables,
    "count_letters": lambda counts: counts.letters,
    "count_chars": lambda counts, ignore_spaces: counts.characters,
    "count_long_words": lambda counts: counts.long_words,
    "count_miniwords": lambda counts, max_size: counts.mini_words,
    "count_polysyllable_words": lambda counts, lang: counts.polysyllables,
    "count_difficult_words": lambda counts, lang, syllable_threshold=2: counts.difficult(syllable_threshold),
    "list_words": _list_words,
    "remove_punctuation": _remove_punctuation,
}
"""What textstat calls to count, and ours."""
