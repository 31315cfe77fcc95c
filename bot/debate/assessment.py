"""Assesses a reply to a challenge, 0 to 3, and the closing judgement, always with reasons in the student's own words.

0 no engagement · 1 assertion · 2 relevant evidence · 3 evidence tied to the challenge and explained. The score is a
plain sum of what was found (`scoring`), so every reason names the feature that earned or lost it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.base.motion import Heading
from bot.debate.asides import Aside, Ground
from bot.debate.cues import ANSWERS, CONCEDES, HOW_FAR, QUALIFIES
from bot.debate.judgement import Judgement, judged
from bot.debate.lexicon import FUNCTION, VAGUE
from bot.debate.links import LINKS
from bot.debate.reading import Reader, Reading, excerpt, stem, stems
from bot.debate.reasons import QUOTED_WORDS, quote, say
from bot.debate.scoring import Weighing, weigh
from bot.debate.text import sentences

_ECHO = 0.6  # share of given words from which a reply only echoes
_LONG = 30  # words
_OPENING = 40  # characters
_EXPLAINED_IN = 4  # words; fewer say little when they are quoted
_EXPLAINING = (
    "cause",
    "consequence",
    "distinction",
    "means",
    "cleft",
    "reading",
    "contrast",
    "comparison",
    "supposing",
    "denial",
)


@dataclass(frozen=True)
class Assessment:
    """What one reply did: `quality` 0 to 3, the reasons for it in words, and the tags in mark-scheme language."""

    quality: int
    reasons: tuple[str, ...]
    engages: bool
    echoes: bool
    evidence: tuple[str, ...]
    explains: str
    concedes: bool
    qualifies: bool
    repeats: bool
    tags: tuple[str, ...]
    away: Aside = ""  # why it is no answer at all


class Assessor:
    """Assesses replies and judgements on one motion; built once, and the same reply always gets the same assessment.

    `texts` are the sentences of the argument base and `said` the stems of what students say of it: with them, words
    from some other story are noticed. `factors` are the titles of the arguments: with them, more ways of naming
    another reason are heard in a judgement. `names` are works and events (name -> aliases), so that naming one counts
    as evidence.
    """

    def __init__(
        self,
        heading: Heading,
        *,
        texts: Iterable[str] = (),
        said: Iterable[str] = (),
        factors: Iterable[str] = (),
        names: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._reader = Reader(heading, names)
        self._topic = self._reader.read(f"{heading.motion} {heading.short}")
        self._period = (int(heading.period[:4]), int(heading.period.split("/")[-1][:4]))
        self._vocabulary = _vocabulary(heading, texts).union(said)
        self._factors = frozenset[str]().union(*map(stems, factors)) - stems(" ".join(FUNCTION))

    def assess(
        self,
        reply: str,
        *,
        challenge: str,
        answers: Sequence[str] = (),
        claim: str = "",
        earlier: Sequence[str] = (),
        told: Sequence[str] = (),
        wrong: Sequence[str] = (),
    ) -> Assessment:
        """Assess a reply to a challenge (text and question as put).

        `answers` are lines that a good student could take, `earlier` the student's other turns of the round,
        `told` the other facts that were put in it,
        `wrong` the words of the reply that hold a mistake of fact.
        """
        reading = self._reader.read(reply)
        ground = self._ground(challenge, answers, claim, earlier)
        ground = replace(ground, told=tuple(map(self._reader.read, told)), wrong=tuple(wrong))
        return _assessment(weigh(self._reader, reading, ground))

    def evidence_in(self, claim: str, *, earlier: Sequence[str] = (), wrong: Sequence[str] = ()) -> tuple[str, ...]:
        """Give the specific things that a claim brings up itself; `earlier` and `wrong` as for `assess`."""
        ground = replace(self._ground("", (), "", earlier), wrong=tuple(wrong))
        found = weigh(self._reader, self._reader.read(claim), ground)
        return found.evidence if found.telling else ()

    def judge(self, text: str, *, side: str, earlier: Sequence[str]) -> Judgement:
        """Judge the closing answer to "How far?"; evidence from earlier turns may be used again."""
        reading = self._reader.read(text)
        ground = replace(self._ground("", (), "", ()), challenge=self._topic)  # the motion's own years may be used
        weighing = weigh(self._reader, reading, ground)
        copied = any(reading.plain == self._reader.read(turn).plain for turn in earlier)
        return judged(
            reading,
            away=weighing.away,
            topic=self._topic,
            side=side,
            evidence=() if copied else weighing.evidence,
            factors=self._factors,
        )

    def _ground(self, challenge: str, answers: Sequence[str], claim: str, earlier: Sequence[str]) -> Ground:
        read = self._reader.read
        return Ground(
            challenge=read(challenge),
            topic=self._topic,
            period=self._period,
            given=(read(claim),) if claim else (),
            answers=tuple(map(read, answers)),
            earlier=tuple(map(read, earlier)),
            vocabulary=self._vocabulary,
        )


def _vocabulary(heading: Heading, texts: Iterable[str]) -> frozenset[str]:
    """Collect the stems that belong to the motion's story; empty if no texts are given."""
    known = frozenset[str]().union(*map(stems, texts))
    glosses = (named.gloss for named in (*heading.people, *heading.terms))
    theses = (heading.for_.thesis, heading.against.thesis, heading.judgement)
    return known.union(map(stem, VAGUE), *map(stems, (*glosses, *theses))) if known else known


