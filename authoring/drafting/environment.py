"""The sandboxed, strict, tracing Jinja environment in which templates run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar

from jinja2 import BaseLoader, StrictUndefined, TemplateRuntimeError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from authoring.config.conventions import CHOICES, UNSETTLED
from authoring.drafting.compiler import TracingCodeGenerator, literal, tracing
from authoring.drafting.naming import LOOKED_AT, Naming
from authoring.drafting.record import Record, whole
from authoring.text.near import nearest
from authoring.trace.traced import Traced

LONGEST = 32_000_000
"""Most characters that one step of a template may make: some 5 million words."""
_PLAIN = frozenset(name for name in dir(str) if not name.startswith("_"))


_PRINTABLE = (str, int, float, Undefined)


class MissingFieldError(UndefinedError):
    """A template asked for a field that does not exist, or that the notes do not fill yet."""

    def __init__(self, message: str, field: str = "", near: str | None = None, offset: int = -1) -> None:
        super().__init__(message)
        self.field, self.near, self.offset = field, near, offset


class NotKnown(Undefined):
    """A field of the format that the notes do not fill yet: false when asked, an error when printed.

    Templates ask for very many of these; what the error says is put together only when there is one.
    """

    __slots__ = ("_field", "_record")
    __str__ = __iter__ = __len__ = Undefined._fail_with_undefined_error

    def __init__(self, record: Record, field: str) -> None:
        self._record, self._field = record, field

    def __bool__(self) -> bool:
        return False

    @property
    def _undefined_message(self) -> str:
        of = f"{self._record.label}." if self._record.label else ""
        return f"{of}{self._field} is not known yet"

    @property
    def _undefined_exception(self) -> Callable[[str], Exception]:  # type: ignore[override]
        return partial(MissingFieldError, field=self._field, offset=self._record.place(self._field))


class NewsroomEnvironment(SandboxedEnvironment):
    """Jinja for people who write articles: nothing undefined is printed, nothing untraced, nothing runs away.

    ``naming`` remembers, for one rendering, what the article has called its sources, so that first and later mentions
    read as they should wherever a template puts them.
    """

    code_generator_class = TracingCodeGenerator
    concat = staticmethod(Traced.concat)
    intercepted_binops: ClassVar[frozenset[str]] = frozenset(("*", "**", "%", "+"))  # type: ignore[misc]

    def __init__(self, loader: BaseLoader, filters: dict[str, Callable[..., Any]]) -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
        )
        self.filters = {name: _bounded(tracing(function)) for name, function in self.filters.items()}
        self.filters.update(filters)
        self.globals.pop("lipsum")  # invents text
        self.filters.pop("random")  # the same notes must give the same article
        self.globals["convention"] = self.convention
        self.naming = Naming()
        """What the article has called its sources so far; made anew for each rendering."""
        self.conventions = UNSETTLED
        """How the house writes things; filters go by it."""
        self._literals: dict[tuple[tuple[tuple[str, int], ...], str], Traced] = {}

    def convention(self, name: str) -> str:
        """What the house has chosen, by the name of the convention; empty where it has not."""
        if name not in CHOICES:
            near = nearest(name, CHOICES)
            raise TemplateRuntimeError(f"no convention is called “{name}”, expected “{near or 'dates'}” or another")
        return self.conventions.settled().get(name, "")

    def literal(self, pieces: tuple[tuple[str, int], ...], name: str) -> Traced:
        """Constant text of a template; called by compiled templates."""
        key = (pieces, name)
        if key not in self._literals:
            self._literals[key] = literal(pieces, name)
        return self._literals[key]

    def printed(self, value: object, name: str, line: int) -> Traced:
        """What ``{{ value }}`` puts into the draft; called by compiled templates."""
        if isinstance(value, Traced):
            traced = value
        elif isinstance(value, _PRINTABLE):
            text = value if isinstance(value, str) else str(value)
            traced = text if isinstance(text, Traced) else Traced(text)
        elif value is None:
            raise MissingFieldError("nothing to print here, expected a field of the notes")
        else:
            raise TemplateRuntimeError(_no_text(value))
        fresh = False
        at = 0
        for run in traced._runs:
            if run[4] is None:  # with a template it has been printed already, in a part of this text
                fresh = True
                if run[6]:
                    self.naming.read(run[6], str.__str__(traced)[at : at + LOOKED_AT])
            at += run[0]
        return traced.by_template(name, line) if fresh else traced

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Fields of records come before the methods of a mapping, which would hide ``beat.items``."""
        if not isinstance(obj, Record):
            return super().getattr(obj, attribute)
        value = obj.get(attribute)
        return self._field(obj, attribute) if value is None else value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As ``getattr``, for ``record["field"]``."""
        if isinstance(obj, Record) and isinstance(argument, str):
            return self._field(obj, argument)
        return super().getitem(obj, argument)

    def _field(self, record: Record, name: str) -> Any:
        if name not in record:
            near = nearest(name, record)
            of = f" of {record.label}" if record.label else ""
            hint = f"there is no field “{name}”{of}"
            exc = partial(MissingFieldError, field=name, near=near)
            return StrictUndefined(hint=hint, name=name, exc=exc)  # type: ignore[arg-type]
        value = record[name]
        return NotKnown(record, name) if value is None else value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of a text, only what every Python string offers."""
        if isinstance(obj, str):
            return attr in _PLAIN
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What a template gets for what it may not have: an error as soon as it does anything with it."""
        message = f"this template asks for “{attribute}”, which no template may have"
        return self.undefined(message, name=attribute, obj=obj, exc=SecurityError)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuses what would fill the memory, before it is made."""
        sized = [side for side in (left, right) if isinstance(side, str | list | tuple)]
        if operator == "*" and sized:
            times = right if sized[0] is left else left
            if isinstance(times, int) and len(sized[0]) * times > LONGEST:
                raise SecurityError("this template makes a text without bounds")
        if operator == "+" and sum(len(side) for side in sized) > LONGEST:
            raise SecurityError("this template makes a text without bounds")
        if operator == "**" and isinstance(right, int) and abs(right) > 64:
            raise SecurityError("this template computes a number without bounds")
        return super().call_binop(context, operator, left, right)


def _no_text(value: object) -> str:
    """Why a value cannot be printed: what Python would print for it is nothing that an article could say."""
    if isinstance(value, Record):
        return whole(value)
    if isinstance(value, Iterable):
        return "this is a list, expected a text: go through it with {% for … %}"
    return "this is no text, expected a field of the notes"


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    def filtered(*args: Any, **named: Any) -> Any:
        for value in (*args, *named.values()):
            if isinstance(value, int) and abs(value) > LONGEST:
                raise SecurityError("this template makes a text without bounds")
        return function(*args, **named)

    filtered.__name__ = function.__name__
    marker = getattr(function, "jinja_pass_arg", None)
    if marker is not None:
        filtered.jinja_pass_arg = marker  # type: ignore[attr-defined]
    return filtered
