"""How well recognition and fact check hear labelled claims: shares, families, what is confused, and every miss.

Shares keep their counts, because on a small set a share alone says too little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import computed_field
from pydantic.dataclasses import dataclass as pydantic_dataclass

from bot.base.motion import Motion
from bot.base.timeline import MistakeKind
from bot.debate.labelled import NO_ARGUMENT, LabelledClaim, LabelledMistake
from bot.debate.listening import Found, Heard

_FIRST = 3


@pydantic_dataclass(frozen=True)
class Share:
    """So much `part` of so much `of`."""

    part: int | float
    of: int | float

    @computed_field  # type: ignore[prop-decorator]  # so that a report in JSON has it too
    @property
    def share(self) -> float | None:
        """Give it from 0 to 1; nothing of nothing is `None`."""
        return self.part / self.of if self.of else None


@dataclass(frozen=True)
class FamilyFigures:
    """How one family of arguments, or one argument that stands alone, was heard."""

    arguments: tuple[str, ...]
    top1: Share
    asserted: Share
    asserted_right: Share


@dataclass(frozen=True)
class Confusion:
    """An argument, or `none`, that was heard as another, and how often."""

    wanted: str
    heard: str
    times: int


@dataclass(frozen=True)
class Miss:
    """A claim of which something was not heard as labelled, and what."""

    claim: LabelledClaim
    heard: Heard
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Evaluation:
    """Every figure of one set of claims.

    Right is `primary` or one of `also`. By use: the accuracy on each argument's claims, weighted by how often students
    raise it (`usage` in the base). Asserted is the verdict `argument`, over all claims for what is right and over the
    claims with an argument for coverage. A claim's mistakes are found if any is found where any is labelled. One by
    one, a mistake found counts for one label of the same claim, whatever its kind; those of the labelled kind are a
    figure of their own.
    """

    claims: int
    arguments: int
    top1: Share
    top3: Share
    top1_by_use: Share
    top3_by_use: Share
    top1_by_family: Share
    top3_by_family: Share
    stance: Share
    nonsense_left_alone: Share
    arguments_left_alone: Share
    coverage: Share
    asserted_right: Share
    asserted_wrong: Share
    others_right: Share
    mistaken_claims_precision: Share
    mistaken_claims_recall: Share
    mistakes_precision: Share
    mistakes_recall: Share
    mistakes_of_labelled_kind: Share
    recognising_ms: float
    checking_ms: float
    families: tuple[FamilyFigures, ...]
    confusions: tuple[Confusion, ...]
    misses: tuple[Miss, ...]


def evaluate(motion: Motion, claims: Sequence[LabelledClaim], heard: Sequence[Heard]) -> Evaluation:
    """Set what was heard against the labels, claim by claim in the same order."""
    every = list(zip(claims, heard, strict=True))
    made = [(claim, found) for claim, found in every if claim.makes_argument]
    asserted = [(claim, found) for claim, found in every if found.verdict == "argument"]
    found = [bool(one.mistakes) for one in heard]
    wanted = [bool(claim.errors) for claim in claims]
    both = sum(a and b for a, b in zip(found, wanted, strict=True))
    paired = sum(min(len(claim.errors), len(one.mistakes)) for claim, one in every)
    alike = sum((_kinds(claim.errors) & _kinds(one.mistakes)).total() for claim, one in every)
    family = {name: own for own in _families(motion) for name in own}
    right = _share(_right(*pair) for pair in asserted)
    misses = [Miss(claim, one, wrong) for claim, one in every if (wrong := _wrong(claim, one))]
    return Evaluation(
        claims=len(every),
        arguments=len(made),
        top1=_share(_right(*pair) for pair in made),
        top3=_share(_right(*pair, first=_FIRST) for pair in made),
        top1_by_use=_by_use(motion, made, 1),
        top3_by_use=_by_use(motion, made, _FIRST),
        top1_by_family=_share(_kin(family, *pair, 1) for pair in made),
        top3_by_family=_share(_kin(family, *pair, _FIRST) for pair in made),
        stance=_share(claim.stance == one.stance for claim, one in every),
        nonsense_left_alone=_share(_taken(one) in claim.right for claim, one in every if not claim.makes_argument),
        arguments_left_alone=_share(_left_alone(*pair) for pair in made),
        coverage=_share(one.verdict == "argument" for _, one in made),
        asserted_right=right,
        asserted_wrong=Share(right.of - right.part, right.of),
        others_right=_share(other in claim.right for claim, one in asserted for other in one.others),
        mistaken_claims_precision=Share(both, sum(found)),
        mistaken_claims_recall=Share(both, sum(wanted)),
        mistakes_precision=Share(paired, sum(len(one.mistakes) for one in heard)),
        mistakes_recall=Share(paired, sum(len(claim.errors) for claim in claims)),
        mistakes_of_labelled_kind=Share(alike, paired),
        recognising_ms=1000 * sum(one.recognising for one in heard) / (len(heard) or 1),
        checking_ms=1000 * sum(one.checking for one in heard) / (len(heard) or 1),
        families=tuple(_family_figures(own, made) for own in _families(motion)),
        confusions=_confusions(every),
        misses=tuple(misses),
    )


def _share(flags: Iterable[bool]) -> Share:
    known = list(flags)
    return Share(sum(known), len(known))


def _ids(heard: Heard, first: int) -> set[str]:
    return {ranked.id for ranked in heard.ranking[:first]}


def _right(claim: LabelledClaim, heard: Heard, *, first: int = 1) -> bool:
    return bool(_ids(heard, first) & claim.right)


def _taken(heard: Heard) -> str:
    """Give what a claim was taken for: the first argument, or `none`."""
    return heard.ranking[0].id if heard.ranking and heard.verdict != "none" else NO_ARGUMENT


def _left_alone(claim: LabelledClaim, heard: Heard) -> bool:
    return heard.verdict == "none" and NO_ARGUMENT not in claim.right


def _kin(family: dict[str, tuple[str, ...]], claim: LabelledClaim, heard: Heard, first: int) -> bool:
    return bool(
        {family[name] for name in _ids(heard, first)} & {family[name] for name in claim.right if name in family}
    )


def _by_use(motion: Motion, made: Sequence[tuple[LabelledClaim, Heard]], first: int) -> Share:
    flags: dict[str, list[bool]] = {}
    for claim, heard in made:
        flags.setdefault(claim.primary, []).append(_right(claim, heard, first=first))
    use = {name: motion.arguments[name].usage for name in flags}
    return Share(sum(use[name] * sum(own) / len(own) for name, own in flags.items()), sum(use.values()))


def _families(motion: Motion) -> list[tuple[str, ...]]:
    """Give the base's families, and each argument that is in none as its own, in the order of the base."""
    own = {name: family for family in motion.heading.families for name in family}
    return list(dict.fromkeys(own.get(name, (name,)) for name in motion.arguments))


