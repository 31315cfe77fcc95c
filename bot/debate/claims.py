"""Hears a claim: which argument it makes, how it is met, and what to say where there is none."""

from __future__ import annotations

from dataclasses import replace

from bot.debate import wording
from bot.debate.answer import Answer
from bot.debate.asides import asks, is_stuck
from bot.debate.challenging import manner, take_up
from bot.debate.helping import say_arguments_to_try
from bot.debate.moves_in_words import asks_way_on, concludes, wants_clearer
from bot.debate.points import shown
from bot.debate.recognition import Match, Recognition
from bot.debate.round import PATIENCE, PRESSES, Focus
from bot.debate.text import normalise, tokens

_GUESSES = 3


def hear_claim(answer: Answer, text: str) -> None:
    """Recognise a claim and put the first challenge to it; where it is unsure, offer guesses."""
    recognition = answer.mind.recogniser.recognise(text)
    answer.recognition = recognition
    if answer.explain_names(text, recognition):
        answer.say("prompt", "explained")
        return
    if wants_clearer(text) or asks_way_on(text):
        _show_way_on(answer)
        return
    if concludes(text) and answer.now.exchanges and not answer.now.asides:
        answer.say("prompt", "judgement-early")
        answer.say("prompt", "next-claim")
        answer.now = replace(answer.now, phase="claim", guesses=(), asides=answer.now.asides + 1)
        return
    answer.check_facts(text)
    if recognition.verdict == "none":
        _no_argument(answer, text, recognition)
        return
    answer.kind = "claim"
    if recognition.verdict == "unsure":
        _guess(answer, text, recognition)
        return
    heard = tuple(focus_of(answer, match, text) for match in recognition.heard)
    answer.heard = heard
    answer.evidence = answer.mind.assessor.evidence_in(
        text,
        earlier=[turn.text for turn in answer.turns if turn.kind in ("claim", "reply")],
        wrong=[mistake.span for mistake in answer.mistakes if mistake.sure != "disputed"],
    )
    fresh = [focus for focus in heard if not _pressed_enough(answer, focus.argument)]
    fresh.sort(key=lambda focus: focus.by_evidence)  # what the student builds on comes first, whatever was named before
    if not fresh:
        _argued_before(answer, heard[0])
        return
    first, others = fresh[0], [focus for focus in fresh[1:] if focus.argument not in answer.now.used]
    others = [focus for focus in others if not focus.by_evidence]  # what serves the other side was said in passing
    _say_heard(answer, first, next(match for match in recognition.heard if match.id == first.argument))
    if others:
        names = [focus.argument for focus in others]
        answer.say("heard", "also-heard", *names, titles=answer.titles(names))
    answer.now = replace(answer.now, waiting=(*answer.now.waiting, *others))
    take_up(answer, first)


def _show_way_on(answer: Answer) -> None:
    """Say what is asked of the student now, to one who asked that."""
    answer.say("prompt", "none-way-on")
    answer.now = replace(answer.now, phase="claim", guesses=(), asides=answer.now.asides + 1)
    if answer.now.asides > PATIENCE:
        _open_the_debate(answer)
    else:
        say_arguments_to_try(answer)


def focus_of(answer: Answer, match: Match, text: str) -> Focus:
    """Decide how an argument is met: by its challenges where the student builds on it, else by its evidence.

    A student who denies an argument, or brings up what serves the other side, must face its evidence.
    """
    said = answer.mind.points_of(match.id).hear(text)
    either = {point.id for point in answer.argument(match.id).points if point.either_side}
    own = bool(either & set(said.points[:1])) or answer.motion.sides[match.id] == answer.plan.side
    return Focus(
        match.id,
        said.points,
        by_evidence=match.denied or not own,
        denied=match.denied,
        said=True,
        words="" if _mistaken(answer, said.words) else said.words,
        clear=said.clear,
    )


def _mistaken(answer: Answer, words: str) -> bool:
    """Tell whether a quotation would repeat words that were just corrected."""
    spans = [tokens(normalise(mistake.span)) for mistake in answer.mistakes if mistake.sure != "disputed"]
    return any(set(span) <= set(tokens(normalise(words))) for span in spans)


def _pressed_enough(answer: Answer, name: str) -> bool:
    """Tell whether an argument was challenged as often as one point may be in a round."""
    argument = answer.argument(name)
    ids = {item.id for item in argument.challenges} | {item.id for item in argument.evidence}
    return len(ids.intersection(answer.now.put)) >= PRESSES


