"""Why the attribution engine answered as it did, in plain words."""

from __future__ import annotations

from authoring.prose.attribution.model import Attribution

STEPS = {
    "lead-in": "a reporting word with a comma or colon leads in to the words",
    "after": "the speaker and a reporting word stand right after the words",
    "before": "the speaker and a reporting word stand right before the words",
    "credit": "the name stands after a dash under the words",
    "other verb": "the speaker and a verb stand right beside the words",
    "colon": "the speaker and a colon stand before the words",
    "enclosing": "the reporting word stands before the words in the same sentence",
    "following": "the reporting word stands after the words in the same sentence",
    "carries on": "the words carry on from others in their paragraph, and nobody else is named between",
    "leads on": "the words stand before the quotation that names the speaker",
    "after a report": "the words follow on a sentence that reports what this speaker said",
    "after a remark": "the words follow on a sentence that says how this person spoke, without reporting it",
    "statement": "the words follow on a sentence that announces this speaker's statement",
    "on from a report": "the words follow on what this speaker is reported to have said, a sentence or two earlier",
    "noun": "the speaker owns the word for what is said: Low's claim, her answer",
    "after its subject": "the words follow on a sentence about this person",
    "from a report above": "the words open a paragraph under one that ends with what this speaker said",
    "from above": "the words open a paragraph and carry on from the one above",
    "runs on": "it is one quotation, opened in a paragraph above and not closed there",
    "turn": "it is the turn of this speaker in an interview or a transcript",
    "reported": "the writer tells it in other words, with a reporting word",
}
"""For each step of the sieve, what it saw. A step that is not here is told by its name."""
_PRONOUNS = ("He", "She", "They", "It", "We", "I")
_NONE = "no name is tied to these words, so none is guessed"


def reason(attribution: Attribution) -> str:
    """One line: what the answer rests on, whom a pronoun was taken for, and how often such an answer was right."""
    speaker = attribution.speaker
    if speaker is None:
        return _NONE
    parts = [STEPS.get(attribution.step, f"by the step “{attribution.step}”")]
    if speaker.name and speaker.name != speaker.text:
        parts.append(f"“{speaker.text}” is taken to be {speaker.name}")
    elif not speaker.name and (speaker.text[0].islower() or speaker.text in _PRONOUNS):
        parts.append(f"whom “{speaker.text}” stands for is not known")
    if attribution.via is not None:
        parts.append(f"passed on by {attribution.via.name or attribution.via.text}")
    if attribution.sure:
        parts.append(f"right {round(attribution.sure * 100)} times in 100")
    return "; ".join(parts)
