"""Every sentence that the bot says to a student, in several variants.

The facts in a sentence are fields filled from the base; the sentences themselves state none. Keep them short, plain
and kind about the person; no praise inflation, no sarcasm, no grade.
"""

from __future__ import annotations

from collections.abc import Sequence

_KINDS = {
    "rebuttal": "contrary evidence",
    "undercut": "does it follow?",
    "undermining": "can that evidence be trusted?",
    "alternative": "does something else explain it better?",
    "counterfactual": "would it have happened without it?",
}

_SENTENCES: dict[str, tuple[str, ...]] = {
    # The start
    "welcome": ("Motion: {motion}",),
    "your-side": ("Your side: {side}. {thesis}",),
    "shape": (
        "{exchanges} exchanges, then your judgement. "
        "Make a claim in your own words; I answer with evidence and a question.",
    ),
    "open": (
        "Start with your strongest reason. One or two sentences will do.",
        "What is your first reason? Say it as you would in class.",
        "Give me your best reason first, in your own words.",
    ),
    "open-from": ("Last time you argued {titles}. Start by answering one of those from this side.",),
    # What was heard; {words} are the student's own, in brackets, or nothing
    "heard-made": (
        "I hear this argument: {title}{words}.",
        "You argue: {title}{words}.",
        "Your point, as I hear it: {title}{words}.",
    ),
    "heard-denied": (
        "You say that this did not decide it: {title}{words}.",
        "You set this aside: {title}{words}.",
    ),
    "heard-brought-up": (
        "I hear: {title}{words}. The other side often uses that, so you will have to turn it.",
        "That is {title}{words}, a point for the other side. Let us see what you make of it.",
    ),
    "heard-given-up": (
        "You set aside {title}{words}, a point of your own side. Let us see what is left without it.",
        "You give up {title}{words}, though your own side can use it. Let us test that.",
    ),
    "also-heard": (
        "I also heard {titles}. We can come to that.",
        "You also raise {titles}. I will keep that for later.",
    ),
    "unsure": (
        "I am not sure which argument that is. Is it one of these?",
        "That could be more than one argument. Which is closest?",
    ),
    "none-of-these": ("None of these",),
    "pick-none": (
        "Thanks for telling me. Try it another way: who did what, and how did it help him win?",
        "Fair enough. Say it again with a name or an event in it, and I will listen for that.",
    ),
    "picked": (
        "Good, so that is {title}.",
        "Right: {title}.",
    ),
    # Not an argument
    "none-vague": (
        "I can't place that yet. Name one thing that somebody did, and say how it helped to decide the struggle.",
        "That is about the topic, but I don't hear a reason in it yet. What exactly made the difference?",
    ),
    "none-greeting": (
        "Hello. Give me your first reason when you are ready.",
        "Hi, I'm here. What is your reason?",
    ),
    "none-question": ("I can't answer that from what I know. Ask your teacher, and give me a claim that I can test.",),
    "none-vote": (
        "That tells me where you stand. Now give me a reason: why?",
        "A position, good. What is your best reason for it?",
    ),
    "none-off-topic": (
        "That is outside this debate, which is about {period}. What in those years made the difference?",
        "I only know this struggle, {period}. Bring it back there: what decided it?",
    ),
    "none-order": (
        "I only debate this motion. What is your reason?",
        "That is not something I do. I test arguments: give me one.",
    ),
    "none-abuse": (
        "Let's keep to the argument. What is your reason?",
        "I'd rather hear your argument. What is it?",
    ),
    "none-noise": (
        "I could not read an argument in that. Try one plain sentence.",
        "I didn't catch a reason there. One short sentence is enough.",
    ),
    "none-stuck": (
        "That's all right. Start small: name one person or one event, and say what changed.",
        "Everyone gets stuck. Take one thing that you remember and say why it mattered.",
    ),
    "none-way-on": (
        "You argue your side. Give me one reason, in your own words; then I test it.",
        "Your turn: one reason for your side, such as something that somebody did.",
    ),
    "explained": (
        "Use that if it helps. What is your reason?",
        "Does that help? Then give me your reason.",
    ),
    "nearest": (
        "If you mean one of these, pick it; or say it another way:",
        "The nearest that I know. Pick one, or put it another way:",
    ),
    "offer": ("Pick one of these to start from, or write your own:",),
    "opens": ("Then I will start. The other side says: {claim}",),
    "lends": (
        "Try this one, from your own side: {claim}",
        "Here is one of your side's arguments to defend: {claim}",
    ),
    "argued-before": (
        "We have argued {title} through. Bring a different reason.",
        "{title} had its turn in this round. What else made the difference?",
    ),
    # Challenges: how the point came into the round decides how it is taken up, and what is asked where the base asks
    # nothing. {words} are the student's own; {says} is a clause of the base.
    "point-made": (
        "You argue “{words}”. {text}",
        "You say “{words}”. {text}",
        "Your claim: “{words}”. {text}",
    ),
    "point-clear": (
        "You say that {says}. {text}",
        "Your case is that {says}. {text}",
    ),
    "point-plain": (
        "Suppose that is so. {text}",
        "Take it that this is so. {text}",
    ),
    "point-denied": (
        "You doubt it: “{words}”. But: {text}",
        "You say “{words}”. Yet: {text}",
    ),
    "point-brought-up": (
        "You bring up “{words}”. On record: {text}",
        "You mention “{words}”. The facts behind it: {text}",
    ),
    "point-given-up": (
        "You say “{words}”. Yet: {text}",
        "“{words}”, you say. On record: {text}",
    ),
    "point-opened": (
        "The evidence for it: {text}",
        "This is on record: {text}",
    ),
    "point-lent": (
        "Say that {says}. {text}",
        "Suppose you argue that {says}. {text}",
    ),
    "other-factor": (
        "Weigh this against it: {text}",
        "Set this beside it: {text}",
    ),
    "again": (
        "That may be so. {text}",
        "I will press this once more. {text}",
        "Look at it from another angle. {text}",
    ),
    "again-met": (
        "So far it holds. {text}",
        "Your case stands so far. {text}",
        "Now a harder one. {text}",
    ),
    "again-turned": (
        "You bring in {names} yourself. {text}",
        "You name {names}. {text}",
    ),
    "ask-denied": (
        "If that did not matter, how do you explain it?",
        "How does that fit with what you say?",
    ),
    "ask-brought-up": (
        "If so, what is left of your own side's case?",
        "How can your side still be right if that is so?",
    ),
    "ask-made": (
        "How does your reason still hold?",
        "Does your reason stand up to that?",
    ),
    "ask-given-up": (
        "What does your side stand on without it?",
        "Can your side really do without it?",
    ),
    "ask-opened": (
        "How does your side answer that?",
        "What can your side say against it?",
    ),
    "ask-lent": ("How does that reason still hold?",),
    "ask-plain": ("What is your answer?",),
    "ask-other": (
        "Why should your reason weigh more than that?",
        "Which of the two explains more, and why?",
    ),
    "source": ("Source: {cite}. Kind of challenge: {kind}",),
    "source-only": ("Source: {cite}.",),
    "hint": ("Hint: {hint}",),
    "hint-evidence": ("Hint: ask who could do that, and whether your own reason or something else made it possible.",),
    "hint-own": ("Hint: your side has {title}. {claim}",),
    "hint-fact": ("Here is a fact that you can build on. Say what it shows.",),
    "hint-claim": ("Two arguments of your side: {titles}. Choose one and say how it helped to decide the struggle.",),
    "hint-any": ("Take the argument that you know best, and bring one new fact to it.",),
    "hint-judgement": ('Try: "It explains ... to a large extent, because ... However, ... mattered more when ..."',),
    "starter": ('You could begin: "{starter}"',),
    "evidence-of": ("Evidence for {title}:",),
    "evidence-none": ("Make a claim first; then I can show the evidence that belongs to it.",),
    # Replies
    "weak": (
        "Let me press that.",
        "I am not convinced yet.",
        "There is more to say here.",
    ),
    "met": (
        "You met that one.",
        "That answers the challenge.",
        "That point stands.",
    ),
    "met-part": (
        "That is relevant evidence.",
        "That evidence belongs here.",
    ),
    "next-claim": (
        "Now your next reason. What else made the difference?",
        "Let us move on. What is another reason?",
        "Next point: what else decided it?",
    ),
    "touched": (
        "You touched on {titles}; that would do.",
        "Your reply came close to {titles}: you could go on with that.",
    ),
    "waiting": (
        "Back to another thing you said: {title}.",
        "You also raised {title}. Let us take that now.",
    ),
    "concede": (
        "Giving up a point that cannot be held is good debating. What remains of your claim?",
        "It is a strength to concede that. What part of your argument still stands?",
    ),
    "concede-again": ("All right, we leave that point there.",),
    "aside": (
        "Take your time. The question is still: {question}",
        "Here is the question again: {question}",
    ),
    "try-again": (
        "Try that reply once more, with this one thing mended. The question: {question}",
        "Mend just that, and reply again. The question: {question}",
    ),
    "smaller": (
        "A smaller question: does that fact hurt your claim? Say yes or no, and one reason.",
        "Let us make it smaller. Is that fact a problem for you, yes or no? Give one reason.",
    ),
    "left-open": (
        "We leave that one open. You can come back to it another time.",
        "That one stays open for now, and that is fine.",
    ),
    "reply-stuck": (
        "That's all right. Say whether the fact is a problem for your claim, yes or no, and why.",
        'No hurry. Begin with "It is true that ..." or "It does not matter, because ...".',
    ),
    "reply-clearer": (
        "Put simply: I set a fact against you. Does it hurt your case, or not? Say why.",
        "In other words: can my fact and your claim both be true? Say how.",
    ),
    "reply-question": ("I can't answer that from what I know; your teacher can.",),
    "reply-greeting": ("Hello again.", "Hi, I am still here."),
    "reply-order": ("I only debate this motion.", "That is not something I do."),
    "reply-abuse": ("Let's keep to the argument.", "I'd rather hear your argument."),
    "reply-noise": ("I could not read a reply in that.", "I didn't catch a reply there."),
    "reply-short": (
        "That is a start. Add a reason and one example.",
        "Say a little more: why, and what shows it?",
    ),
    "reply-refusal": (
        "Fair enough. You can also concede the point, or end the round.",
        "You may leave this: concede the point, or end the round.",
    ),
    "reply-chatter": ("Back to the debate.", "Let us return to the argument."),
    "may-redraft": (
        "You may redraft that reply, or just go on.",
        "Redraft it if you like; if not, we go on.",
    ),
    "judgement-early": (
        "That sounds like your judgement. Keep it: I ask for it at the end.",
        "Hold on to that judgement; it comes last.",
    ),
    "judgement-aside": ("Only your judgement is left now.", "One thing is left: your judgement."),
    "redrafted": ("I take your new version; the first one is kept too.",),
    # Mistakes
    "mistake": (
        "One thing to mend: {says}",
        "A small correction: {says}",
        "Check this: {says}",
    ),
    "disputed": ("Historians argue about this: {says}",),
    # The judgement and the end
    "ask-judgement": ("Now your judgement. {question}",),
    "judgement-again": ("Nearly there. {missing} Say it once more, in two or three sentences.",),
    "judgement-none": ("We end without a judgement this time.",),
    "judgement-heard": ("Your judgement is noted.",),
    "stopped": ("We stop here. Nothing is lost.",),
    # What cannot be done now
    "round-finished": ("This round is finished. Start a new one to go on practising.",),
    "no-guesses-claim": ("There is nothing to pick from now. Make a claim in your own words.",),
    "no-guesses-reply": ("There is nothing to pick from now. Reply to the challenge.",),
    "no-guesses-judgement": ("There is nothing to pick from now. Give your judgement.",),
    "no-such-guess": ("Pick a number from 1 to {guesses}, or 0 for none of these.",),
    "no-challenge-yet": ("There is no challenge to concede yet. Make a claim first.",),
    "no-challenge-pick": ("There is no challenge to concede yet. Pick one of the guesses, or say it another way.",),
    "challenges-over": ("The challenges are over. Give your judgement.",),
    "nothing-to-redraft": (
        "There is nothing to redraft yet. A claim or a reply can be redrafted once it has an answer.",
    ),
    "no-words": ("There were no words in that. Type a sentence, or ask for a hint.",),
    "too-many-words": ("That is {length} characters; {most} is the most for one turn. Send the main point.",),
    # Feedback
    "fb-used": ("You argued: {titles}.", "Your arguments: {titles}."),
    "fb-used-none": ("You did not put an argument that I could place. That is the first thing to work on.",),
    "fb-used-faced": ("You spoke about {titles}, but made no argument for your own side yet.",),
    "fb-ignored": ("Not used on your side: {titles}.", "Your side also has: {titles}."),
    "fb-met": ("Challenges met: {met} of {all}.",),
    "fb-conceded": ("You gave up a point that could not be held, which is good debating.",),
    "fb-unmet": ("Still open ({title}): “{challenge}”",),
    "fb-evidence": ("Evidence you used: {items}.",),
    "fb-evidence-none": ("You used no specific evidence yet.",),
    "fb-fact": ("For your notes: {text}",),
    "fb-mistake": ("To remember: {says}",),
    "fb-tags": ("What your own words show, as teachers name it:",),
    "fb-tag": ("{tag}: “{sentence}”",),
    "fb-step": ("Next: {step}",),
    "fb-step-explain": (
        "After each piece of evidence, add “which meant that ...” and say how it decided the struggle.",
    ),
    "fb-step-evidence": ("Bring one date, name or figure into each reply.",),
    "fb-step-engage": ("Begin your reply with the challenge itself: is it true, and does it change your claim?",),
    "fb-step-judgement": ("End with a judgement: say how far, by what measure, and against which other factor.",),
    "fb-step-own": ("Bring an argument of your own side, such as {title}.",),
    "fb-step-try": ("Try {title} in your next round.",),
    "fb-reading": ("To read: {cite}.",),
    # Progress over several rounds
    "pr-none": ("No round yet. Start one, and this page fills.",),
    "pr-rounds": ("Rounds: {all}, of which {for_} for the motion and {against_} against it.",),
    "pr-used": ("Arguments {side} the motion, {part} of {all}: {titles}.",),
    "pr-ignored": ("Try next: {titles}.",),
}


def say(key: str, variant: int, **fields: object) -> str:
    """Say a sentence; `variant` is any number, so that the next number gives the next way of saying it."""
    options = _SENTENCES[key]
    return options[variant % len(options)].format(**fields)


def quoted(words: tuple[str, ...]) -> str:
    """Put a student's words in brackets behind what was heard in them; nothing where there are none."""
    return f" ({', '.join(f'“{item}”' for item in words)})" if words else ""


def kind_in_words(kind: str) -> str:
    """Say in plain words what a kind of challenge asks."""
    return _KINDS[kind]


def listed(items: Sequence[str]) -> str:
    """Join titles as a sentence does: "a", "a and b", "a, b and c"; those with an "and" of their own by semicolons."""
    if any(" and " in item for item in items):
        return "; ".join(items)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def sentences() -> dict[str, tuple[str, ...]]:
    """Give every template, for the checks of reading age and of length."""
    return dict(_SENTENCES)
