"""Reads one block: each sentence through the sieve, and what its answers make of the bare quotations around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from authoring.prose.attribution import extents
from authoring.prose.attribution.clauses import clauses_of
from authoring.prose.attribution.cue_words import WEAK
from authoring.prose.attribution.model import Cue, Kind
from authoring.prose.attribution.people import mention
from authoring.prose.attribution.phrases import Chain
from authoring.prose.attribution.reported import Extent, may_report
from authoring.prose.attribution.scene import Scene
from authoring.prose.attribution.sentences import scenes_of
from authoring.prose.attribution.spoken import CARRIES_ON, INHERITED, RUNS_ON, Lead, Ledger, Named, Spoken
from authoring.prose.attribution.steps import Answer, Stretch, in_sentence, is_first_person
from authoring.prose.attribution.subjects import Clause, main_subject
from authoring.prose.attribution.tagging import row_of
from authoring.prose.document import Block, BlockKind, Quotation
from authoring.text.patterns import lazy
from authoring.text.span import Span

_WORD: Final = lazy(r"\w+(?:['’\-]\w+)*")
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "—", "–", ",", "-", "]")
_BARE: Final = lazy(r"[&Ba,]{0,2}(?:Q[,.!;:P&\-…]*)+(?:X-)?[.u]*")
"""A sentence of quoted words alone."""
_MARKS: Final = "\"“”«»'‘’`"
_SAYING: Final = frozenset({"say", "tell", "write", "ask", "reply", "answer", "add", "explain", "respond"})
"""Verbs with which a writer quotes himself, or a reader is quoted; “we call this ‘…’” is nobody's speech."""
_MAKING: Final = frozenset({"write", "sing", "read", "quote", "cite"})
"""Verbs that works are the object of."""
_HE_OR_SHE: Final = ("he", "she")
_THINKING: Final = frozenset({"believe", "feel", "think"})
"""Verbs that lead in what somebody then says: “Low thinks not. ‘…’”"""
_LEAST: Final = 5
"""Words from which a quotation far from any cue is taken for speech."""
_BESIDE: Final = frozenset({"lead-in", "after", "before", "enclosing"})
"""Steps that make even a single quoted word somebody's."""


