"""What a language model wrote, or a machine heard, is no source until somebody has checked it.

The rule points at a claim that the article gives to a language model (“according to ChatGPT”), and with notes at the
first mention of a source that is one. Where `ai:` in the notes says that software transcribed, translated, summarised or
drafted, and does not say that somebody checked it, it points at the first quotation. Left alone is what an article
about such software quotes of it in quotation marks, and what companies say of their own.

Why: the Associated Press treats the output of generative AI as unvetted source material, to be checked like a tip. A
transcript by a machine hears “can” for “can't”.

```bad
According to ChatGPT, the pier was built in 1911.
```
```finds
1:14 ChatGPT => a language model is the source of this, expected one that can be checked
```
```bad
The pier was built in 1911, Google Gemini says. Ana Ruiz said it was not.
```
```finds
1:29 Google Gemini
```
```good
OpenAI said ChatGPT has many users. ChatGPT answered: “I do not know.” Claude Monet said so.
```
```notes
---
kind: interview
slug: pier
headline: The pier goes
ai: transcribed by software
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
```
```bad
“We may lose a third of the boats,” Ana Ruiz said.
```
```finds
1:1 “We may lose a third of the boats,” => software had a hand in this, expected the notes to say who checked it (“ai: … checked by …”)
```
```notes
---
kind: interview
slug: pier
headline: The pier goes
ai: The interview was transcribed by software and checked against the recording by Ines Calloway.
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
```
```good
“We may lose a third of the boats,” Ana Ruiz said.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.notes.model import Fields, Notes, Value
from authoring.prose.attribution.model import Kind
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.sourced import first_mention, place_in, relied_on
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced

SEVERITY = Severity.WARNING
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})


@cache
def _model() -> re.Pattern[str]:
    """Names of language models and of what hears for us; Claude alone may be anybody."""
    return re.compile(
        r"\b(?:ChatGPT|GPT-?\d[\w.]*|OpenAI['’]s (?:chatbot|model)|(?:Google )?Gemini(?: (?:AI|Pro|Ultra))?|Claude(?: AI| \d[\w.]*)|"
        r"Anthropic['’]s Claude|(?:Microsoft )?Copilot|Perplexity(?: AI)?|DeepSeek|Grok|Llama \d[\w.]*|Le Chat|"
        r"(?:an?|the) (?:AI |large )?(?:chatbot|language model|AI (?:assistant|summary|tool))|AI Overviews?)$"
    )


@cache
def _may_be() -> re.Pattern[str]:
    return re.compile(
        r"GPT|Gemini|Claude|Copilot|Perplexity|DeepSeek|Grok|Llama|Le Chat|chatbot|language model|AI (?:assistant|summary|tool|O)"
    )


_HAND = lazy(r"\b(?:transcri|translat|summar|draft|wr(?:itten|ote)|generat|research|outlin)", re.I)
_CHECKED = lazy(r"\b(?:check|review|edit|verif|correct|compar|proof|read|vett)(?:ed|s|d|ied)?\b", re.I)


def _by_a_model(document: Document) -> Iterator[Span]:
    """Where the article has a language model say something in the writer's words."""
    if not _may_be().search(document.text):
        return
    for one in document.attributions:
        if one.speaker is not None and one.kind is Kind.INDIRECT and _model().search(one.speaker.text):
            yield one.speaker.span


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, Traced):
        yield str.__str__(value)
    elif isinstance(value, Fields):
        for key, inner in value.values.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


def _unchecked(notes: Notes) -> bool:
    said = " ".join(_texts(notes.front.get("ai")))
    return _HAND.search(said) is not None and _CHECKED.search(said) is None


def check(document: Document) -> Iterator[Hit]:
    """Point at claims of language models, and at material of theirs that nobody checked."""
    message = "a language model is the source of this, expected one that can be checked"
    found = list(_by_a_model(document))
    for span in found:
        yield Hit(span, message)
    notes = document.notes
    if notes is None:
        return
    for source in relied_on(notes):
        mention = first_mention(document, source) if source.name and _model().search(str.__str__(source.name)) else None
        if mention is not None and not any(span.start <= mention.start < span.end for span in found):
            yield Hit(mention, message, place_in(notes, source.span))
    first = next(document.quotations, None)
    if _unchecked(notes) and first is not None:
        told = "software had a hand in this, expected the notes to say who checked it (“ai: … checked by …”)"
        yield Hit(first.span, told, place_in(notes, notes.front.place("ai")))
