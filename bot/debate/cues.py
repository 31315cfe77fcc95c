"""General English phrases by which a reply is read: those that link, concede, weigh, ask or turn away.

Nothing here belongs to one motion: names, terms and dates come from the motion's heading.
"""

from __future__ import annotations

import re


def any_of(block: str) -> re.Pattern[str]:
    """Compile alternatives that stand in a block, as whole words: ` | ` and the end of a line separate them."""
    lines = (line.strip().replace(" | ", "|") for line in block.strip().splitlines())
    return re.compile(rf"\b({'|'.join(lines)})\b")


CHATTER = any_of(
    r"""
    l+o+l+ | lmao | lmfao | rofl | ha(ha)+h? | hehe | x+d | bro+ | bruh | omg | wtf | rip | meme | emoji
    boring | bored | funny | joke | pizza | lunch | dinner | homework | football | minecraft | fortnite
    tiktok | mum | mom | dad | grandad | teacher | tired | hungry | sleepy | hello | hi | hey | bye | thanks
    thank you | sorry | ok boomer | no comment | favou?rite | moustache | mustache | beard | haircut
    birthday | nickname | surname | song | movie | film | youtube | google | chatgpt | robot | bot | ai | wifi
    toilet | weekend | whatever | slay | skibidi | sus | vibes? | cute | hot | sexy | sounds like | looks like
    rhymes with | spell(ed|ing)? | i (like|love|hate|feel) (him|her|it|this|that|you) | seems? (nice|cool|fun)
    fan of | tomorrow | my (machine|dog|cat|friend|phone|laptop|battery|brother|sister) | capital of
    more like | invented
    """
)
"""Talk that is not about the motion."""

_SMALL = r"((um+|uh+|er+m*|well|ok|okay|so|and|but|honestly|sorry|no|nah|yeah|tbh|lol|idk)[,.!]* )*"
_HEDGED = r"((really|just|honestly|literally|still|actually|genuinely|kind of|a bit|so|also) )*"
STUCK = any_of(
    rf"""
    ^(i )?(dont|do not|didnt) (know|get|understand) | idk | i d(o|u)n ?n?o | dunno
    i dont (really )?(know|get|understand) | help me
    (^{_SMALL}|i {_HEDGED}(have|had|got) {_HEDGED}|ive (got )?{_HEDGED})(no idea|no clue)
    (^{_SMALL}|(im|i am) {_HEDGED})not sure | (im|i am) {_HEDGED}(stuck|lost|confused)
    (^{_SMALL}|i {_HEDGED})(cant (think|remember)|give up)
    (^{_SMALL}|i {_HEDGED}|we )(need|want|have|give me) (a |another |some )?(hint|clue|help)
    (can|could|may) (i|we) (have|get) (a |another |some )?(hint|clue|help) | ^{_SMALL}(a |another )?(hint|clue)
    ^{_SMALL}(i |ill )?(skip|pass)(?=( this| that| it| one| on)*\W*$)
    """
)
"""A student who does not know how to go on."""

REFUSAL = any_of(
    r"""
    stop (it|asking|saying|talking|doing) | leave me | shut up | go away | who cares
    (dont|doesnt|do not) care | not (doing|reading|answering) | cba | cant be bothered
    (already|just) (said|told|answered) | (pls|plz|please) stop | ^stop$ | something else | same thing
    too long | so long | f+u+c*k+\w* | sh[i1]t\w* | piss off | screw (you|this) | stfu
    ignore (all|your|the|previous) | asking me | next question | can we
    """
)
"""A student who will not go on."""

_AUXILIARY = (
    r"(is|are|was|were|do|does|did|has|have|had|would|could|should|can|will|isnt|wasnt|didnt|doesnt|about|if|s|"
    r"u|come|the hell|on earth)"
)
QUESTION_BACK = re.compile(
    rf"^(and |but |so |ok |okay |wait |um+ |erm |hang on |sorry |well )*"
    rf"((what|whats|who|whos|why|how|where|when|which)( \w+)? {_AUXILIARY}\b|"
    rf"(what|who|why|how|huh|wdym|meaning)$|what \w+$|(whats|whos|wheres|hows) |what about|"
    rf"how (many|much|do|did|come|would|could)|why (not|is|are|do|did|would|you)|"
    rf"(can|could|will) (you|u|i|we)|(is|are|was|were|did|do|does|should|isnt|didnt) [a-z]+ [a-z]+)"
)
"""A reply that opens by asking instead of answering."""
ASKS_LAST = re.compile(r"\b(by|to|for|of|with|from|\w+) (who|what|whom|which|why)$")
"""A reply that ends by asking."""

