"""Hears a move that a student makes in words where there is a button for it: picking, conceding, asking for help."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.debate.cues import HOW_FAR, WEIGHS, any_of
from bot.debate.reading import bare

_SHORT = 14  # words; a longer message says more than that it wants help
_PLACES = {"first": 1, "1st": 1, "one": 1, "second": 2, "2nd": 2, "two": 2, "third": 3, "3rd": 3, "three": 3}
_NUMBER = re.compile(r"(?:(?:number|no|option) )?(\d{1,2})")
_PLACE = re.compile(rf"(?:(?:maybe|probably|i think|the|number|option) )*({'|'.join(_PLACES)})(?: one)?")

_BEFORE = r"(?:(?:ok|okay|yeah|yes|yh|yep|well|hmm?|alright|fine|sorry|and|but|so|wait|um+|hi|hey|hello|no|nah) )*"
_AFTER = (
    r"(?: (?:there|then|now|here|next|first|though|tho|tbh|lol|ok|pls|please|thanks|really|one|i guess|i suppose"
    r"|on that|about (?:that|it|this)))*"
)


def _whole(block: str) -> re.Pattern[str]:
    """Compile alternatives, a line each, that are a whole message but for small words round them."""
    lines = [line.strip() for line in block.strip().splitlines()]
    return re.compile(rf"{_BEFORE}(?:{'|'.join(lines)}){_AFTER}")


_NONE = _whole(
    r"""
    no+|nope|nah|none|neither
    (?:none|neither) of (?:them|these|those|the above)
    not (?:really|that|those|these|it|any of (?:them|these|those))
    (?:thats|that is|those are|these are) (?:not (?:it|right|that)|wrong)
    (?:thats |that is )?not what i (?:said|mean|meant)
    """
)
_GIVES_IN = _whole(
    r"""
    i (?:concede|give in|accept|agree|admit|grant)(?: (?:that|it|this|you|defeat|the point|your point))?(?: point)?
    i agree with (?:you|that|this)
    agreed|granted|touche|true|fair|you win|you got me|youve got me
    (?:youre|you are|thats|that is|ur) (?:right|true|fair)
    fair (?:enough|point)|good point|point taken|i was wrong
    i cant argue (?:with|against) (?:that|this|it)
    (?:you have|youve got|u have) a point
    """
)
_WAY_ON = _whole(
    r"""
    whats (?:this|next|going on)|what is this|what now|now what|what next
    (?:what|how) (?:do|am|should|shall|can|would) (?:i|we) (?:do|say|write|put|start|begin|play|reply|answer|argue)
    what am i (?:supposed|meant) to (?:do|say|write)
    how does (?:this|it) work|what are the rules
    i (?:dont|do not) know (?:what to (?:do|say|write)|how to (?:start|begin))
    help(?: me)?
    """
)
_CLEARER = any_of(
    r"""
    what (do|did|does) (you|u|it|that|this|the [a-z]+) mean | wdym | what (are|r) (you|u) (on about|saying|asking)
    (can|could|will) (you|u) (pls |please )?(explain|say|put|reword|rephrase|simplify|clarify)
    ^(ok |sorry |wait |please |pls )*(explain|rephrase|simplify|clarify) (it|that|this|the|what|pls|please)
    (explain|rephrase|simplify|clarify) (it |that |this )?(better |again )?(please|pls)
    (^|i |we )((still|really|just) )*(dont|do not|didnt|cant) (get|understand) (it|that|this|what|the|your|you|u)
    (easier|simpler|plain|normal) (words|english|terms) | (it|that|this) in (other words|english)
    (^|in )(other words|english) (please|pls) | whats the question | what is the question
    (has|does|have) (that|this|it) (got |have )?(anything )?to do with
    im confused | (this|that|it|its|thats) (is |was )?((so|too|really|very|quite|a bit) )*confusing
    """
)
_CONCLUDES = re.compile(
    r"((so|and|but|ok|okay|right|well) )*(overall|in conclusion|to conclude|to sum up|in summary|all in all|on balance"
    r"|my (final )?(judge?ment|conclusion|verdict))\b"
)


def picked(text: str, titles: Sequence[str]) -> int | None:
    """Give the number of the title that is picked, from 1; 0 for none of them, None where the words pick nothing."""
    said = _words(text)
    if match := _NUMBER.fullmatch(said) or _PLACE.fullmatch(said):
        number = _PLACES.get(match[1]) or int(match[1])
        return number if number <= len(titles) else None
    if _NONE.fullmatch(said):
        return 0
    known = list(map(_words, titles))
    return known.index(said) + 1 if said in known else None


def gives_in(text: str) -> bool:
    """Say whether a reply gives the point up and says nothing else."""
    return _GIVES_IN.fullmatch(_words(text)) is not None


def asks_way_on(text: str) -> bool:
    """Say whether a message asks what to do, and nothing else."""
    return _WAY_ON.fullmatch(_words(text)) is not None


def wants_clearer(text: str) -> bool:
    """Say whether a message asks for plainer words."""
    said = _words(text)
    return len(said.split()) <= _SHORT and _CLEARER.search(said) is not None


def concludes(text: str) -> bool:
    """Say whether a message opens and weighs like a closing judgement."""
    said = _words(text)
    return bool(_CONCLUDES.match(said) and (HOW_FAR.search(said) or WEIGHS.search(said)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", bare(text)))
