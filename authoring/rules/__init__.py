"""Newsroom rules, one file each: ``authoring/rules/<family>/<rule_with_underscores>.py``.

A rule file declares, in this order:

* a docstring, which is the rule's page (``authoring.rules.page`` says how it is written) and whose examples are its
  tests;
* ``SEVERITY``; where they differ from the default, ``VOICES`` (whose words it may point at; narration) and
  ``NEEDS_NOTES`` (whether it compares with notes, and so stays silent without; ``False``) and ``ON`` (whether it
  runs without being named; ``True``);
* where it can be set, a frozen dataclass ``Options`` whose fields have defaults and docstrings;
* ``check(document)``, or ``check(document, options)`` where there are options, as its one public function and last.

Its name and family are those of the file and the folder; nothing registers it.
"""

from authoring.rules.choosing import chosen
from authoring.rules.hit import Hit
from authoring.rules.registry import Rule, load, names

__all__ = ["Hit", "Rule", "chosen", "load", "names"]
