"""A template can spoil its own draft, and nothing else: not the machine, not the time, not the notes' secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.drafting.draft import draft
from authoring.errors import TemplateError
from authoring.notes import Notes, parse_notes

NOTES = """\
---
kind: story
headline: The lock
sources:
  quill: {name: Mara Quill, role: the lock keeper, employer: }
---

## One
> We close at six.
— quill | said
"""

ENDLESS = "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3
HOSTILE = {
    "endless loop": (ENDLESS, "more than 2 seconds|ran out of time"),
    "endless recursion": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
    "a template that includes itself": ("{% include 'story.md' %}", "calls itself without end"),
    "gigabyte string": ("{{ 'a' * 2000000000 }}", "without bounds"),
    "gigabyte list": ("{{ ([0] * 2000000000) | length }}", "without bounds"),
    "gigabyte by doubling": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "more memory|ran for more|ran out of time",
    ),
    "gigabyte by padding": ("{{ '%2000000000d' % 1 }}", "without bounds|more memory"),
    "gigabyte by format": ("{{ '{:>2000000000}'.format(1) }}", "without bounds|more memory|failed"),
    "gigabyte by filter": ("{{ 'a' | center(2000000000) }}", "without bounds"),
    "huge power": ("{{ 9 ** 999999999 }}", "without bounds"),
    "long range": ("{{ range(10000000000) | list | length }}", "(?i)range"),
    "file access": ("{{ open('/etc/passwd').read() }}", "open"),
    "file access by include": ("{% include '/etc/passwd' %}", "there is no template called"),
    "file access by climbing": ("{% include '../../../../../../etc/passwd' %}", "there is no template called"),
    "attribute escape": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "__class__"),
    "attribute escape by filter": ("{{ (notes | attr('__class__')).mro() }}", "__class__"),
    "attribute escape by format": ("{{ '{0.__class__.__mro__}'.format(notes) }}", "__class__"),
    "globals of a function": ("{{ notes.by.__globals__ }}", "__globals__"),
    "globals of a macro": ("{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}", "__init__"),
    "environment by self": ("{{ self._TemplateReference__context.environment }}", "_TemplateReference__context"),
    "inside of a traced string": ("{{ notes.headline._runs }}", "_runs"),
    "method of a traced string": ("{{ notes.headline.from_notes('x', 1) }}", "from_notes"),
    "changing the notes": ("{{ notes.clear() }}", "clear"),
    "changing the notes by filter": ("{% set x = (notes | attr('clear'))() %}", "clear"),
    "attribute by map": ("{{ [''] | map(attribute='__class__') | first }}", "__class__"),
    "attribute by nested map": ("{{ [''] | map('attr', '__class__') | first }}", "__class__"),
    "attribute by groupby": ("{{ [''] | groupby('__class__') }}", "this is a list"),
    "attribute by sort": ("{{ ['', ''] | sort(attribute='__class__') }}", "__class__"),
    "attribute by selectattr": ("{{ [''] | selectattr('__class__.__mro__') | list }}", "__class__"),
    "attribute by sum": ("{{ [''] | sum(attribute='__class__') }}", "__class__"),
    "attribute by unique": ("{{ [''] | unique(attribute='__class__') | list }}", "__class__"),
    "attribute by join": ("{{ [notes] | join(',', '__class__') }}", "__class__"),
    "attribute by subscript": ("{{ notes.by['__globals__'] }}", "__globals__"),
    "attribute by nested format": ("{{ '{0.by.__globals__}'.format(notes) }}", "__globals__"),
    "attribute by format_map": ("{{ '{by.__globals__}'.format_map(notes) }}", "__globals__"),
    "attribute by a kept format": ("{% set f = '{0.__class__}'.format %}{{ f(notes) }}", "__class__"),
    "attribute by a traced format": ("{{ (notes.headline ~ '{0.__class__}').format(notes) }}", "__class__"),
    "attribute by format of items": ("{{ '{0[beats][0].__class__}'.format(notes) }}", "__class__"),
    "attribute in two parts": ("{{ notes.by['__glo' ~ 'bals__'] }}", "__globals__"),
    "inside of namespace": ("{% set n = namespace() %}{{ n._Namespace__attrs }}", "_Namespace__attrs"),
    "globals of namespace": ("{{ namespace.__init__.__globals__ }}", "__init__"),
    "globals of cycler": ("{{ cycler.__init__.__globals__.os }}", "__init__"),
    "globals of joiner": ("{{ joiner.__init__.__globals__ }}", "__init__"),
    "subclasses of dict": ("{{ dict.__subclasses__() }}", "__subclasses__"),
    "order of classes": ("{{ dict.mro() }}", "mro"),
    "function of a macro": ("{% macro m() %}{% endmacro %}{{ m._func.__code__ }}", "_func"),
    "caller": ("{% macro m() %}{{ caller.__call__ }}{% endmacro %}{% call m() %}{% endcall %}", "__call__"),
    "loop": ("{% for a in [1] %}{{ loop._iterable }}{% endfor %}", "_iterable"),
    "frame of a generator": ("{{ ([1] | map('string')).gi_frame.f_globals }}", "gi_frame"),
    "context of a block": ("{% block a %}{% endblock %}{{ self.a._context }}", "_context"),
    "dictionary of an import": ("{% import 'newsroom.md' as x %}{{ x.__dict__ }}", "__dict__"),
    "code of the rendering": ("{{ notes.by.__code__ }}", "__code__"),
    "codec as a module": ("{{ 'a'.encode('../../os') }}", "unknown encoding"),
    "chance": ("{{ [1, 2] | random }}", "no filter called “random”"),
    "file access by a variable": ("{% set f = '/etc/passwd' %}{% include f %}", "there is no template called"),
    "file access by a list": ("{% include ['/etc/passwd', '../notes.md'] %}", "there is no template called"),
    "file access by extending": ("{% extends '/etc/passwd' %}", "there is no template called"),
    "file access by import": ("{% from '/etc/passwd' import root %}", "there is no template called"),
    "a function as a template": ("{% include notes.by %}", "function"),
    "a template that extends itself": ("{% extends 'story.md' %}", "calls itself without end"),
    "a template that imports itself": ("{% import 'story.md' as s %}", "calls itself without end"),
    "a block that calls itself": ("{% block a %}{{ self.a() }}{% endblock %}", "calls itself without end"),
    "a call that calls itself": (
        "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}",
        "calls itself without end",
    ),
    "a loop that calls itself": ("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}", "calls itself without end"),
    "parentheses without end": ("{{ " + "(" * 100_000 + "1" + ")" * 100_000 + " }}", "too much inside"),
    "lists without end": ("{{ " + "[" * 5_000 + "1" + "]" * 5_000 + " }}", "too much inside"),
    "conditions without end": ("{% if notes %}" * 20_000 + "{% endif %}" * 20_000, "too much inside"),
    "loops in loops": ("{% for a in [] %}" * 25 + "{% endfor %}" * 25, "too much inside"),
    "a hundred conditions deep": ("{% if notes %}" * 120 + "{% endif %}" * 120, "too much inside"),
    "a sum without end": ("{% set x = 1 %}{{ " + "x+" * 20_000 + "1 }}", "too much inside"),
    "attributes without end": ("{{ notes" + ".a" * 20_000 + " }}", "too much inside"),
    "gigabyte at compile time": ("{% set x = 'a' * 1000000000 %}", "without bounds"),
    "number at compile time": ("{% if 2 ** 100000 %}{% endif %}", "without bounds"),
    "number of many digits": ("{{ ((9 ** 64) ** 64) ** 64 }}", "without bounds|digits"),
    "gigabyte by zfill": ("{{ '1'.zfill(2000000000) }}", "more memory"),
    "gigabyte by ljust": ("{{ notes.headline.ljust(2000000000) }}", "more memory"),
    "gigabyte by tabs": ("{{ ('\t' * 100000).expandtabs(1000000) }}", "more memory"),
    "gigabyte by join": ("{{ ('a' * 30000).join('b' * 300000) }}", "more memory"),
    "gigabyte by replace": ("{{ ('a' * 30000).replace('a', 'b' * 30000) }}", "more memory"),
    "gigabyte by translate": ("{{ ('a' * 30000).translate({97: 'b' * 30000}) }}", "more memory"),
    "gigabyte by a width": ("{{ '{:{}}'.format(1, 2000000000) }}", "more memory"),
    "gigabyte by precision": ("{{ '%.2000000000f' % 1 }}", "more memory"),
    "gigabyte of bytes": ("{{ ('a'.encode() * 2000000000) | length }}", "more memory"),
    "gigabyte by indent": ("{{ ('a\n' * 1000000) | indent(100000) | length }}", "more memory"),
    "gigabyte by batch": ("{{ [1] | batch(31000000, 'x') | list | length }}", "more memory|ran for more"),
    "gigabyte by extend": ("{% set l = [1] %}{% for i in range(60) %}{% do l.extend(l) %}{% endfor %}", "more memory"),
    "an article of thirty megabytes": ("{{ 'a' * 30000000 }}", "more than 20 MB|ran for more"),
    "numbers that grow": (
        "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "ran for more",
    ),
    "a list as a text": ("{{ notes.quotes }}", "this is a list, expected a text"),
    "a record as a text": ("{{ notes.quotes[0] }}", r"a whole record \(item\), expected one of its fields"),
    "records as a text": ("{{ notes.quotes | join(', ') }}", "a whole record"),
    "a function as a text": ("{{ notes.by }}", "this is no text"),
    "a list of constants as a text": ("{{ [1, 2] }}", "this is a list, expected a text"),
    "nothing as a text": ("{{ none }}", "nothing to print"),
    "the page as a text": ("{{ self }}", "this is no text"),
    "module": ("{% import 'os' as os %}{{ os.system('true') }}", "there is no template called"),
}


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    path = tmp_path / "notes.md"
    path.write_text(NOTES)
    (tmp_path / "templates").mkdir()
    return parse_notes(NOTES, str(path))


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_template_is_stopped_with_a_clear_error(case: str, notes: Notes, tmp_path: Path) -> None:
    source, message = HOSTILE[case]
    (tmp_path / "templates" / "story.md").write_text(source)
    for other in ("more memory", "too much inside"):  # a busy machine may be out of time first
        message = message.replace(other, f"{other}|ran for more")
    with pytest.raises(TemplateError, match=message) as caught:
        draft(notes)
    assert (caught.value.path or "").endswith(".md")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 200
    assert "Traceback" not in str(caught.value)
    assert "root:" not in str(caught.value)


def test_a_missing_field_names_the_template_line_and_the_nearest_field(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "story.md").write_text(
        "one\n{% for quote in notes.quotes %}\n{{ quote.sourse }}\n{% endfor %}"
    )
    with pytest.raises(TemplateError) as caught:
        draft(notes)
    error = caught.value
    assert str(error) == "story.md:3:1: there is no field “sourse” of item; the nearest field is “source”"


def test_a_field_not_known_yet_names_the_line_of_the_notes_to_edit(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "story.md").write_text("\n\n{{ notes.quotes[0].source.employer }}\n")
    with pytest.raises(TemplateError) as caught:
        draft(notes)
    assert caught.value.path == "story.md"
    assert caught.value.line == 3
    assert "sources.quill.employer is not known yet" in str(caught.value)
    assert f"fill it in at {tmp_path / 'notes.md'}:5:" in str(caught.value)


def test_a_field_not_known_yet_may_be_asked_for(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "story.md").write_text(
        "{{ 'employed' if notes.quotes[0].source.employer else 'no employer' }}"
    )
    assert draft(notes).text == "no employer\n"


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("fine\n{% if %}", "Expected an expression", 2),
        ("{% for x in notes.beats %}", "endfor", 1),
        ("a\nb\n{{ notes.headline | quotd }}", "did you mean “quoted”", 3),
        ("{{ nots.headline }}", "nots", 1),
        ("\n{{ 1 / 0 }}", "division by zero", 2),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    source: str, message: str, line: int, notes: Notes, tmp_path: Path
) -> None:
    (tmp_path / "templates" / "story.md").write_text(source)
    with pytest.raises(TemplateError, match=message) as caught:
        draft(notes)
    assert caught.value.line == line


def test_a_misspelt_template_name_gets_the_nearest_one(notes: Notes) -> None:
    with pytest.raises(TemplateError, match="did you mean “interview”"):
        draft(notes, "interveiw")


def test_a_house_template_replaces_a_built_in_one_and_can_extend_it(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "interview.md").write_text(
        '{% extends "builtin/interview.md" %}\n{% block headline %}\n# House: {{ notes.headline }}\n{% endblock %}\n'
    )
    text = draft(notes, "interview").text
    assert "# House: The lock\n" in text
    assert "“We close at six,” said Mara Quill, the lock keeper." in text


def test_a_template_file_can_be_named_by_its_path(notes: Notes, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("{{ notes.headline }}!")
    assert draft(notes, str(path)).text == "The lock!\n"
