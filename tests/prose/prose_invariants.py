"""What must hold of every document, whatever the text."""

from __future__ import annotations

import re

from authoring.prose import BlockKind, Document


def check(document: Document) -> None:
    text = document.text
    starts = [start for start, _ in document.voices]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert all(one[1] is not other[1] for one, other in zip(document.voices, document.voices[1:], strict=False))
    assert not text or starts[-1] < len(text)
    for key, span in document.front_spans.items():
        assert span.end <= len(text)
        assert (
            "\\" in span.of(text)
            or "''" in span.of(text)
            or "&" in span.of(text)
            or span.of(text) == document.front[key]
        )
    block_starts = [block.span.start for block in document.blocks]
    assert block_starts == sorted(block_starts)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        assert len(block.offsets) == len(block.text) + 1
        assert all(one <= other for one, other in zip(block.offsets, block.offsets[1:], strict=False))
        assert not block.text or block.span.start <= block.offsets[0]
        assert block.offsets[-1] <= block.span.end
        for (begin, start, stop), following in zip(
            block.runs, [*(run[0] for run in block.runs[1:]), len(block.text)], strict=True
        ):
            words = re.sub(r"\s", " ", block.text[begin:following])
            source = re.sub(r"\s", " ", text[start:stop])
            same = words == source or words.isspace() or source[:1] in "&<" or "\0" in source
            assert same, (words, source)
        last = 0
        for sentence in block.sentences:
            assert last <= sentence.start < sentence.end <= len(block.text)
            assert block.span.covers(sentence.span)
            assert sentence.text == sentence.text.strip()
            last = sentence.end
            for word in sentence.words:
                assert sentence.span.covers(word.span)
                assert len(word.text) <= len(word.span)
        if block.kind is not BlockKind.CODE:
            assert sum(len(sentence.text.split()) for sentence in block.sentences) <= len(block.text.split()) + len(
                block.sentences
            )
        for quotation in block.quotations:
            assert block.span.start <= quotation.span.start <= quotation.span.end <= len(text)
            assert quotation.inner
            assert all(quotation.span.covers(inner) for inner in quotation.inner)
            assert quotation.text.count("\n") >= len(quotation.inner) - 1
