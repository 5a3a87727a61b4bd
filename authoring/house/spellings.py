"""Words that British and American desks spell differently, in all their forms.

Words of which one desk has two where the other has one (*tire* and *tyre*, *practice* and *practise*) are known one
way only: from the two to the one.
"""

from __future__ import annotations

from functools import cache

_ISE = (
    "agonise apologise authorise brutalise capitalise categorise centralise characterise civilise colonise"
    " commercialise computerise criminalise criticise crystallise customise decentralise decriminalise dehumanise"
    " demilitarise demobilise demonise deputise destabilise digitise dramatise economise emphasise energise epitomise"
    " equalise familiarise fantasise fertilise finalise formalise galvanise generalise globalise harmonise hospitalise"
    " humanise hypnotise idealise idolise immunise incentivise individualise industrialise initialise internalise"
    " jeopardise legalise legitimise liberalise localise marginalise materialise maximise mechanise memorise mesmerise"
    " militarise minimise mobilise modernise monetise monopolise nationalise naturalise neutralise normalise optimise"
    " organise ostracise oxidise patronise penalise personalise plagiarise polarise politicise popularise pressurise"
    " prioritise privatise publicise radicalise randomise rationalise realise reauthorise recognise reorganise"
    " revitalise revolutionise romanticise sanitise scandalise scrutinise sensationalise serialise socialise specialise"
    " stabilise standardise sterilise stigmatise subsidise summarise symbolise sympathise synchronise synthesise"
    " terrorise theorise trivialise unionise urbanise utilise vandalise vaporise victimise visualise weaponise"
)
_YSE = "analyse catalyse paralyse"
_OUR = (
    "ardour armour behaviour candour clamour colour demeanour endeavour favour favourite fervour flavour harbour honour"
    " humour labour misbehaviour neighbour neighbourhood odour parlour rancour rigour rumour saviour savour splendour"
    " tumour valour vapour vigour watercolour"
)
_OUR_MORE = (
    "armoured behavioural coloured colourful colouring colourless discoloured dishonour endeavoured favourable"
    " favourably favoured favouring flavoured flavouring harboured harbouring honourable honoured honouring laboured"
    " labourer labourers labouring multicoloured neighbouring neighbourly rumoured savoured savoury unfavourable"
)
_LL = (
    "cancel channel counsel dial duel enamel equal fuel funnel grovel initial jewel label level libel marvel model"
    " panel pedal pencil quarrel refuel revel rival shovel signal snorkel spiral swivel total travel tunnel unravel"
)
_RE = "amphitheatre calibre centimetre epicentre fibre kilometre litre lustre meagre millilitre millimetre sabre"
_RE += " sombre spectre theatre"
_OTHERS = (
    "aluminium/aluminum ageing/aging anaemia/anemia anaemic/anemic anaesthetic/anesthetic artefact/artifact"
    " catalogue/catalog centre/center centred/centered centring/centering chilli/chili cosy/cozy counsellor/counselor"
    " defence/defense diarrhoea/diarrhea disorganised/disorganized enrol/enroll enrolment/enrollment fulfil/fulfill"
    " fulfilment/fulfillment furore/furor grey/gray greying/graying gynaecologist/gynecologist haemorrhage/hemorrhage"
    " instalment/installment instil/instill distil/distill jeweller/jeweler jewellery/jewelry leukaemia/leukemia"
    " manoeuvre/maneuver manoeuvred/maneuvered manoeuvring/maneuvering marvellous/marvelous medallist/medalist"
    " mollusc/mollusk mould/mold moulded/molded mouldy/moldy moustache/mustache oestrogen/estrogen offence/offense"
    " organisational/organizational orthopaedic/orthopedic paediatric/pediatric paediatrician/pediatrician"
    " panellist/panelist plough/plow ploughed/plowed ploughing/plowing pretence/pretense pyjamas/pajamas"
    " recognisable/recognizable sceptic/skeptic sceptical/skeptical scepticism/skepticism skilful/skillful"
    " smoulder/smolder smouldering/smoldering traveller/traveler unauthorised/unauthorized"
    " unrecognisable/unrecognizable unrecognised/unrecognized wilful/willful woollen/woolen yoghurt/yogurt"
)
_TO_AMERICAN = (
    "aeroplane/airplane cheque/check foetal/fetal foetus/fetus kerb/curb licence/license metre/meter practise/practice"
    " practised/practiced practising/practicing programme/program storey/story storeys/stories sulphur/sulfur tyre/tire"
)
"""The American word may mean something else as well, so that it is never turned back."""
_BOTH_ARE_RIGHT = "adviser/advisor judgement/judgment e-mail/email"
"""Spelled in both ways on either side: a mixture tells that two hands wrote, and no house follows from its spelling."""

_WITHOUT_S = ("ed", "ing", "al", "ic", "ous", "ful", "s", "able", "y")

Forms = tuple[str, ...]


@cache
def spellings() -> tuple[tuple[Forms, Forms], ...]:
    """The forms of each word, the British ones before the American."""
    return (*_families(), *((_forms(one), _forms(other)) for one, other in _pairs(_BOTH_ARE_RIGHT)))


@cache
def american() -> dict[str, str]:
    """Every British form with the American one."""
    made = _table(_families(), 0)
    for one, other in _pairs(_TO_AMERICAN):
        made |= zip(_forms(one), _forms(other), strict=False)
    for noun in ("analyses", "catalyses", "paralyses"):  # plurals of nouns on both sides
        made.pop(noun)
    return made


@cache
def british() -> dict[str, str]:
    """Every American form with the British one."""
    return _table(_families(), 1)


def _table(families: tuple[tuple[Forms, Forms], ...], side: int) -> dict[str, str]:
    return {pair[side]: pair[1 - side] for one, other in families for pair in zip(one, other, strict=True)}


@cache
def _families() -> tuple[tuple[Forms, Forms], ...]:
    pairs = [(word, f"{word[:-2]}ze") for word in (*_ISE.split(), *_YSE.split())]
    pairs += [(word, word.replace("our", "or", 1)) for word in _OUR.split()]
    pairs += [(f"{word[:-2]}re", f"{word[:-2]}er") for word in _RE.split()]
    pairs += _pairs(_OTHERS)
    found = [(_forms(one), _forms(other)) for one, other in pairs]
    found += [((word,), (word.replace("our", "or", 1),)) for word in _OUR_MORE.split()]
    for word in _LL.split():
        found.append(((f"{word}led", f"{word}ling"), (f"{word}ed", f"{word}ing")))
    return tuple(found)


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition("/") for pair in words.split())]


def _forms(word: str) -> Forms:
    if word.endswith(("ise", "ize", "yse", "yze")):
        stem = word[:-1]
        return word, f"{word}s", f"{word}d", f"{stem}ing", f"{stem}ation", f"{stem}ations", f"{word}r", f"{word}rs"
    return (
        (word, f"{word}s") if not word.endswith(("ed", "ing", "al", "ic", "ous", "ful", "s", "able", "y")) else (word,)
    )
