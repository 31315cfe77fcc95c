"""The links between statements, by kind: they are what an explanation is made of."""

from __future__ import annotations

import re

from bot.debate.cues import any_of

_WHO = (
    "(he|she|they|it|the|his|her|their|we|you|i|there|nobody|no one|everyone|people|once|when|if|by|even|a|an|that|"
    "this)"
)
LINKS: dict[str, tuple[float, re.Pattern[str]]] = {
    "cause": (
        1.0,
        any_of(
            rf"""
            because | cos | coz | cuz | bc | becuz
            since {_WHO}
            as (he|she|they|it|nobody|no one|there)(?! well) | due to | owing to | thanks to | the reason
            in order to | so as to
            """
        ),
    ),
    "consequence": (
        1.0,
        any_of(
            rf"""
            so (that|{_WHO}|[a-z]+ (was|were|had|could|would|got|never|only|just|ended|saw|looked|still))
            therefore | thus | hence | consequently | as a result
            which (means|meant|made|let|gave|left|is|was|shows|explains|helped|allowed|proves|turned|put)
            (thats|that is|that was|this is|this was) (why|how|what|the|who|when)
            (this|that|it) (made|meant|means|shows|lets?|gave|tells|left|proves) | meaning | meant
            means that | led to | turned (it |them |this |that )?into | ended up
            made (him|them|people|others) | made it(?! (first|up|in|before|to|a year)\b)
            let (him|them|people|other|others) | (would|could) (cost|have)
            """
        ),
    ),
    "contrast": (
        0.7,
        any_of(
            r"""
            but | whereas | while | whilst | although | though | however | instead | rather than | unlike
            on the other hand | yet | despite | apart from | compared | even (if|though|when|so|the) | still
            though
            """
        ),
    ),
    "distinction": (
        1.0,
        any_of(
            r"""
            (its|it was|it is|is|was|were|are|isnt|wasnt|arent|werent|not) not [^.]{2,60},? (but|its|it was|it)
            not [^.,]{2,40}, (it|but|they|he)
            (isnt|wasnt|didnt|doesnt)[^.]{2,50}[,;:] ?(it|they|he|but|what|its) | my point | the point
            the difference | that difference | not the same | arent the same | werent the same
            the (wrong|right|only|same) (kind|man|person|one|thing) | different (jobs?|things?)
            only (because|when|if|once|ever|meant|after|needed|had|takes)
            what (mattered|changed|counted|counts|matters)
            (mattered|matters|counts|counted|worth|matter) (less|more|most|nothing|to)
            what (it|they|he) didnt | in practice | on paper | in theory | no use
            worth (nothing|less|more|most|having)
            (isnt|is not|wasnt|was not|not) (proof|a weakness|a mistake|an accident|enough)
            two different | all (he|they) needed
            """
        ),
    ),
    "condition": (
        0.6,
        any_of(
            r"""
            if | unless | without | until | once | as long as | by the time | whenever | whoever | after that
            in (between|the meantime) | (would|could)(nt| not)? (have|never) | when
            """
        ),
    ),
    "means": (
        0.8,
        any_of(
            r"""
            by (?!(?:spring|morning|evening|king|bring)\b)[a-z]+ing | (the way|in order) to
            """
        ),
    ),
    "comparison": (
        0.6,
        any_of(
            r"""
            (more|less|worse|better|other|rather|[a-z]{3,}er) than
            the (same|other|next|first|second|last|wrong) [a-z]+ | as [a-z]+ as | different | instead of
            compared | no (longer|use|help|reason) | (each|every) time
            """
        ),
    ),
    "sequence": (
        0.4,
        any_of(
            r"""
            by (then|now|\d{4}|[a-z]+ber|[a-z]+ary|spring|summer|autumn|winter|the time)
            (years?|months?|weeks?|days?) (before|later|after) | and then | afterwards | in the end
            from then | still | already | no one left | nobody left
            """
        ),
    ),
    "denial": (
        0.35,
        any_of(
            r"""
            (nobody|no one|nothing|never|none|not|no) [a-z]+
            (cant|couldnt|didnt|doesnt|dont|isnt|wasnt|werent|arent|wouldnt|hadnt) [a-z]+
            """
        ),
    ),
    "supposing": (
        0.5,
        any_of(
            r"""
            (would|could|might)(ve| have|nt| not)? [a-z]+
            """
        ),
    ),
    "cleft": (
        0.7,
        any_of(
            r"""
            what( [a-z]+){1,5} (did|was|is|were|does) | its( [a-z]+){1,4} that
            the (people|one|man|men) (it|who)
            """
        ),
    ),
    "pause": (0.4, re.compile(r"[a-z][:;] [a-z]+( [a-z]+)?|, (which|who|where|whose) [a-z]+")),
    "general": (
        0.3,
        any_of(
            r"""
            you (cant|dont|need|have|are|could|would|only|still|just|move) | if you
            """
        ),
    ),
    "reading": (
        0.7,
        any_of(
            r"""
            id (say|argue|ask|give) | i (would|do) (say|argue|ask) | tells (us|you|me)
            shows (that|us|how|it)? | proves | (is|was|as) (really )?(evidence|proof) | explains
            which (is|was) (when|why|how|where) | thats (what|why|how) | so (id|i would)
            therefore | in other words | i dont think
            """
        ),
    ),
}
"""Kind of link -> what one is worth, and the words that make it."""
