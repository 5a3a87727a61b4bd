"""Answers of textacy's ``direct_quotations``: texts as JSON on standard input, answers on standard output.

Run by ``attribution.py --peer`` with the interpreter of an environment that has textacy and a spaCy model of English.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from typing import Any

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""The models looked for, the best first."""


def main() -> None:
    """Answer for every text; an odd count of marks, at which textacy gives up, is an article without answers."""
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

    model = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if model is None:
        raise SystemExit(f"textacy needs a spaCy model, expected one of {', '.join(MODELS)} in this environment")
    pipeline = importlib.import_module(model).load()
    answers: dict[str, list[dict[str, Any]]] = {}
    gave_up = 0
    for key, text in json.load(sys.stdin).items():
        try:
            answers[key] = [_answer(text, triple) for triple in direct_quotations(pipeline(text))]
        except ValueError:
            answers[key] = []
            gave_up += 1
    print(f"textacy with {model}: gave up on {gave_up} of {len(answers)} articles", file=sys.stderr)
    json.dump(answers, sys.stdout)


def _span(text: str, tokens: Any) -> dict[str, Any]:
    start = tokens[0].idx
    end = tokens[-1].idx + len(tokens[-1])
    return {"start": start, "end": end, "text": text[start:end]}


def _answer(text: str, triple: Any) -> dict[str, Any]:
    words = _span(text, triple.content)
    return {
        "kind": "direct",
        **words,
        "segments": [{"start": words["start"], "end": words["end"], "step": "textacy"}],
        "speaker": _span(text, triple.speaker),
        "cue": _span(text, triple.cue),
    }


if __name__ == "__main__":
    main()
