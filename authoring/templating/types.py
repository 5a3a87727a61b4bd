"""What an expression of a template can be, as far as it can be known without running it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from jinja2 import nodes

    from authoring.templating.parsed import Parsed


@dataclass(frozen=True)
class Text:
    """Words."""

    values: frozenset[str] | None = None
    """All that they can be; ``None`` where that is not known."""
    domain: frozenset[str] | None = None
    """All that they could be by the format, where ``values`` has been narrowed."""
    free: bool = False
    """Whether a house may use other values too, so that only a near miss is a mistake."""
    cased: bool = True
    """Whether capitals count in ``values``."""
    sure: bool = True
    """Whether a narrowed set of values holds in every call; a macro may be called from where nobody has looked."""
    spoken: bool = False
    """Whether they may be the words of a quotation."""
    altered: str = ""
    """What has changed the words of a quotation: the name of a filter or a method."""


@dataclass(frozen=True)
class Other:
    """A number, a truth, a mapping of the template's own: nothing whose fields are known."""

    what: str = ""


@dataclass(frozen=True)
class Rows:
    """A list."""

    each: Type = ()
    """What its elements can be; nothing for an empty list."""


@dataclass(frozen=True, eq=False)
class Shape:
    """The fields of a sort of record."""

    name: str
    """As messages call it: ``an item``."""
    fields: Mapping[str, Type]
    kinds: frozenset[str] = frozenset()
    """Every value that its field ``kind`` can have; empty where it has no such field."""


@dataclass(frozen=True)
class Rec:
    """A record: notes, a beat, an item, a source …"""

    shape: Shape
    only: frozenset[str] | None = None
    """The kinds that it can be of here, where that is known."""
    sure: bool = True
    """As of ``Text``, for ``only``."""
    guessed: bool = False
    """Whether only its name says that it is one, so that only near misses are mistakes."""


@dataclass(frozen=True)
class Macro:
    """A macro, with the template that it stands in."""

    node: nodes.Macro
    home: Parsed
    module: str = ""
    """The name under which its file was imported, for messages."""

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Macro) and other.node is self.node


@dataclass(frozen=True)
class Module:
    """An imported template."""

    name: str
    home: Parsed
    names: Mapping[str, Type] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Space:
    """A namespace of a template."""

    fields: dict[str, Type] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Function:
    """Something to be called that gives ``result``."""

    result: Type = ()
    name: str = ""


@dataclass(frozen=True)
class Anything:
    """Nothing is known of it."""


Alternative = Text | Other | Rows | Rec | Macro | Module | Space | Function | Anything
Type = tuple[Alternative, ...]
ANY: Type = (Anything(),)
TEXT: Type = (Text(),)
TRUTH: Type = (Other("truth"),)
NUMBER: Type = (Other("number"),)


def joined(types: Iterable[Type]) -> Type:
    """Either of these."""
    found: list[Alternative] = []
    for kind in types:
        for one in kind:
            if one in found:
                continue
            same = next((number for number, other in enumerate(found) if _alike(one, other)), None)
            if same is None:
                found.append(one)
            else:
                found[same] = _both(found[same], one)
    return ANY if any(isinstance(one, Anything) for one in found) else tuple(found)


def _alike(one: Alternative, other: Alternative) -> bool:
    if isinstance(one, Rec) and isinstance(other, Rec):
        return one.shape.name == other.shape.name
    return type(one) is type(other) and isinstance(one, Text | Rows)


def _both(one: Any, other: Any) -> Alternative:
    if isinstance(one, Text):
        values, domain = (
            None if mine is None or others is None else mine | others
            for mine, others in ((one.values, other.values), (one.domain, other.domain))
        )
        return Text(
            values,
            domain,
            one.free or other.free,
            one.cased and other.cased,
            one.sure and other.sure,
            one.spoken or other.spoken,
            one.altered or other.altered,
        )
    if isinstance(one, Rows):
        return Rows(joined([one.each, other.each]))
    names = {*one.shape.fields, *other.shape.fields}
    if names - one.shape.fields.keys() or names - other.shape.fields.keys() or one.shape is not other.shape:
        fields = {name: joined([one.shape.fields.get(name, ()), other.shape.fields.get(name, ())]) for name in names}
        shape = Shape(one.shape.name, fields, one.shape.kinds | other.shape.kinds)
    else:
        shape = one.shape
    only = None if one.only is None or other.only is None else one.only | other.only
    return Rec(shape, only, one.sure and other.sure, one.guessed and other.guessed)


def known(kind: Type) -> bool:
    """Whether anything is known of it."""
    return bool(kind) and not any(isinstance(one, Anything) for one in kind)


def elements(kind: Type) -> Type:
    """What one gets by going through it."""
    found: list[Type] = []
    for one in kind:
        if isinstance(one, Rows):
            found.append(one.each or ANY)
        elif isinstance(one, Text):
            found.append((Text(spoken=one.spoken),))
        elif isinstance(one, Rec):
            found.append(TEXT)
        else:
            return ANY
    return joined(found) if found else ANY


def mapped(kind: Type, change: Callable[[Text], Text]) -> Type:
    """The same with its texts changed."""
    return tuple(change(one) if isinstance(one, Text) else one for one in kind)


def unsure(kind: Type) -> Type:
    """The same, as a macro's parameter: somebody else may call it with another."""
    return tuple(
        replace(cast(Any, one), sure=False)
        if isinstance(one, Rec | Text)
        else Rows(unsure(one.each))
        if isinstance(one, Rows)
        else one
        for one in kind
    )


def spoken(kind: Type) -> Text | None:
    """The words of a quotation among what it can be."""
    return next((one for one in kind if isinstance(one, Text) and one.spoken), None)
