"""Which of LanguageTool's own rules are asked, and which are not; docs/precision.md has the counts behind it."""

from __future__ import annotations

OFF_CATEGORIES: frozenset[str] = frozenset(
    # Taste: wordiness, repeated beginnings, plain English. Our own rules on style answer for these, or nobody asked.
    "REPETITIONS_STYLE REPETITIONS REDUNDANCY STYLE PLAIN_ENGLISH WIKIPEDIA CREATIVE_WRITING ACADEMIC_WRITING "
    "COLLOQUIALISMS TEXT_ANALYSIS GENDER_NEUTRALITY INCLUSIVE_LANGUAGE FALSE_FRIENDS "
    # One country's spelling and words against another's: no finding on either unless a house asks for one.
    "AMERICAN_ENGLISH_STYLE BRITISH_ENGLISH "
    # Quotation marks, dashes, spaces: our own rules know which house wants which.
    "TYPOGRAPHY "
    # Names it takes for misspelt famous ones: Ann Francke for Anne Frank. 1 right of 11.
    "MULTITOKEN_SPELLING".split()
)
"""Groups of LanguageTool's rules that are never asked."""

OFF_RULES: frozenset[str] = frozenset(
    # What British papers print: “her family live”, “the committee were”, “not anymore”.
    "SHE_LIVE COLLECTIVE_NOUN_VERB_AGREEMENT_VBP COLLECTIVE_NOUN_VERB_AGREEMENT_VBD SOME_FACULTY ANYMORE_ADVERB "
    "ANY_MORE "
    # “They asked that he acknowledge it”, “let a united Germany join”: subjunctive and bare infinitive. 0 right of 6.
    "HE_VERB_AGR IT_VBZ "
    # Replaced by our own, which look further: 0 right of 6, 2 of 4, 2 of 8, 0 of 5, 0 of 2, 5 of 15, 0 of 1.
    "ITS_TO_IT_S IT_IS ENGLISH_WORD_REPEAT_RULE MANY_NN MANY_NN_U AFFECT_EFFECT POSSESSIVE_APOSTROPHE CD_NN "
    "FULL_TIME PART_TIME EN_COMPOUNDS_FULL_TIME EN_COMPOUNDS_PART_TIME "
    # Wrong in half of what they find or more.
    "A_INFINITIVE A_INSTALL PCT_SINGULAR_NOUN_PLURAL_VERB_AGREEMENT ADVISE_VBG TO_NON_BASE WRITE_IN_MY_OWN_PAGE "
    "A_RB_NN "
    "ARTICLE_ADJECTIVE_OF THE_SUPERLATIVE DID_BASEFORM STARS_AND_STEPS A_LOT_OF_NN MISSING_TO_BETWEEN_BE_AND_VB "
    "ADVERB_OR_HYPHENATED_ADJECTIVE USE_TO_VERB A_UNCOUNTABLE MATERIEL PEOPLE_VBZ THE_PUNCT ALL_MOST_SOME_OF_NOUN "
    "LOT_OF "
    "WERE_VBB THIS_NNS_VB FILL_OF_WITH FROM_X_Y AM_I PRP_JJ ASK_TO TO_TOO THERE_IS_A_LOT_OF MAY_BE IF_OF OTHER_OTHERS "
    "NUMBERS_IN_WORDS NON_STANDARD_WORD EN_DATE_WEEKDAY EN_DATE_WEEKDAY_CURRENTYEAR EN_WORD_COHERENCY SOME_NN_VBP "
    "DETERMINER_GEOGRAPHICAL_WORD HAVE_PART_AGREEMENT ADMIT_ENJOY_VB A_NNS BOTH_AS_WELL_AS DISCUSSIONS_AROUND FOR_VB "
    "MISSING_TO_BEFORE_A_VERB PREPOSITION_VERB PRP_HAVE_VB IN_THE_MOMENT SIGN_INTO SEVERAL_OTHER IN_WEBSITE THE_HOW "
    "DT_JJ_NO_NOUN PLURAL_VERB_AFTER_THIS CA_FOLLOW_UP TOO_TO NOUN_APOSTROPHE_S_VERB AFRAID_OF_HEIGHT VBG_THEYRE "
    "NO_NOT "
    "ECONOMIC_ECONOMICAL THAT_VERY_COOL CONDITIONAL_CLAUSE AGREEMENT_SENT_START_2 YOUR_YOU_2 YOURS_APOSTROPHE OUR_OUT "
    "A_INFORMATION BE_TO_VBG IT_SEAMS IN_THE_INTERNET A_THANK_YOU AUXILIARY_DO_WITH_INCORRECT_VERB_FORM "
    "THE_THIRD_PARTY YO_TO OVER_TIME GRADUATE_FROM MUST_BE_DO CONFUSION_OF_ME_I FOLLOW_A_COURSE LOOK_WATCH "
    "LOWERCASE_MONTHS AND_SO_ONE I_ME YOUR ALL_FOR_NOT WOULD_BE_JJ_VB TYPO_FORM_FROM MISSING_APOSTROPHE_T KEY_WORDS "
    # Trade marks and trade terms.
    "WIFI BLU_RAY IN_WINDOWS MAC_OS PHRASE_REPETITION HAPPY_EASTER FIRST_PERSON_SHOOTER "
    # Matters of house style.
    "CA_BRAND_NEW MONTH_OF_XXXX A_HEADS_UP EXCITED_FOR IN_OR_WITH_REGARDS_TO_OF CAFE_DIACRITIC".split()
)
"""Single rules of LanguageTool's that are never asked."""