def _family_figures(family: tuple[str, ...], made: Sequence[tuple[LabelledClaim, Heard]]) -> FamilyFigures:
    own = [(claim, heard) for claim, heard in made if claim.primary in family]
    asserted = [pair for pair in own if pair[1].verdict == "argument"]
    hits, sure = (
        _share(bool(_ids(heard, 1) & {*claim.right, *family}) for claim, heard in pairs) for pairs in (own, asserted)
    )
    return FamilyFigures(family, hits, Share(len(asserted), len(own)), sure)


def _kinds(mistakes: Iterable[LabelledMistake | Found]) -> Counter[MistakeKind]:
    return Counter(mistake.kind for mistake in mistakes)


def _confusions(every: Sequence[tuple[LabelledClaim, Heard]]) -> tuple[Confusion, ...]:
    pairs: Counter[tuple[str, str]] = Counter()
    for claim, heard in every:
        if (taken := _taken(heard)) not in claim.right:
            pairs[claim.primary, taken] += 1
    return tuple(Confusion(*pair, times) for pair, times in sorted(pairs.items(), key=lambda one: (-one[1], one[0])))


def _wrong(claim: LabelledClaim, heard: Heard) -> tuple[str, ...]:
    """Name what of a claim was not heard as labelled."""
    wrong = []
    if claim.makes_argument and _left_alone(claim, heard):
        wrong.append("wrongly left alone")
    if claim.makes_argument and not _right(claim, heard):
        wrong.append("argument")
    if not claim.makes_argument and _taken(heard) not in claim.right:
        wrong.append("not left alone")
    if claim.stance != heard.stance:
        wrong.append("stance")
    if len(heard.mistakes) < len(claim.errors):
        wrong.append("mistake missed")
    if len(heard.mistakes) > len(claim.errors):
        wrong.append("mistake imagined")
    paired = min(len(claim.errors), len(heard.mistakes))
    if (_kinds(claim.errors) & _kinds(heard.mistakes)).total() < paired:
        wrong.append("mistake of another kind")
    return tuple(wrong)
