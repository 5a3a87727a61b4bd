"""YAML as nodes that know where they stand, so that every error about a style rule names line and column."""

from __future__ import annotations

from dataclasses import dataclass

from authoring.errors import ConfigError

_DEEPEST = 12
"""Levels of nesting that a style rule can need; many more crash the parser's own composer."""


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar, a list or a mapping."""

    value: str | list[Node] | list[tuple[Node, Node]]
    line: int
    column: int
    plain: bool = False
    """Whether it is a scalar without quotation marks, which may stand for a number or for nothing."""

    @property
    def text(self) -> str | None:
        """Its text where it is a scalar."""
        return self.value if isinstance(self.value, str) else None

    @property
    def items(self) -> list[Node] | None:
        """Its items where it is a list."""
        value = self.value
        if isinstance(value, list) and all(isinstance(item, Node) for item in value):
            return [item for item in value if isinstance(item, Node)] if value or not self.plain else None
        return None

    @property
    def pairs(self) -> list[tuple[Node, Node]] | None:
        """Its keys and values where it is a mapping."""
        value = self.value
        if isinstance(value, list) and (self.plain or any(isinstance(item, tuple) for item in value)):
            return [item for item in value if isinstance(item, tuple)]
        return None


def read_tree(text: str, path: str) -> Node:
    """The root of a YAML text. Raises ``ConfigError`` with the place where it is no YAML."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _tree(yaml.parse(text, Loader=loader), path, yaml)
    except yaml.MarkedYAMLError as error:
        unclosed = "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or "")
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"this is no YAML: {error.problem or 'it cannot be read'}"
        hint = "indent with spaces" if "tab" in message else "put quotation marks around values with : # [ or { in them"
        if unclosed:
            message, hint = "this quotation mark is not closed", "put another one at the end of the value"
        raise ConfigError(message, path=path, line=line, column=column, hint=hint) from None
    except yaml.YAMLError as error:
        raise ConfigError(f"this is no YAML: {str(error).splitlines()[0]}", path=path, line=1, column=1) from None


def _tree(events: object, path: str, yaml: object) -> Node:
    root: Node | None = None
    open_nodes: list[Node] = []
    keys: list[Node | None] = []
    anchors: dict[str, Node] = {}
    for event in events:  # type: ignore[attr-defined]
        kind = type(event).__name__
        mark = event.start_mark
        made: Node | None = None
        if kind == "ScalarEvent":
            made = Node(event.value, mark.line + 1, mark.column + 1, event.style is None)
        elif kind == "AliasEvent":
            if event.anchor not in anchors:
                raise ConfigError(f"there is no &{event.anchor}", path=path, line=mark.line + 1, column=mark.column + 1)
            made = anchors[event.anchor]
        elif kind in {"SequenceStartEvent", "MappingStartEvent"}:
            made = Node([], mark.line + 1, mark.column + 1, kind == "MappingStartEvent")
        elif kind in {"SequenceEndEvent", "MappingEndEvent"}:
            open_nodes.pop()
            keys.pop()
            continue
        else:
            continue
        if kind != "AliasEvent" and event.anchor:
            anchors[event.anchor] = made
        if open_nodes:
            _put(open_nodes[-1], keys, made)
        elif root is None:
            root = made
        else:
            message = "a second document begins here, expected one rule a file"
            raise ConfigError(message, path=path, line=mark.line + 1, column=mark.column + 1)
        if kind in {"SequenceStartEvent", "MappingStartEvent"}:
            if len(open_nodes) >= _DEEPEST:
                raise ConfigError("this is nested too deep", path=path, line=mark.line + 1, column=mark.column + 1)
            open_nodes.append(made)
            keys.append(None)
    if root is None:
        raise ConfigError("the file is empty, expected a style rule", path=path, line=1, column=1)
    return root


def _put(parent: Node, keys: list[Node | None], made: Node) -> None:
    value = parent.value
    assert isinstance(value, list)
    if not parent.plain:
        value.append(made)  # type: ignore[arg-type]
    elif keys[-1] is None:
        keys[-1] = made
    else:
        value.append((keys[-1], made))  # type: ignore[arg-type]
        keys[-1] = None