def _argued_before(answer: Answer, focus: Focus) -> None:
    """Ask for another reason where this one was argued through; after some patience open the debate oneself."""
    answer.say("prompt", "argued-before", focus.argument, title=answer.argument(focus.argument).title)
    answer.now = replace(answer.now, phase="claim", guesses=(), asides=answer.now.asides + 1)
    if answer.now.asides > PATIENCE:
        _open_the_debate(answer)
    else:
        say_arguments_to_try(answer)


def _guess(answer: Answer, text: str, recognition: Recognition) -> None:
    """Offer the nearest arguments to pick from; where that did not help before, open the debate oneself."""
    answer.now = replace(answer.now, asides=answer.now.asides + 1)
    if answer.now.asides > PATIENCE:
        _open_the_debate(answer)
        return
    answer.say("prompt", "unsure")
    _offer(answer, tuple(focus_of(answer, match, text) for match in recognition.matches[:_GUESSES]))


def _say_heard(answer: Answer, focus: Focus, match: Match) -> None:
    title = answer.argument(focus.argument).title
    people = " ".join(name for person in answer.motion.heading.people for name in (person.name, *person.aliases))
    typed = f" {' '.join(tokens(normalise(answer.move.text)))} "
    why = tuple(group for group in match.why if f" {group} " in typed)  # one name for each thing is used in deciding
    words = shown(why, beside=f"{answer.motion.heading.motion} {people}")
    answer.say("heard", f"heard-{manner(answer, focus)}", focus.argument, title=title, words=wording.quoted(words))


def _offer(answer: Answer, guesses: tuple[Focus, ...]) -> None:
    """Offer arguments to pick from, in order."""
    for focus in guesses:
        answer.add("choice", answer.argument(focus.argument).title, focus.argument)
    answer.now = replace(answer.now, phase="pick", guesses=guesses)


def pick(answer: Answer, number: int) -> None:
    """Take up the argument picked from those offered; 0 is none of them."""
    answer.kind = "pick"
    if number == 0:
        answer.say("prompt", "pick-none")
        answer.now = replace(answer.now, phase="claim", guesses=(), asides=answer.now.asides + 1)
        return
    focus = answer.now.guesses[number - 1]
    answer.heard = (focus,)
    answer.say("heard", "picked", focus.argument, title=answer.argument(focus.argument).title)
    take_up(answer, focus)


def _no_argument(answer: Answer, text: str, recognition: Recognition) -> None:
    """Say kindly that no argument was heard; offer some the second time, and open the debate oneself after that."""
    kind = recognition.nonsense or "vague"
    if is_stuck(text):
        kind = "stuck"
    elif kind == "stuck" or (kind == "question" and not asks(text)):
        kind = "vague"
    if kind == "abuse" and answer.mind.glossary.find(text):
        kind = "vague"  # rude about somebody of the story, not to the opponent
    asides = answer.now.asides + 1
    answer.now = replace(answer.now, phase="claim", guesses=(), asides=asides)
    # Who is stuck, or had no first claim to make, needs help sooner; who was silent gets a challenge at once.
    patience = 0 if answer.now.silent else PATIENCE - (kind == "stuck" or bool(answer.now.exchanges))
    if asides <= patience or kind in ("abuse", "order", "off-topic"):  # else it asks for nothing before it begins
        key = "none-vote" if kind.startswith("vote") else f"none-{kind}"
        answer.say("prompt", key, period=answer.motion.heading.years)
    if asides > patience:
        _open_the_debate(answer)
    elif asides == patience and answer.strongest_unused():
        answer.say("prompt", "offer")
        _offer(answer, tuple(Focus(name) for name in answer.strongest_unused()[:_GUESSES]))
    elif kind == "vague" and recognition.matches:
        answer.say("prompt", "nearest")
        _offer(answer, tuple(focus_of(answer, match, text) for match in recognition.matches[:_GUESSES]))


def _open_the_debate(answer: Answer) -> None:
    """Give a student who has no argument one to work with: in a guided round of their own side, else of the other."""
    own = answer.strongest_unused()
    if answer.plan.level == "guided" and own:
        answer.say("prompt", "lends", own[0], claim=answer.argument(own[0]).claim)
        take_up(answer, Focus(own[0], points=(answer.argument(own[0]).points[0].id,)))
        return
    others = [name for name, side in answer.motion.sides.items() if side != answer.plan.side]
    fresh = [name for name in others if name not in answer.now.used] or others
    best = max(fresh, key=lambda name: (name in answer.plan.start_from, answer.argument(name).weight))
    answer.say("prompt", "opens", best, claim=answer.argument(best).claim)
    take_up(answer, Focus(best, by_evidence=True))
