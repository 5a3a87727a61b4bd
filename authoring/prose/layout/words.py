"""Words that tell people's names from other capitalised words."""

from __future__ import annotations

ROLES = frozenset(
    """
    administrator adviser advisor analyst assistant associate attorney author biographer biologist board captain ceo
    chair chairman chairwoman chief co-chair co-founder coach commissioner congressman congresswoman dean deputy
    designer developer director doctor dr editor engineer executive founder gov governor head historian judge
    justice lead librarian lieutenant manager mayor minister mr mrs ms mx officer poet president prime principal
    prof product professor program project rep representative scientist secretary sen senator senior software
    specialist staff strategist superintendent vice writer activist academic artist panelist moderator fellow
    """.split()
)
"""Titles and jobs, which stand before names and are no part of them."""

TITLES = frozenset(
    """
    adm capt chef chief coach col dame dr father gen gov governor judge justice king lady lord lt maj mayor miss mme
    mr mrs ms mx officer president prime prince princess prof professor queen rep representative rev secretary sen
    senator sgt sir sister the
    """.split()
)
"""Titles that stand before a surname alone."""

NOT_PEOPLE = frozenset(
    """
    academy act administration affairs agency api association blog board bureau center centre church city club
    college commission committee community company conference congress corps council county court day department
    digital division fellowship force foundation government group house inc initiative institute lab labs laboratory
    league library ltd magazine ministry museum network news office organization organisation party policy practice
    press programme recap review school security service services sig society standards state states street studio
    studios summit system systems team technologies technology university webinar week working world monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december interview questions about how why what when the our this that from with for and but in on at
    as if so it he she they we you i five three two four six seven ten his her their my your after before while
    since because
    """.split()
)
"""Words of organisations, days, and words that open a sentence."""


def bare(word: str) -> str:
    """A word without marks and case, for comparison."""
    return word.strip(".,’'").lower()