CONCEDES = any_of(
    r"""
    i (would |d |do |can |must |have to |will |ll )?(agree|accept|admit|concede|grant)
    id (agree|accept|admit|grant|give you) | agreed | granted | fair (enough|point) | good point | fair | true
    thats true | admittedly | youre right | you are right | you have a point | i suppose
    i take (the|your) point | it (didnt|wouldnt|wasnt|isnt|cant|doesnt|couldnt)[^.]{0,40}(i agree|right|true)
    (is|was|are|were|am) right | thats fair
    """
)
"""Words that give the challenge its due."""

QUALIFIES = any_of(
    r"""
    a bit | partly | in part | part of | to (a|some|an) [a-z ]{0,12}extent | to a degree | up to a point
    mostly | mainly | sometimes | maybe | perhaps | probably
    not (entirely|completely|only|just|the whole|always|really) | in a way | on paper | in theory | exception
    with hindsight | even (if|though|so) | not enough | on (its|their) own | yes but | true but | depends
    """
)
"""Words that limit a claim."""

SELF = any_of(
    r"""
    me | my | mine | im | ill | ive | u | ur | your | youre
    i(?! (think|agree|guess|would|wouldnt|dont think|suppose|reckon|mean|admit|accept))(?! (believe|say|disagree|wont))
    """
)
"""Talk of oneself or to the bot, not of the motion."""

ANSWERS = re.compile(
    r"^(because|cos|coz|bc|no|yes|yeah|nah|well|true|maybe|perhaps|partly|mostly|but|it|they|he|that|this|fair|not|both|"
    r"neither|either|depends|only|everyone|everybody|nobody|people|you (cant|can|need|dont))\b"
)
"""Openings that take the question up."""

HOW_FAR = any_of(
    r"""
    to (a|an|some|the) ([a-z]+ ){0,3}(extent|degree) | mostly | mainly | largely | partly | partially
    chiefly | entirely | hardly | barely | only (partly|half|a) | half (of|right|true|the) | up to a point
    not (entirely|completely|fully|wholly|really|at all|much|the (main|only|whole|biggest|most))
    equally | quite (far|a lot) | very far | not (very )?far
    (a|the) (big|large|small|great|good|huge|major|minor) part
    (more|most|less|least|equally|as|so) (important|decisive|significant|crucial)
    (the )?(main|key|biggest|decisive|central|single|most \w+|chief|real|root) (reason|factor|cause|explanation|thing)
    explains (most|much|some|a lot|little|only|nearly|almost|half|part|the) | necessary but
    not (enough|sufficient) | wasnt (enough|the main) | isnt enough | more than (half|anything)
    matter(s|ed)? (more|most|less|a lot|very|as much|only) | above all
    (bigger|smaller|stronger|weaker) (reason|factor|cause) | came second | comes first
    """
)
"""Words that say how far an explanation goes."""

CRITERION = any_of(
    r"""
    without (it|this|that|them|him|his|the|a|control|[a-z]+) | necessary | sufficient
    could(nt| not| never| only)? have | would(nt| not| never| still)? have | wouldve | couldve
    (made|makes?) (it|this|that|them|him|all|everything) (all )?possible | only possible | (impossible|possible) without
    depend(s|ed) on | relied on | rests? on | (all|most) the other
    (the )?(others?|rest) (only )?(needed|worked|depended|would|could|came)
    lasted | throughout | whole (period|time|story) | (each|every) (time|case|round|stage|rival|one of)
    all (three|four|of them|his rivals|the way) | in both | long (run|term) | from (start|beginning|\d{4})( to|$)
    the test | my (test|measure|criterion|yardstick) | i (judge|measure|decide|test) | judg(ed|ing) by
    measured by | (most|more|less) [a-z]+ because
    because (it|this|that|he|they|the \w+) (explains?|came|was the|is the|made|lasted|worked|decided|turned)
    because (it|this|that|he|they|the \w+) (let|gave|allowed|happened|could|only)
    turn(ed|s) [a-z ]{2,30} into | underl(ies|ay|ie|ying) | what (decided|turned|made)
    (let|allowed|enabled) (him|all|the others?) | explains (why|all|both|each|every|only)
    """
)
"""Words by which a judgement says on what ground it ranks its reasons."""

WEIGHS = any_of(
    r"""
    (more|less|most|least|equally|as|so) (important|decisive|significant|crucial|powerful|useful|to do)
    matter(s|ed)? (more|most|less|as|only) | outweigh(s|ed)? | rather than | whereas | while | but | however
    although | though | even (if|though|so|more) | on the other hand
    (bigger|greater|stronger|weaker|smaller|better|main) (reason|factor|cause|part|explanation) | compared
    than | without | only (worked|mattered|possible|because) | depended on | not (just|only) | instead
    secondary | alone | both | yet | needed
    """
)
"""Words that set one reason against another."""

DENIES = any_of(
    r"""
    not | \w+nt | never | no | none | nothing | nobody | neither | nor | hardly | barely | cannot | less | little | myth
    wrong | false | overrated | exaggerated? | irrelevant | unimportant | rather than | instead of | despite | far from
    """
)
"""Words without which nothing is denied."""
