"""Whose words the turns of a transcript are in the notes: a source's, the reporter's own questions, or nobody's.

Nobody is guessed. A label that is the name of one source is that source, the byline is whoever asks; of every other
label the reporter tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from authoring.errors import AuthoringError
from authoring.notes.contacts import Known, contacts_for
from authoring.notes.ids import id_for
from authoring.notes.model import Notes, Source
from authoring.pulling.passages import Passage
from authoring.text.near import nearest
from authoring.trace.traced import Traced
from authoring.transcripts.model import Transcript
from authoring.wording.material import WITHHELD, masked
from authoring.wording.noted import printed_name, secret_names

NOBODY = ""
"""Stands for the label of turns that name nobody."""
ASKS, OUT, NEW = "?", "-", "+"
"""What may stand in the place of an id: whoever asks; nobody who is to be quoted; ``+Ana Ruiz``, a new source."""


@dataclass(frozen=True)
class Role:
    """What a label stands for in the notes."""

    kind: Literal["source", "new", "asks", "out"]
    id: str = ""
    """Of the source."""
    name: str = ""
    """Of a new source."""


class Cast:
    """The sources that a label may be, and those that are told of each label so far."""

    def __init__(self, notes: Notes) -> None:
        known = contacts_for(notes.path)
        offered = known.sources if isinstance(known, Known) else {}
        self.sources: Mapping[str, Source] = {**offered, **notes.sources}
        """By id: those of the notes, and those of the newsroom's contacts."""
        self.secrets = secret_names(notes)
        byline = notes.front.get("byline")
        bylines = byline if isinstance(byline, tuple) else (byline,)
        self._asking = {_plain(str.__str__(each)) for each in bylines if isinstance(each, Traced)}
        self._told: dict[str, Role] = {}

    def tell(self, label: str, value: str, labels: Sequence[str]) -> None:
        """What a reporter says of a label; raises ``AuthoringError`` for a label or an id that is not there."""
        at = f"--speaker “{self.shown(label)}={value if value in self.open or value[:1] in NEW + ASKS + OUT else '…'}”"
        if label not in labels:
            near = nearest(label, labels)
            there = f"there are: {', '.join(map(self.shown, labels)) or 'none'}"
            hint = f"did you mean “{self.shown(near)}”?" if near else there
            raise AuthoringError("nobody in the transcript is called so, expected a label of it", path=at, hint=hint)
        self._told[label] = self._role(value, at)

    def _role(self, value: str, at: str) -> Role:
        if value in (ASKS, OUT):
            return Role("asks" if value == ASKS else "out")
        if value.startswith(NEW):
            return self.new(value.removeprefix(NEW), at)
        if value not in self.sources:
            near = nearest(value, self.open)
            hint = f"did you mean “{near}”?" if near else self.there
            raise AuthoringError(f"no source is called “{masked(value, self.secrets)}”", path=at, hint=hint)
        return Role("source", value)

    def new(self, name: str, at: str = "") -> Role:
        """A source that the notes do not have yet, with an id of its own."""
        name = " ".join(name.split())
        taken = {*self.sources, *(role.id for role in self._told.values())}
        known = [role for role in self._told.values() if role.kind == "new" and role.name == name]
        if known:
            return known[0]
        same = [id_ for id_ in self.open if _plain(str.__str__(self.sources[id_].name or "")) == _plain(name)]
        if same:
            raise AuthoringError(
                f"there is a source of that name, {same[0]}", path=at or None, hint="name it by its id"
            )
        id_ = id_for(name, taken)
        if not id_ or not name.isprintable():
            hint = f'for example: --speaker "SPEAKER_00={NEW}Ana Ruiz"'
            raise AuthoringError("there is no name behind “+”, expected one", path=at or None, hint=hint)
        return Role("new", id_, name)

    def of(self, label: str | None) -> Role | None:
        """What a label stands for, or ``None`` where nobody has said it."""
        if (label or NOBODY) in self._told:
            return self._told[label or NOBODY]
        if not label:
            return None
        wanted = _plain(label)
        if wanted in self._asking:
            return Role("asks")
        named = [id_ for id_, source in self.sources.items() if _plain(str.__str__(source.name or "")) == wanted]
        return Role("source", named[0]) if len(named) == 1 else None

    @property
    def open(self) -> list[str]:
        """The ids of sources that may be named."""
        return [id_ for id_, source in self.sources.items() if not source.protected]

    @property
    def there(self) -> str:
        """Which sources there are, as a message tells it: an id may give away who is not named."""
        hidden = len(self.sources) - len(self.open)
        also = f" and {hidden} that {'is' if hidden == 1 else 'are'} not named" if hidden else ""
        return f"there are: {', '.join(self.open) or 'none'}{also}"

    def shown(self, label: str | None) -> str:
        """A label as it may be shown."""
        if not label:
            return "nobody named"
        role = self.of(label)
        source = self.sources.get(role.id) if role else None
        if source is not None and source.protected:
            return printed_name(source) or WITHHELD
        return masked(label, self.secrets)

    def called(self, role: Role) -> str:
        """A source as messages call it: by its id, unless it is not to be named."""
        source = self.sources.get(role.id)
        return "(not named)" if source is not None and source.protected else role.id


def required(cast: Cast, transcript: Transcript, passage: Passage) -> Role:
    """What the speaker of a passage is in the notes. Raises ``AuthoringError`` where nobody has said it."""
    label = passage.said.speaker
    role, where = cast.of(label), f"{transcript.path}:{passage.said.line}"
    if role is None:
        who = f"who “{cast.shown(label)}” is" if label else "who says this"
        label = cast.shown(label) if label else NOBODY
        hint = (
            f'say it with: --speaker "{label}=ID", or "{label}={NEW}NAME" for a new source, '
            f'or "{label}={ASKS}" for whoever asks; {cast.there}'
        )
        raise AuthoringError(f"the notes do not know {who}", path=where, hint=hint)
    if role.kind == "out":
        message = f"“{cast.shown(label)}” is left out, expected the words of somebody else"
        raise AuthoringError(message, path=where, hint="leave out “=-”, or this passage")
    return role


def labels_of(speakers: Iterable[str | None]) -> list[str]:
    """The labels in order, each once; ``NOBODY`` where turns have none."""
    return list(dict.fromkeys(label or NOBODY for label in speakers))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