class Paragraph:
    """One block being read."""

    def __init__(
        self, ledger: Ledger, block: Block, number: int, parts: list[tuple[Quotation, Span]], *, leads: bool = False
    ) -> None:
        self.ledger = ledger
        self.leads_in = leads
        """Whether the next block opens with a quotation, so that the last sentence here matters."""
        self.block = block
        self.number = number
        self.quoted: dict[int, tuple[Quotation, int, bool]] = {}
        """By its start in the block's text: the quotation, its end there, and whether it runs on from above."""
        for quotation, part in parts:
            mark = part == quotation.inner[-1] and quotation.closed
            self.quoted[0] = quotation, min(block.position_of(part.end) + mark, len(block.text)), True
        for quotation in block.quotations:
            if not quotation.depth:
                start = block.position_of(quotation.span.start)
                end = len(block.text) if len(quotation.inner) > 1 else block.position_of(quotation.span.end)
                if end > start:
                    self.quoted[start] = quotation, end, False
        self.current: Spoken | None = None
        """The last quotation with a speaker, which a bare one carries on."""
        self.waiting: list[Spoken] = []
        """Bare quotations before any speaker is known."""
        self.last: Spoken | None = None
        """The last quotation of the last sentence."""
        self.guess: Spoken | None = None
        """The quotation right before this sentence, if its speaker was only guessed."""
        self.lead: Lead | None = None
        """Who spoke, or acted, in the sentence just before, where that quoted nothing."""

    def read(self) -> None:
        """Enter every answer of the block in the ledger."""
        above, self.ledger.above = self.ledger.above, None
        scene: Scene | None = None
        for scene in self.scenes():
            self.sentence(scene, clauses_of(scene))
        if above is not None:
            for spoken in self.waiting:
                spoken.speaker, spoken.steps[0] = above.speaker, above.step
        if scene is not None and scene.end(len(scene.kinds) - 1) >= self.block.sentence_places[-1][0]:
            self.ledger.above = self.left(scene)

    def scenes(self) -> Iterator[Scene]:
        """The sentences to read: where nothing is quoted, those that may report something, and one that ends in a
        colon."""
        block = self.block
        if self.quoted:
            row = row_of(block.text, sorted((start, entry[1]) for start, entry in self.quoted.items()))
            yield from scenes_of(block.text, row, [end for _, end in block.sentence_places])
        elif self.leads_in or may_report().search(block.text) or block.text.rstrip().endswith(":"):
            last = block.sentence_places[-1:] if self.leads_in else ()
            for start, end in block.sentence_places:
                reports = (start, end) in last or may_report().search(block.text, start, end)
                if reports or block.text[end - 1] == ":":
                    yield from scenes_of(block.text, row_of(block.text, start=start, stop=end), [])

    def left(self, scene: Scene) -> Lead | None:
        """Whom a bare quotation in the next paragraph would carry on, seen from this one's last sentence."""
        if self.last is not None:
            asks = scene.kinds.rstrip(".,").endswith("Q") and self.ends_asking(scene)
            return Lead(self.last.speaker, "from above") if self.last.speaker and not asks else None
        if self.lead is not None and self.lead.step in ("after a report", "after a remark", "statement"):
            return Lead(self.lead.speaker, "from a report above")
        if scene.kinds.endswith(":"):
            told = [one for one in clauses_of(scene) if one.subject is not None and not is_first_person(scene, one)]
            chain = told[-1].subject if told else main_subject(scene, len(scene.kinds))
            if chain is None or not (
                told or set(scene.tags(chain[0])) & set("Nh") or scene.word(chain[0]) in _HE_OR_SHE
            ):
                return None
            return Lead(self.named(scene, chain), "from above")
        return None

    def ends_asking(self, scene: Scene) -> bool:
        """Whether the last words quoted are a question, which somebody else may answer below."""
        return self.stretch(scene, scene.quotes[-1])[0].text.rstrip().endswith("?")

    def sentence(self, scene: Scene, clauses: tuple[Clause, ...]) -> None:
        """Take one sentence."""
        groups: dict[Clause | Chain, tuple[Spoken, list[Stretch]]] = {}
        bare = _BARE.fullmatch(scene.kinds) is not None
        self.last, self.guess = None, self.last if self.last and self.last.step == "after its subject" else None
        for chunk in scene.quotes:
            stretch, quotation, runs_on = self.stretch(scene, chunk)
            answer = None if bare else in_sentence(scene, clauses, stretch)
            if answer is not None and answer.step == "colon" and self.block.kind is BlockKind.HEADING:
                answer = None
            if answer is not None and not _is_speech(stretch, answer):
                continue
            running = self.ledger.running.get(id(quotation)) if runs_on else None
            if running is not None and (answer is None or running.speaker is None or running.steps[0] in INHERITED):
                self.run_on(scene, stretch, running, answer)
            elif answer is not None:
                key = answer.clause or answer.speaker
                if key in groups:
                    groups[key][0].add(self.span(stretch), answer.step)
                else:
                    groups[key] = self.answered(scene, clauses, stretch, answer), []
                groups[key][1].append(stretch)
                self.current = self.last = groups[key][0]
                self.ledger.remember(quotation, self.current)
            elif bare:
                self.bare(stretch, quotation)
        if not bare:
            self.lead = None if groups else self.leads(scene, clauses)
        for key, (spoken, stretches) in groups.items():
            if isinstance(key, Clause):
                self.extend(scene, clauses, key, spoken, stretches)
        quoting = frozenset(key for key in groups if isinstance(key, Clause))
        quoted = [stretch.chunk for _, stretches in groups.values() for stretch in stretches]
        for clause, parts in extents.reports(scene, clauses, quoting, quoted):
            if clause.subject is not None:
                spans = [self.extent(scene, part) for part in parts]
                cue, steps = self.cue(scene, (clause.cue, clause.last)), ["reported"] * len(spans)
                self.ledger.enter(Spoken(Kind.INDIRECT, spans, steps, self.named(scene, clause.subject), cue))

    # Quoted words

    def stretch(self, scene: Scene, chunk: int) -> tuple[Stretch, Quotation, bool]:
        """The quoted words of one chunk."""
        start = scene.start(chunk)
        quotation, end, runs_on = self.quoted[start]
        text = quotation.text if len(quotation.inner) == 1 else self.block.text[start:end].strip(_MARKS)
        return Stretch(chunk, text, start, end, len(_WORD.findall(text))), quotation, runs_on

    def answered(self, scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch, answer: Answer) -> Spoken:
        """A quotation whose sentence names its speaker; the bare ones before it are that speaker's too."""
        cue = self.cue(scene, answer.cue) if answer.cue else None
        speaker = self.named(scene, answer.speaker, owner=answer.owner)
        spoken = Spoken(Kind.DIRECT, [self.span(stretch)], [answer.step], speaker, cue)
        if answer.clause is not None and answer.clause.how != "according":
            spoken.via = self.via(scene, clauses)
        if self.last is None and self.guess is not None:
            self.waiting.append(self.guess)
        for waiting in self.waiting:
            waiting.speaker, waiting.steps[0] = speaker, "leads on"
        self.waiting.clear()
        return self.ledger.enter(spoken)

    def run_on(self, scene: Scene, stretch: Stretch, spoken: Spoken, answer: Answer | None) -> None:
        """A quotation from above goes on here; a tag here tells more than what it inherited there."""
        if answer is not None:
            spoken.speaker, spoken.steps[0] = self.named(scene, answer.speaker), RUNS_ON
            spoken.cue = self.cue(scene, answer.cue) if answer.cue else None
        spoken.add(self.span(stretch), RUNS_ON)
        self.current = self.last = spoken

    def bare(self, stretch: Stretch, quotation: Quotation) -> None:
        """A quotation that is a sentence of its own, without a tag."""
        span = self.span(stretch)
        if self.lead is not None:
            spoken = self.ledger.enter(Spoken(Kind.DIRECT, [span], [self.lead.step], self.lead.speaker, None))
            self.lead = None
            self.current = spoken
        elif self.current is not None and self.current.kind is Kind.DIRECT:
            spoken = self.current
            spoken.add(span, CARRIES_ON)
        elif self.current is not None:
            spoken = self.ledger.enter(Spoken(Kind.DIRECT, [span], [CARRIES_ON], self.current.speaker, None))
            self.current = spoken
        elif stretch.words >= 3 or stretch.text.rstrip().endswith((".", "!", "?")):
            spoken = self.ledger.enter(Spoken(Kind.DIRECT, [span], ["none"], None, None))
            self.waiting.append(spoken)
        else:
            return
        self.last = spoken
        self.ledger.remember(quotation, spoken)

    def leads(self, scene: Scene, clauses: tuple[Clause, ...]) -> Lead | None:
        """Whom a bare quotation after this sentence would belong to."""
        for clause in sorted(clauses, key=lambda one: _telling(scene, one) != "after a report"):
            step = _telling(scene, clause)
            if clause.subject is None or clause.how == "relative" or step is None:
                continue
            if not is_first_person(scene, clause):
                return Lead(self.named(scene, clause.subject), step)
        if self.lead is not None and self.lead.step == "statement":
            return self.lead
        chain = main_subject(scene, len(scene.kinds))
        if chain is not None:
            tags = scene.tags(chain[0])
            if self.current is not None and scene.word(chain[0]) in _HE_OR_SHE:
                return None  # “…,” Low said. She looked up. “…”
            if "N" in tags or "h" in tags or scene.word(chain[0]) in _HE_OR_SHE:
                gives = "statement" in scene.row.words[scene.first : scene.last]  # issued the following statement
                return Lead(self.named(scene, chain), "statement" if gives else "after its subject")
        # a sentence that no person is the subject of goes on with the report before it
        on = self.lead is not None and self.lead.step in ("after a report", "on from a report")
        return Lead(self.lead.speaker, "on from a report") if self.lead and on else None

    def extend(
        self, scene: Scene, clauses: tuple[Clause, ...], clause: Clause, spoken: Spoken, stretches: list[Stretch]
    ) -> None:
        """Widen the answer of one clause to the writer's words that report with the quoted ones."""
        front = extents.before(scene, clauses, clause, stretches)
        back = extents.behind(scene, clauses, clause, stretches)
        if front and back and front[0] is Kind.DIRECT and back[0] is Kind.MIXED:
            spans = [self.span(one) for one in stretches if one.chunk < clause.begin]
            spoken.steps = [
                step for segment, step in zip(spoken.segments, spoken.steps, strict=True) if segment in spans
            ]
            spoken.segments = spans
            if any(one.words >= _LEAST for one in stretches if one.chunk > clause.end):
                rest = [self.extent(scene, back[1])]
                self.ledger.enter(Spoken(Kind.MIXED, rest, ["enclosing"], spoken.speaker, spoken.cue))
            return
        parts = [part for part in (front, back) if part]
        if any(kind is Kind.MIXED for kind, _ in parts):
            spoken.kind = Kind.MIXED
            spoken.segments = [self.extent(scene, extent) for _, extent in parts]
            spoken.steps = [spoken.steps[0]] * len(parts)

    # Words of the article

    def named(self, scene: Scene, chain: Chain, *, owner: bool = False) -> Named:
        """The words that name a speaker; of “Low’s claim”, with ``owner``, the owner's."""
        start, end = scene.start(chain[0]), scene.end(chain[1])
        if owner:
            tags, first = scene.tags(chain[1]), scene.begins[chain[1]]
            last = first + (tags.rfind("'") - 1 if "'" in tags else 0)
            start, end = scene.start(chain[1]), scene.row.ends[last]
        span = self.block.span_of(start, end)
        return Named(span, self.block.text[start:end], mention(scene, chain, span.start, self.number))

    def cue(self, scene: Scene, chunks: tuple[int, int]) -> Cue:
        """The reporting words in some chunks, first and last."""
        start, end = scene.start(chunks[0]), scene.end(chunks[1])
        return Cue(self.block.span_of(start, end), self.block.text[start:end])

    def via(self, scene: Scene, clauses: tuple[Clause, ...]) -> Named | None:
        """Who passed it on: the Herald in “…, Low said, according to the Herald”."""
        for clause in clauses:
            if scene.kinds[clause.cue] == "A" and clause.subject is not None:
                return self.named(scene, clause.subject)
        return None

    def span(self, stretch: Stretch) -> Span:
        """Quoted words in the file, marks included."""
        return self.block.span_of(stretch.start, stretch.end)

    def extent(self, scene: Scene, extent: Extent) -> Span:
        """Some chunks in the file."""
        return self.block.span_of(scene.start(extent[0]), scene.end(extent[1] - 1))


