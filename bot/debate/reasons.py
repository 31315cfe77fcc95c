"""What is said of a reply and of a judgement: short sentences that quote the student's own words."""

from __future__ import annotations

# Every sentence for students in this part stands in these two mappings; {quote} is at most nine of the student's words.
REASONS: dict[str, str] = {
    # no answer
    "unreadable": "I could not read this as a sentence in English.",
    "short": "This is too short to work with: give one reason and one example.",
    "question": "You asked something back (“{quote}”), so the challenge is still open.",
    "stuck": "You are not sure how to go on, and that is all right: ask for a hint.",
    "refusal": "“{quote}” leaves the challenge unanswered.",
    "chatter": "“{quote}” does not speak to the challenge.",
    "elsewhere": "“{quote}” may well be true, but it does not answer this challenge.",
    # what weakens an answer
    "repeats": "You have said this in the round already (“{quote}”): add something new.",
    "list": "You list facts (“{quote}”): now say in a sentence what they show.",
    "aloof": "You bring in names (“{quote}”): now say what they have to do with the challenge.",
    "echo": "“{quote}” mostly says again what the question or your claim already said.",
    "general": "“{quote}” is general: which date, person or event would show it?",
    "given": "“{quote}” stays with what was said before: which other date, person or event would show it?",
    "long-general": "You say a lot here, but “{quote}” is general: one exact example would do more.",
    "unexplained": "You give a fact (“{quote}”): now say why it answers the challenge.",
    "half-explained": "You begin to explain (“{quote}”): take it one step further, back to the question.",
    # the same, where the words were just quoted
    "unexplained-there": "Now say why it answers the challenge.",
    "half-explained-there": "Take it one step further, back to the question.",
    "mistaken": "A fact in it needs mending: “{quote}”.",
    # what strengthens it
    "concedes": "You grant part of the challenge (“{quote}”) and still defend what is left.",
    "concedes-only": "You grant the point (“{quote}”): say what is left of your claim.",
    "qualifies": "You say how far it goes: “{quote}”.",
    "evidence": "New and specific: {evidence}.",
    "detail": "You give concrete detail: “{quote}”.",
    "explains": "You explain why it matters: “{quote}”.",
    # the judgement at the end
    "answers": "You say how far: “{quote}”.",
    "criterion": "You say by what measure: “{quote}”.",
    "weighs": "You weigh one reason against another: “{quote}”.",
    "uses-evidence": "You back it with evidence: {evidence}.",
}
MISSING: dict[str, str] = {
    "answers": "Say how far: mostly, partly or hardly.",
    "criterion": "Say how you decide which mattered more, for example what could not have happened without it.",
    "factor": "Name one other reason.",
    "weighs": "Compare the two: which mattered more?",
    "weighs-own": "Compare your reason with the one in the motion: which mattered more?",
    "evidence": "Back it with one date, name or event.",
}

QUOTED_WORDS = 9
_LISTED = 3


def quote(text: str, *, start: int = 0, most: int = QUOTED_WORDS) -> str:
    """Quote at most so many words of a text from a word on, without quotation marks of its own."""
    words = text.replace('"', "").replace("“", "").replace("”", "").split()[start:]
    part = " ".join(word[:24] for word in words[:most]).strip(" ,;:.-")
    return f"{part} ..." if len(words) > most else part


def say(key: str, *, words: str = "", evidence: tuple[str, ...] = ()) -> str:
    """Say one reason."""
    return REASONS[key].format(quote=words, evidence=", ".join(quote(item) for item in evidence[:_LISTED]))
