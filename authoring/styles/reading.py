"""Reads one style rule: YAML in Vale's format to a ``Definition``, with every fault named by its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from authoring.errors import ConfigError
from authoring.styles import keys as known
from authoring.styles.actions import check_action
from authoring.styles.definition import Definition, Place, StyleTest
from authoring.styles.particulars import particulars
from authoring.styles.pattern import PatternError, check_pattern
from authoring.styles.scopes import check_scope
from authoring.styles.tree import Node, read_tree
from authoring.text.near import nearest

_LEVELS = ("suggestion", "warning", "error")
_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_TEST_KEYS = ("bad", "finds", "good", "name", "about", "input", "format", "rule", "want", "contains", "absent")


def read_style(text: str, path: str, name: str, family: str) -> Definition:
    """The rule that a style file holds. Raises ``ConfigError`` with line and column for what it may not hold."""
    return _Reader(text, path, name, family).read()


class _Reader:
    """One file while it is being read."""

    def __init__(self, text: str, path: str, name: str, family: str) -> None:
        self.path, self.name, self.family = path, name, family
        self.root = read_tree(text, path)
        self.places: dict[str, Place] = {}

    def fail(self, node: Node, message: str, hint: str = "") -> NoReturn:
        raise ConfigError(message, path=self.path, line=node.line, column=node.column, hint=hint)

    def read(self) -> Definition:
        pairs = self.root.pairs
        if pairs is None:
            self.fail(self.root, "this is no style rule, expected keys such as extends and message")
        nodes: dict[str, Node] = {}
        for key, value in pairs:
            name = (key.text or "").lower()
            if name in nodes:
                self.fail(key, f"“{name}” stands here twice, expected it once")
            nodes[name] = value
            self.places[name] = Place(key.line, key.column)
        extends = self._extends(nodes)
        kinds = {**known.COMMON, **known.KINDS[extends]}
        for key, _ in pairs:
            self._check_key(key, extends, kinds)
        values = {name: self._value(name, node, kinds[name]) for name, node in nodes.items()}
        self._check_values(values, extends, nodes)
        ours = values.get("authoring") or {}
        action, params = values.get("action") or ("", ())
        return Definition(
            name=self.name,
            family=self.family,
            path=self.path,
            extends=extends,
            message=values["message"],
            level=values.get("level", "warning"),
            scope=values.get("scope") or ("text",),
            link=values.get("link", ""),
            description=values.get("description", ""),
            limit=values.get("limit", 0),
            matchcase=values.get("matchcase", False),
            action=action,
            params=params,
            keys={name: value for name, value in values.items() if name not in known.COMMON},
            places=self.places,
            on=ours.get("on", True),
            safe=ours.get("safe", False),
            tests=values.get("tests", ()),
        )

    def _extends(self, nodes: dict[str, Node]) -> str:
        if "extends" not in nodes:
            self.fail(self.root, "no extends here", f"add one of {', '.join(known.KINDS)}")
        node = nodes["extends"]
        extends = node.text or ""
        if extends in known.REFUSED:
            self.fail(node, f"rules that extend “{extends}” are not run", known.REFUSED[extends])
        if "." in extends:
            self.fail(node, f"a rule cannot extend another one here (“{extends}”)", "copy its keys into this file")
        if extends not in known.KINDS:
            near = nearest(extends, [*known.KINDS, *known.REFUSED])
            self.fail(
                node,
                f"there is no extension point “{extends}”",
                f"did you mean “{near}”?" if near else f"it is one of {', '.join(known.KINDS)}",
            )
        return extends

    def _check_key(self, key: Node, extends: str, kinds: dict[str, str]) -> None:
        name = (key.text or "").lower()
        if name in known.REFUSED_KEYS:
            self.fail(key, f"the key “{name}” is not read", known.REFUSED_KEYS[name])
        if name not in kinds:
            near = nearest(name, kinds)
            hint = f"did you mean “{near}”?" if near else f"it can have {', '.join(sorted(kinds))}"
            self.fail(key, f"{extends} has no key “{name}”", hint)

    def _check_values(self, values: dict[str, Any], extends: str, nodes: dict[str, Node]) -> None:
        if "message" not in values:
            self.fail(self.root, "no message here", "add message: and what the writer should read")
        needed = known.NEEDED[extends]
        if needed and not any(values.get(key) for key in needed):
            self.fail(self.root, f"{extends} without {' or '.join(needed)}", f"add {needed[0]}:")
        level = values.get("level", "warning")
        if level not in _LEVELS:
            near = nearest(level, _LEVELS)
            self.fail(
                nodes["level"],
                f"there is no level “{level}”",
                f"did you mean “{near}”?" if near else f"it is one of {', '.join(_LEVELS)}",
            )
        for scope in values.get("scope") or ():
            problem = check_scope(scope)
            if problem:
                self.fail(nodes["scope"], *problem)
        for key in known.PATTERNS.get(extends, ()):
            self._check_patterns(key, values.get(key))
        for key, problem in particulars(extends, values):
            self.fail(nodes[key], *problem)
        if "action" in values:
            name, params = values["action"]
            problem = check_action(name, params, extends)
            if problem:
                self.fail(nodes["action"], *problem)

    def _check_patterns(self, key: str, value: Any) -> None:
        texts: Iterable[str] = (value,) if isinstance(value, str) else value or ()
        for number, text in enumerate(texts):
            pair = (text, ()) if isinstance(text, str) else text
            for pattern in pair[:1] if key == "swap" else (item for item in pair if isinstance(item, str)):
                try:
                    check_pattern(pattern)
                except PatternError as error:
                    place = self.places.get(f"{key}[{number}]") or self.places[key]
                    message = f"“{pattern[:60]}” is no pattern: {error}"
                    raise ConfigError(message, path=self.path, line=place.line, column=place.column) from None

    # Values

    def _value(self, name: str, node: Node, kind: str) -> Any:
        if node.plain and node.text in {"", "null", "~"} and kind != known.TEXT:
            return () if kind in {known.TEXTS, known.PAIRS, known.TESTS} else None
        if kind == known.ACTION:
            return self._action(node)
        if kind == known.TESTS:
            return self._tests(node)
        if kind == known.OURS:
            return self._ours(node)
        if kind == known.TEXTS:
            return self._texts(name, node)
        if kind == known.PAIRS:
            return self._pairs(name, node)
        text = node.text
        if text is None:
            self.fail(node, f"{name} is not {kind}", f"write {name}: and {kind}")
        if kind == known.YES_NO:
            if text.lower() not in _YES:
                self.fail(node, f"{name} is “{text}”, expected true or false")
            return _YES[text.lower()]
        if kind in {known.WHOLE, known.NUMBER}:
            return self._number(name, node, text, kind)
        return text

    def _number(self, name: str, node: Node, text: str, kind: str) -> int | float:
        try:
            number = int(text) if kind == known.WHOLE else float(text)
        except ValueError:
            self.fail(node, f"{name} is “{text}”, expected {kind}")
        if not 0 <= number < 1e9:
            self.fail(node, f"{name} is {text}, expected {kind} from 0 on")
        return number

    def _texts(self, name: str, node: Node) -> tuple[str, ...]:
        if node.text is not None:
            return (node.text,)
        items = node.items
        if items is None or any(item.text is None for item in items):
            odd = next((item for item in items or () if item.text is None), node)
            self.fail(odd, f"{name} is not a list of texts", "write one text a line, each after “- ”")
        for number, item in enumerate(items):
            self.places[f"{name}[{number}]"] = Place(item.line, item.column)
        return tuple(item.text or "" for item in items)

    def _pairs(self, name: str, node: Node) -> tuple[tuple[str, str], ...]:
        groups = [node] if node.pairs is not None else node.items
        if groups is None or any(group.pairs is None for group in groups):
            self.fail(node, f"{name} does not hold pairs", "write “this: that” a line")
        pairs = [pair for group in groups for pair in group.pairs or ()]
        seen: dict[str, str] = {}
        for number, (key, value) in enumerate(pairs):
            if key.text is None or value.text is None:
                self.fail(key, f"a pair of {name} is not two texts", "write “this: that”")
            if key.text in seen:
                self.fail(key, f"“{key.text}” stands in {name} twice, expected it once")
            seen[key.text] = value.text
            self.places[f"{name}[{number}]"] = Place(key.line, key.column)
        return tuple(seen.items())

    def _mapping(self, node: Node, what: str, allowed: Iterable[str]) -> dict[str, Node]:
        if node.pairs is None:
            self.fail(node, f"{what} has no keys", f"it can have {', '.join(allowed)}")
        found: dict[str, Node] = {}
        for key, value in node.pairs:
            name = (key.text or "").lower()
            if name not in allowed:
                near = nearest(name, allowed)
                hint = f"did you mean “{near}”?" if near else f"it can have {', '.join(allowed)}"
                self.fail(key, f"{what} has no key “{name}”", hint)
            found[name] = value
        return found

    def _action(self, node: Node) -> tuple[str, tuple[str, ...]]:
        found = self._mapping(node, "action", ("name", "params"))
        if "name" not in found or found["name"].text is None:
            self.fail(node, "action without a name", "write name: replace, or remove, suggest, convert, edit")
        params: list[str] = []
        for item in (found["params"].items or ()) if "params" in found else ():
            params.extend(step.text or "" for step in item.items or [item])
        return found["name"].text, tuple(params)

    def _tests(self, node: Node) -> tuple[StyleTest, ...]:
        tests = []
        for item in node.items or ():
            found = self._mapping(item, "a test", _TEST_KEYS)
            if "bad" in found and not (found["finds"].text if "finds" in found else None):
                self.fail(item, "a bad text without what is found in it", "add finds:")
            if "bad" in found or "good" in found:
                text = found["bad" if "bad" in found else "good"].text or ""
                tests.append(StyleTest(text, (found["finds"].text or "") if "finds" in found else ""))
        return tuple(tests)

    def _ours(self, node: Node) -> dict[str, Any]:
        found = self._mapping(node, "authoring", ("on", "safe"))
        return {name: self._value(name, value, known.YES_NO) for name, value in found.items()}