def _telling(scene: Scene, clause: Clause) -> str | None:
    """The step by which bare words after a clause are its subject's: it reports, or says that somebody spoke."""
    cue = scene.cue(clause.cue)
    if cue is None or scene.kinds[clause.last + 1 : clause.last + 2] == "T":
        return "after a report"
    if cue.reports:
        return None if cue.minding and cue.verb not in _THINKING else "after a report"
    return None if cue.ing or cue.base or cue.verb in WEAK else "after a remark"  # described, condemned


def _is_title(stretch: Stretch, verb: str) -> bool:
    """Whether what somebody wrote or sang is a work: every longer word has a capital, and no mark ends it."""
    long = [word for word in _WORD.findall(stretch.text) if len(word) > 3]
    ends = stretch.text.rstrip().endswith(_SENTENCE_ENDS)
    return verb in _MAKING and not ends and bool(long) and all(word[0].isupper() for word in long)


def _is_speech(stretch: Stretch, answer: Answer) -> bool:
    """Whether short quoted words are somebody's, and no title or term."""
    if answer.first_person and (stretch.words < _LEAST or answer.verb not in _SAYING):
        return False
    if answer.minding and stretch.words < 3:
        return False
    if answer.step == "before" and _is_title(stretch, answer.verb):
        return False
    if stretch.words >= _LEAST or answer.step in _BESIDE:
        return True
    return (stretch.words >= 3 or answer.step in ("noun", "colon")) and stretch.text.rstrip().endswith(_SENTENCE_ENDS)
