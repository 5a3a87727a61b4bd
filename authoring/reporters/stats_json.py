"""For programs: the figures of each article, every key always present, each as soon as it is known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from authoring.prose.counts import Counts
from authoring.prose.measures import of_counts
from authoring.readability.model import Passage, Stats
from authoring.runner.measured import Measured

BEGIN = '{\n  "version": 1,\n  "files": ['
END = "]\n}\n"


def file(result: Measured) -> str:
    """One article as a JSON object; its keys stand on lines of their own, and so does each of its passages."""
    stats = result.stats or _NOTHING
    parts = {
        "path": _one(result.path),
        "whole": _one(stats.whole),
        "narration": _one(stats.narration),
        "speech": _one(stats.speech),
        "share_of_speech": _one(stats.share_of_speech),
        "target": _one(result.target and {"measure": result.target.scale, "expected": result.target.points}),
        "speakers": _many([_passage(each) for each in stats.speakers]),
        "sections": _many([_passage(each) for each in stats.sections]),
        "paragraphs": _many([_passage(each) for each in stats.paragraphs]),
        "sentence_lengths": _many(
            [
                {"start": each.span.start, "end": each.span.end, "words": each.words, "spoken": each.spoken}
                for each in stats.sentences
            ]
        ),
        "remark": _one(result.remark or None),
    }
    return "    {\n" + ",\n".join(f'      "{key}": {value}' for key, value in parts.items()) + "\n    }"


_EMPTY = of_counts(Counts())
_NOTHING = Stats(_EMPTY, _EMPTY, _EMPTY, None, (), (), (), ())
"""What is measured of a file that is no article."""


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "name": passage.name,
        "start": passage.span.start,
        "end": passage.span.end,
        "measures": passage.measures,
    }


def _one(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _many(values: Sequence[object]) -> str:
    return "[\n        " + ",\n        ".join(map(_one, values)) + "\n      ]" if values else "[]"
