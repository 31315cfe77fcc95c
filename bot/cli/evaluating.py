"""For people who measure: `evaluate` sets what the bot hears and how it assesses against labels made by people."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import click

from bot.cli.options import DATA, MOTION, build_mind

if TYPE_CHECKING:
    from bot.base.motion import Motion
    from bot.debate.agreement import Agreement
    from bot.debate.evaluation import Evaluation, Miss, Share
    from bot.debate.labelled import LabelledClaim

_ROWS = {
    "top1": "top-1: the first argument is right",
    "top3": "top-3: one of the first three is right",
    "top1_by_use": "top-1, weighted by how often students use each",
    "top3_by_use": "top-3, weighted by how often students use each",
    "top1_by_family": "top-1 by family",
    "top3_by_family": "top-3 by family",
    "stance": "stance",
    "nonsense_left_alone": "not an argument, rightly left alone",
    "arguments_left_alone": "argument, wrongly left alone",
    "coverage": "coverage: argument asserted",
    "asserted_right": "asserted matches right",
    "asserted_wrong": "asserted matches wrong",
    "others_right": "further arguments heard, right",
    "mistaken_claims_precision": "claims with a mistake: precision",
    "mistaken_claims_recall": "claims with a mistake: recall",
    "mistakes_precision": "mistakes one by one: precision",
    "mistakes_recall": "mistakes one by one: recall",
    "mistakes_of_labelled_kind": "mistakes found that are of the labelled kind",
}
_BASELINE_HAS = ("top", "stance", "nonsense", "arguments", "coverage", "asserted")  # bm25 checks no facts


@click.command()
@click.argument("claims", type=click.File("rb"), required=False)
@click.option("--replies", type=click.File("rb"), help="Labelled replies; CLAIMS may then be left out.")
@click.option("--baseline", is_flag=True, help="Set plain full-text search (SQLite FTS5, bm25) beside it.")
@click.option("--json", "out", type=click.File("w", encoding="utf-8", lazy=True), help="Write everything here as JSON.")
@MOTION
@DATA
def evaluate(
    claims: BinaryIO | None,
    replies: BinaryIO | None,
    baseline: bool,
    out: TextIO | None,
    motion: str | None,
    data: Path,
) -> None:
    """Measure recognition and fact check on labelled CLAIMS, and assessment on labelled replies, with every miss."""
    if claims is None and replies is None:
        raise click.UsageError("Give a file of labelled CLAIMS, --replies FILE, or both.")
    from pydantic_core import to_jsonable_python

    from bot.debate.agreement import compare
    from bot.debate.evaluation import evaluate as set_against
    from bot.debate.labelled import read_claims, read_replies
    from bot.debate.listening import listen

    mind = build_mind(data, motion)
    labelled = read_claims(claims, mind.motion, name=claims.name) if claims else ()
    answered = read_replies(replies, name=replies.name) if replies else ()
    report: dict[str, Any] = {"motion": mind.motion.id, "base": mind.motion.hash}
    if claims:
        for claim in labelled:  # else a claim would be charged for what is compiled once, the first time it is needed
            listen(mind, claim.text, time.perf_counter)
        heard = [listen(mind, claim.text, time.perf_counter) for claim in labelled]
        found = {"debate-bot": set_against(mind.motion, labelled, heard)}
        if baseline:
            found["FTS5 bm25"] = _baseline(mind.motion, labelled)
        click.echo(f"{claims.name}: {len(labelled)} claims, motion {mind.motion.id}, base {mind.motion.hash[:12]}\n")
        _print(_claim_lines(found))
        report |= zip(("claims", "baseline"), found.values(), strict=False)
    if replies:
        agreement = compare(answered, [mind.assessor.assess(item.reply, challenge=item.challenge) for item in answered])
        click.echo(f"{replies.name}: {len(answered)} replies\n")
        _print(_reply_lines(agreement))
        report["replies"] = agreement
    if out:
        json.dump(to_jsonable_python(report), out, ensure_ascii=False, indent=1)
        out.write("\n")


def _baseline(motion: Motion, claims: Sequence[LabelledClaim]) -> Evaluation:
    """Hear the claims by search alone: it asserts whatever shares a word, on the side of what it found."""
    from bot.debate.evaluation import evaluate as set_against
    from bot.debate.listening import Heard, Ranked
    from bot.record.search import ArgumentSearch

    search = ArgumentSearch(motion)
    heard = []
    for claim in claims:
        start = time.perf_counter()
        ranking = tuple(Ranked(name, score) for name, score in search.rank(claim.text))
        spent = time.perf_counter() - start
        stance = motion.sides[ranking[0].id] if ranking else "neither"
        heard.append(Heard("argument" if ranking else "none", stance, ranking, recognising=spent))
    return set_against(motion, claims, heard)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _claim_lines(found: dict[str, Evaluation]) -> Iterator[str]:
    own = found["debate-bot"]
    width = max(map(len, _ROWS.values()))
    yield f"| {'figure':{width}} | " + " | ".join(f"{name:16}" for name in found) + " |"
    yield f"| {'-' * width} | " + " | ".join("-" * 16 for _ in found) + " |"
    for attribute, label in _ROWS.items():
        cells = [
            _cell(getattr(one, attribute)) if one is own or attribute.startswith(_BASELINE_HAS) else ""
            for one in found.values()
        ]
        yield f"| {label:{width}} | " + " | ".join(f"{cell:16}" for cell in cells) + " |"
    times = [f"{one.recognising_ms:.2f}" for one in found.values()]
    yield f"| {'ms to recognise a claim':{width}} | " + " | ".join(f"{cell:16}" for cell in times) + " |"
    yield f"| {'ms to check its facts':{width}} | {own.checking_ms:<16.2f} |" + f" {'':16} |" * (len(found) - 1)
    yield "\nBy family:"
    for family in own.families:
        asserted = f"asserted {_cell(family.asserted)}, right {_cell(family.asserted_right)}"
        yield f"  {' + '.join(family.arguments):60} top-1 {_cell(family.top1):16} {asserted}"
    yield "\nTaken for another:" if own.confusions else "\nNothing was taken for another."
    for pair in own.confusions:
        yield f"  {pair.wanted} -> {pair.heard}" + (f" x{pair.times}" if pair.times > 1 else "")
    wrong = Counter(wrong for miss in own.misses for wrong in miss.wrong)
    counts = ", ".join(f"{what} {times}" for what, times in wrong.most_common())
    yield f"\nMisses: {len(own.misses)} of {own.claims} claims" + (f" ({counts})" if counts else "")
    for miss in own.misses:
        yield from _miss_lines(miss)
    yield ""


def _miss_lines(miss: Miss) -> Iterator[str]:
    claim, heard = miss.claim, miss.heard
    also = f", or {', '.join(claim.also)}" if claim.also else ""
    yield f"\n{claim.id}: {', '.join(miss.wrong)}"
    yield f"  {claim.text}"
    yield f"  wanted  {claim.primary}{also} ({claim.stance})"
    ranking = ", ".join(f"{ranked.id} {ranked.score:.2f}" for ranked in heard.ranking)
    kind = f", as {heard.nonsense}" if heard.nonsense else ""
    yield f"  heard   {heard.verdict}{kind} ({heard.stance}): {ranking}"
    if heard.ranking and heard.ranking[0].why:
        yield f"  why     {', '.join(heard.ranking[0].why)}"
    if any(wrong.startswith("mistake") for wrong in miss.wrong):
        labels = "; ".join(f"{error.kind}: {error.what}" for error in claim.errors)
        found = "; ".join(f"{mistake.kind}: {mistake.id} in {mistake.span!r}" for mistake in heard.mistakes)
        yield f"  labels  {labels or 'no mistake'}"
        yield f"  found   {found or 'no mistake'}"


def _reply_lines(found: Agreement) -> Iterator[str]:
    kappa = "-" if found.kappa is None else f"{found.kappa:.3f}"
    yield "| figure                   | debate-bot       |"
    yield "| ------------------------ | ---------------- |"
    yield f"| quadratic weighted kappa | {kappa:16} |"
    yield f"| exact agreement          | {_cell(found.exact):16} |"
    yield f"| within one               | {_cell(found.within_one):16} |"
    yield f"| 3 for 0 or 0 for 3       | {found.swaps:<16} |"
    yield "\nlabelled \\ assessed    0    1    2    3"
    for quality, row in enumerate(found.matrix):
        yield f"{quality:19}" + "".join(f"{times:5}" for times in row)
    yield f"\nMisses: {len(found.misses)} of {found.replies} replies"
    for miss in found.misses:
        yield f"\n{miss.number}: labelled {miss.reply.quality}, assessed {miss.quality}"
        yield f"  challenge  {miss.reply.challenge}"
        yield f"  reply      {miss.reply.reply}"
        yield f"  label's    {miss.reply.why or '-'}"
        yield f"  bot's      {' '.join(miss.reasons)}"


def _cell(share: Share) -> str:
    if share.share is None:
        return "-"
    counts = f" ({share.part}/{share.of})" if isinstance(share.part, int) else ""
    return f"{share.share:.3f}{counts}"
