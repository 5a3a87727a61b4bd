"""Words that British and American desks spell differently."""

from __future__ import annotations

from functools import cache

_ISE = "apologise authorise categorise characterise criticise emphasise finalise generalise maximise minimise mobilise"
_ISE += " modernise organise prioritise realise recognise specialise standardise summarise utilise visualise"
_OUR = "behaviour colour favour favourite flavour harbour honour humour labour neighbour neighbourhood rumour"
_OTHERS = (
    "adviser/advisor ageing/aging analyse/analyze cancelled/canceled catalogue/catalog defence/defense"
    " fulfil/fulfill grey/gray jewellery/jewelry judgement/judgment kilometre/kilometer labelled/labeled litre/liter"
    " modelling/modeling offence/offense sceptical/skeptical theatre/theater totalled/totaled travelled/traveled"
    " travelling/traveling e-mail/email"
)


@cache
def spellings() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The forms of each word, the British ones before the American."""
    pairs = [(word, word[:-3] + "i" + "ze") for word in _ISE.split()]
    pairs += [(word, word.replace("our", "or")) for word in _OUR.split()]
    pairs += [(one, other) for one, _, other in (pair.partition("/") for pair in _OTHERS.split())]
    return tuple((_forms(one), _forms(other)) for one, other in pairs)


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith(("ise", "ize", "yse", "yze")):
        stem = word[:-1]
        return word, f"{word}s", f"{word}d", f"{stem}ing", f"{stem}ation", f"{stem}ations", f"{word}r", f"{word}rs"
    return (word, f"{word}s") if not word.endswith(("ed", "ing")) else (word,)
