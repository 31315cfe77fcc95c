"""A mistake of fact as it is reported, and the signs by which a student takes a statement back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from bot.base.timeline import MistakeKind, Sure
from bot.debate.phrases import either


@dataclass(frozen=True)
class Mistake:
    """A wrong date, role, attribution or event in a student's text, and the line that puts it right."""

    id: str
    kind: MistakeKind
    says: str
    source: str  # id of the source
    sure: Sure  # `disputed` is no error: its line asks for evidence
    span: str  # the student's words that gave it away


class Known(Protocol):
    """An event, office, work or misconception of the base."""

    @property
    def id(self) -> str: ...
    @property
    def says(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def sure(self) -> Sure: ...


@dataclass(frozen=True)
class Hit:
    """What a sentence contradicts, and between which characters of the marked sentence."""

    known: Known
    kind: MistakeKind
    start: int
    end: int


_DENIAL = re.compile(
    r" (?:never|not(?! only| just| simply| surprising)|no(?! doubt| wonder)|nobody|none|neither|nor|cannot|without"
    r"|hardly"
    r"|rather than|instead of|unlike|den(?:y|ied|ies|ying)|refus(?:ed|es|ing)|fail(?:ed|s|ing)? to|declin(?:ed|es)"
    r"|prevent(?:ed|ing)?|avoid(?:ed|ing)?|oppos(?:ed|ing) the idea"
    r"|(?:against|opposed|opposing|objected to)(?= [a-z]+ing)) "
)
_UNREAL = re.compile(
    r" (?:if|unless|suppose|imagine|as though|(?:proposed|suggested|recommended|insisted|moved) that"
    r"|(?:the|a|this) (?:vote|motion|proposal|demand|attempt|plan|call) to"
    r"|(?:would|could|might|may|should)(?: not| never| also| still| then)? (?:have|be|become|lead|take|make|choose"
    r"|use|try)"
    r"|demand(?:ed|s|ing)?|urg(?:ed|es|ing)|call(?:ed|s|ing) for|ask(?:ed|s|ing) for|press(?:ed|es|ing) for|argu(?:ed"
    r"|es|ing) for"
    r"|want(?:ed|s|ing)?|hop(?:ed|es|ing)|tried|tries|trying|attempt(?:ed|s|ing) to"
    r"|dread(?:ed|s|ing)?"
    r"|fear(?:ed|s|ing)?|afraid|worr(?:y|ied|ies)|suspect(?:ed|s)?|threat(?:ened|ens)?|planned|proposed to|dream(?:ed"
    r"|t)"
    r"|accus(?:ed|es|ing|ation|ations)|rumou?r(?:s|ed)?|alleg(?:ed|edly|es)|expected|assumed|believed|thought(?! up)"
    r"|claims?|claimed"
    r"|pretend(?:ed|s)?|danger|likely|chance|candidate|bid) "
)
_DOUBTFUL = re.compile(
    r"\b(?:want\w*|hop(?:e|ed|ing)|tr(?:y|ies|ied|ying)|attempt\w*|plan\w*|propos\w*|should|would|could|might|may"
    r"|must|believ\w*"
    r"|demand\w*|urg(?:ed|es)|call\w*|ask\w*|argu\w*|press(?:ed|es)|claim\w*|expect\w*|threat\w*|thought|fear\w*|if)\b"
)
# Boundaries behind which a denial or a condition no longer reaches what follows.
_BREAK = re.compile(r" (?:,|but|and|so|because|while|whereas|although) ")
_MYTH = re.compile(
    r" (?:myth|misconception|untrue|not true|false (?:to|that|idea|belief)|(?:wrong|incorrect|mistaken"
    r"|inaccurate) (?:to|that|idea|belief)"
    r"|(?:is|was|are) (?:simply |just |completely )?(?:wrong|false|incorrect|mistaken) (?=$)|contrary to|supposedly"
    r"|wrongly|so called fact"
    r"|(?:(?:some|many|most|a few|other|these|lots of) )?(?:people|students|textbooks|text books|books|websites|sites"
    r"|internet|wikipedia|others|some|many|they) (?:often |sometimes |still |also |even |might |may |might even )?"
    r"(?:say|says|said|think|thinks|claim|claims|believe|believes|assume|reckon|write|writes)"
    r"|but (?:actually |really |in fact |in reality )?(?:(?:he|it|this|that|they|she|@\S+) (?:was|were|did|had|is)"
    r" not(?= (?:,|$))|(?:it|this|that) (?:was|is) (?:actually|really|in fact))) "
)
_CONTRAST = re.compile(r" but (?:actually |really |in fact |in reality )?(?:it|this|that) (?:was|happened) (?:in )?#")
_OBJECT = re.compile(
    rf"(?: [a-z]\S* {either('for against with of from to by about behind under without')}"
    r"| (?:who|that|which) (?:had |has |have )?[a-z]+ed) (?:@\S+ (?:and|or) )*$"
)
_FINITE = re.compile(
    rf"@\S+ (?:(?:, @\S+ )*(?:, )?(?:and|or) @\S+ )?"
    rf"{either('was were is are had has got lost left became joined resigned led ran headed took fell died')} "
)
_ONE_WERE = re.compile(r"@\S+ were ")
_LISTED = re.compile(r"(?:,|and|or|nor|as) $")
_QUESTION = re.compile(r" (?:was|were|did|do|does|is|are|who|what|when|why|how|could|can|should|would|which|where) ")
_REACH = 70  # characters before a statement in which its denial is looked for


def asks_or_rejects(sentence: str) -> bool:
    """Say whether a whole marked sentence asks something or calls what it reports a myth."""
    if sentence.endswith("? ") and _QUESTION.match(sentence):
        return True
    return _MYTH.search(sentence) is not None or _CONTRAST.search(sentence) is not None


def is_denied(sentence: str, start: int, end: int, *, inside: bool = True) -> bool:
    """Say whether the words from `start` to `end` are denied; `inside` false looks only before them."""
    return _DENIAL.search(_around(sentence, start, end, inside)) is not None


def is_unreal(sentence: str, start: int, end: int, *, inside: bool = True) -> bool:
    """Say whether the words from `start` to `end` are only supposed, feared, wished or claimed by somebody."""
    around = _around(sentence, start, end, inside)
    supposed = sentence.startswith(" had @") and around.startswith("  had @")  # "Had Trotsky become leader"
    return supposed or _UNREAL.search(around) is not None


def has_other_subject(sentence: str, start: int) -> bool:
    """Say whether the person named at `start` is not who did what follows: "the men who voted for Trotsky were ..."."""
    if sentence[start] != "@":
        return False
    if _ONE_WERE.match(sentence, start) and not _LISTED.search(sentence[:start]):
        return True
    return _FINITE.match(sentence, start) is not None and _OBJECT.search(sentence[:start]) is not None


def _around(sentence: str, start: int, end: int, inside: bool) -> str:
    before = sentence[max(0, start - _REACH) : start]
    breaks = list(_BREAK.finditer(before))
    if breaks:
        before = before[breaks[-1].end() - 1 :]
    return f" {before}{sentence[start:end] if inside else ''} "


def holds_denial(words: str) -> bool:
    """Say whether a wording itself denies something, as in "never read"."""
    return _DENIAL.search(f" {words} ") is not None


def holds_doubt(words: str) -> bool:
    """Say whether a wording itself supposes something, as in "should be leader"."""
    return _DOUBTFUL.search(words) is not None