_HUSHED = frozenset({"PUNCTUATION", "COMPOUNDING", "CASING", "PROPER_NOUNS"})
"""Groups in which commas, hyphens and capitals are mostly a matter of taste, so that only a few rules are heard."""
_KEPT = frozenset(
    "YEAR_OLD_HYPHEN MISSING_HYPHEN UP_TO_DATE_HYPHEN THE_FRENCH LOWERCASE_DAYS LOWERCASE_NAMES "
    "I_LOWERCASE ABBREVIATION_PUNCTUATION COMMA_BEFORE_THAT COMMA_THAT_NP_NP "
    "EN_COMPOUNDS_SEVENTY_NINE".split()
)
"""Those that are: right in 18 of 20 or more, or in all where there are fewer."""
_OFF_STARTS = (
    "EN_COMPOUNDS_",  # multi-step for multistep: dictionaries differ
    "EN_DIACRITICS_REPLACE",
    "EN_US_SIMPLE_REPLACE",
    "EN_GB_SIMPLE_REPLACE",
    "OXFORD_SPELLING",
    "EN_SIMPLE_REPLACE_K",  # Köln
)
_OFF_ENDS = ("_HYPHEN", "_COMPOUNDS", "_COMPOUND")
_ADVICE = frozenset({"YEAR_OLD_HYPHEN", "MISSING_HYPHEN", "UP_TO_DATE_HYPHEN", "EN_CONTRACTION_SPELLING"})
"""Rules that only inform, though their group warns."""
_GRAVE = frozenset(
    "GRAMMAR TYPOS CONFUSED_WORDS NONSTANDARD_PHRASES COLLOCATIONS MISC CASING SEMANTICS "
    "AUTHORING_AGREEMENT AUTHORING_VERBS AUTHORING_CONFUSED AUTHORING_SENTENCES".split()
)
"""Groups that find mistakes; the others advise."""


def is_off(rule: str, category: str) -> bool:
    """Whether a rule of LanguageTool's is left out unless a configuration names it."""
    if category in OFF_CATEGORIES or rule in OFF_RULES:
        return True
    if rule in _KEPT:
        return False
    return category in _HUSHED or rule.startswith(_OFF_STARTS) or rule.endswith(_OFF_ENDS)


def is_grave(rule: str, category: str) -> bool:
    """Whether a finding of a rule is a mistake, which warns, rather than advice, which informs."""
    return category in _GRAVE and rule not in _ADVICE