def _assessment(weighing: Weighing) -> Assessment:
    reply, quality = weighing.reply, weighing.quality
    explains = _explaining(reply) if quality >= 2 else ""
    if quality == 2 and not reply.links.keys() & {"cause", "consequence"}:  # a contrast alone explains nothing yet
        explains = ""
    here = not weighing.away
    taken_up = bool(weighing.shared or ANSWERS.search(reply.plain) or weighing.concedes or weighing.qualifies)
    return Assessment(
        quality=quality,
        reasons=_reasons(weighing, explains),
        engages=here and (taken_up or quality >= 2),
        echoes=here and quality <= 1 and weighing.echo >= _ECHO,
        evidence=weighing.evidence if here else (),
        explains=explains,
        concedes=here and weighing.concedes,
        qualifies=here and weighing.qualifies,
        repeats=weighing.repeats,
        tags=_tags(weighing, explains),
        away=weighing.away,
    )


def _explaining(reply: Reading) -> str:
    """Find the words that explain: from the strongest link to the end of its sentence, as typed."""
    kinds = [kind for kind in _EXPLAINING if kind in reply.links]
    parts = [excerpt(reply, match) for kind in kinds for match in LINKS[kind][1].finditer(reply.plain)]
    return quote(
        next((part for part in parts if len(part.split()) >= _EXPLAINED_IN), parts[0] if parts else reply.text)
    )


def _reasons(weighing: Weighing, explains: str) -> tuple[str, ...]:
    """Give the reasons, the most useful first; a mistake of fact, which is corrected beside it, comes last."""
    mistakes = tuple(say("mistaken", words=quote(span)) for span in weighing.wrong)
    return (*_features(weighing, explains), *mistakes)


def _features(weighing: Weighing, explains: str) -> tuple[str, ...]:
    """Say what is good at 2 and 3, and what is missing at 0 and 1."""
    reply, quality = weighing.reply, weighing.quality
    opening = quote(sentences(reply.text)[0]) if reply.words else ""
    if weighing.away:
        return (say(weighing.away, words=opening),)
    reasons: list[str] = []
    if quality <= 1:
        key = (
            "repeats"
            if weighing.repeats
            else "list"
            if weighing.lists and weighing.evidence
            else "aloof"
            if weighing.aloof and weighing.evidence
            else "echo"
            if weighing.echo >= _ECHO
            else "given"
            if (reply.names or reply.dates or reply.figures) and not weighing.evidence
            else "long-general"
            if len(reply.words) > _LONG
            else "general"
        )
        granted = weighing.concedes and len(reply.words) <= QUOTED_WORDS and key == "general"
        return (say("concedes-only" if granted else key, words=opening),)
    named = weighing.telling or len(weighing.evidence) > 1
    detail = "" if named or len(weighing.concrete) < 2 else _detail(weighing)
    reasons.append(say("detail", words=detail) if detail else say("evidence", evidence=weighing.evidence))
    if quality == 3:
        reasons.append(say("explains", words=explains))
    elif detail and detail in (explains, opening):
        reasons.append(say("half-explained-there" if explains else "unexplained-there"))
    else:
        reasons.append(say("half-explained" if explains else "unexplained", words=explains or opening))
    for key, held, pattern in (("concedes", weighing.concedes, CONCEDES), ("qualifies", weighing.qualifies, QUALIFIES)):
        match = pattern.search(reply.plain)
        if held and match and (key == "concedes" or match.start() < _OPENING):  # later, "mostly" limits a fact
            reasons.append(say(key, words=quote(excerpt(reply, match))))
            break
    return tuple(reasons)


def _detail(weighing: Weighing) -> str:
    """Quote the sentence with the most concrete words, from the first of them on."""

    def concrete(sentence: str) -> list[int]:
        return [at for at, word in enumerate(sentence.split()) if stem(_letters(word)) in weighing.concrete]

    best = max(sentences(weighing.reply.text), key=lambda sentence: len(concrete(sentence)))
    places = concrete(best)
    return quote(best, start=max(places[0] - 1, 0) if places else 0)


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower())


def _tags(weighing: Weighing, explains: str) -> tuple[str, ...]:
    if weighing.away:
        return ()
    plain = weighing.reply.plain
    good = weighing.quality >= 2
    marks = {
        "claim": True,
        "specific evidence": good and bool(weighing.evidence),
        "explanation": bool(explains),
        "counter acknowledged": weighing.concedes or (good and weighing.qualifies),
        "factor weighed": good and bool(_WEIGHED.search(plain)),
        "judgement": good and bool(HOW_FAR.search(plain)) and bool(_WEIGHED.search(plain)),
    }
    return tuple(tag for tag, held in marks.items() if held)


_WEIGHED = re.compile(
    r"\b((more|less|most|equally) (important|decisive|significant|useful)|matter(s|ed)? (more|less|most)|outweigh\w*|"
    r"rather than|whereas|(bigger|greater|main) (reason|factor|cause)|worth (more|less|most|nothing))\b"
)
