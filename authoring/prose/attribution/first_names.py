"""Frequent first names, by the pronoun that their bearers mostly have; names that both have are in neither list.

They tell a person from a town or a firm, and keep “she” from being read as Barack Obama.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_HE: Final = """
aaron abdul abdullah abraham adam adrian ahmed al alan albert alberto alejandro alexander alfred ali allen amir amos
anders andre andrei andrew andy angelo anthony antonio antony arnold arthur ashraf austin barack barry bashar ben
benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon brendan brett brian bruce bryan byron
callum calvin carl carlos cedric charles charlie chris christian christopher chuck clarence claude clifford colin
craig cristóbal curtis dan daniel danny dave david dean dennis derek diego dimitri dmitry dominic don donald doug
douglas duncan dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elias elijah elliott emmanuel enoch
enrique eric erik ernest ethan eugene evan federico felix fernando francisco frank franklin fred frederick gareth
garrett gary gavin gene geoffrey george gerald gerard giovanni glenn gordon graham greg gregory guy hans harold harry
harvey hassan henry herbert herman howard hugh hugo iain ian ibrahim igor isaac ivan jack jacob jacques james jared
jason javier jeff jeffrey jeremy jerome jerry jesse jim jimmy joaquín joe joel john johnny jon jonathan jorge jose
josef joseph josh joshua josé juan julian justin karl keith ken kenneth kevin klaus kurt kyle lance larry lars
lawrence leo leon leonard leroy lewis liam lloyd lorenzo louis luca lucas luigi luis luke malcolm manuel marc marcel
marco marcus mario mark martin marvin mathew matt matthew maurice max michael miguel mike mikhail milton mitch mitt
mohamed mohammad mohammed moses muhammad murray nathan nathaniel neil nelson nicholas nick nicolas nigel noah norman
oliver omar orlando oscar otis otto owen pablo patrick paul pedro peter phil philip phillip pierre ralph ramon ray
raymond reginald ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland ron ronald roy rudy rupert
russell ryan salman salvador samuel scott sean sebastian sergei sergey seth shane shaun simon spencer stan stanley
stefan stephen steve steven stewart stuart ted terence terry theodore thomas tim timothy toby todd tom tommy tony
travis trevor tyler vernon victor viktor vincent vladimir wallace walter warren wayne wesley wilfred will william
willie winston wolfgang xavier yusuf zach zachary
"""
_SHE: Final = """
abigail ada adele agnes aisha alexandra alice alicia alison allison alyssa amanda amelia amy ana andrea angela
angelina anita ann anna anne annette annie antonia april audrey barbara beatrice becky bernadette beth bethany betty
beverly bonnie brenda bridget camila carla carmen carol carolina caroline carolyn cassandra catherine cathy cecilia
celia charlotte chelsea cheryl christina christine cindy claire clara claudia connie constance crystal cynthia daisy
daniela danielle dawn deborah debra deirdre delia denise diana diane dolores donna dora doris dorothy edith eileen
elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica erin esther ethel eva
evelyn fatima felicia fiona flora florence frances francesca gabriela gabrielle gail georgia geraldine gertrude
gillian gina ginger gladys gloria grace greta gwen hannah harriet hazel heather heidi helen helena hilary hillary
holly hope ida ilona imelda ingrid irene iris isabel isabella isla ivana ivy jacqueline jane janet janice jasmine jean
jeanette jeanne jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia juliana
julie juliet june kaitlin kamala karen karin katarina kate katherine kathleen kathryn kathy katie kayla keisha
kimberly kirsten kristen kristin kristina laila larissa laura lauren laurie leah leila lena leslie leticia lila
lillian lily linda lindsey lisa liz lois lorraine louise lucia lucille lucinda lucy lydia lynn mabel madeleine madison
maggie malala mandy marcia margaret maria marianne marie marilyn marina marjorie marlene marsha martha mary maureen
megan melania melanie melinda melissa mercedes meredith mia michelle mildred miranda miriam molly monica nadia nancy
naomi natalia natalie natasha nellie nicole nina noelia noor nora norma olga olivia pamela patricia paula pauline
peggy penelope petra phyllis priscilla rachel rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary
roxanne ruby ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shirley silvia simone sofia sonia
sophia sophie stacey stella stephanie sue susan susanna suzanne sylvia tamara tanya tara tatyana teresa theresa
tiffany tina tracey ursula valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy yasmin
yolanda yvonne zoe
"""


@cache
def pronouns() -> dict[str, str]:
    """he or she for each first name, in lower case."""
    return dict.fromkeys(_HE.split(), "he") | dict.fromkeys(_SHE.split(), "she")
