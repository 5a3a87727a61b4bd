"""The place before a story, as the house writes it: “SALEM, Ore.”, “Salem, Oregon”, or nothing.

Practice: the town in capitals and the state in its traditional short form (AP Stylebook, datelines); eight short names
stay as they are.
"""

from __future__ import annotations

from typing import Any

from jinja2 import pass_environment

from authoring.drafting.environment import NewsroomEnvironment
from authoring.trace.traced import Traced

_STATES = """
    Alabama Ala. AL|Alaska Alaska AK|Arizona Ariz. AZ|Arkansas Ark. AR|California Calif. CA|Colorado Colo. CO
    |Connecticut Conn. CT|Delaware Del. DE|Florida Fla. FL|Georgia Ga. GA|Hawaii Hawaii HI|Idaho Idaho ID
    |Illinois Ill. IL|Indiana Ind. IN|Iowa Iowa IA|Kansas Kan. KS|Kentucky Ky. KY|Louisiana La. LA|Maine Maine ME
    |Maryland Md. MD|Massachusetts Mass. MA|Michigan Mich. MI|Minnesota Minn. MN|Mississippi Miss. MS
    |Missouri Mo. MO|Montana Mont. MT|Nebraska Neb. NE|Nevada Nev. NV|New~Hampshire N.H. NH|New~Jersey N.J. NJ
    |New~Mexico N.M. NM|New~York N.Y. NY|North~Carolina N.C. NC|North~Dakota N.D. ND|Ohio Ohio OH|Oklahoma Okla. OK
    |Oregon Ore. OR|Pennsylvania Pa. PA|Rhode~Island R.I. RI|South~Carolina S.C. SC|South~Dakota S.D. SD
    |Tennessee Tenn. TN|Texas Texas TX|Utah Utah UT|Vermont Vt. VT|Virginia Va. VA|Washington Wash. WA
    |West~Virginia W.Va. WV|Wisconsin Wis. WI|Wyoming Wyo. WY
"""


def _forms() -> dict[str, tuple[str, str]]:
    """The full and the short name of a state, by each way to write it."""
    found = {}
    for entry in _STATES.split("|"):
        full, short, code = (word.replace("~", " ") for word in entry.split())
        for form in (full, short, code):
            found[form.casefold()] = (full, short)
    return found


@pass_environment
def dateline(environment: NewsroomEnvironment, place: Any) -> Traced:
    """A place as the house begins a story with it; empty where it has no datelines, or has not settled them.

    The words behind the last comma are a state where one has that name; a country, or a town alone, stays as typed.
    """
    house = environment.conventions
    words = place if isinstance(place, Traced) else Traced(str(place))
    if house.datelines in (None, "none") or not words.strip():
        return Traced("")
    capitals = house.datelines == "CAPITALS"
    comma = words.rfind(",")
    town, state = (words[:comma], words[comma + 1 :].strip()) if comma > 0 else (words, Traced(""))
    town = town.strip().upper() if capitals else town.strip()
    if not state:
        return town
    forms = _forms().get(str.casefold(state))
    if forms is not None:
        form = forms[1 if capitals or house.states == "short" else 0]
        if form != state:
            state = Traced.made_from(form, *(state.noted or (-1, -1)))
    return Traced.concat((town, ", ", state))
