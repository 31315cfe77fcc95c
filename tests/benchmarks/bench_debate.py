"""How long one message takes: `python -m pytest -n 0 tests/benchmarks/bench_debate.py` prints it."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture

from bot.debate.answer import Mind

CLAIM = (
    "By 1925 Stalin had put so many of his own men into the party that Zinoviev could not win a vote at the congress."
)
LONG = "Lenin died in 1924 and " * 4_000


def test_recognising_a_claim(benchmark: BenchmarkFixture, mind: Mind) -> None:
    assert benchmark(mind.recogniser.recognise, CLAIM).matches


def test_checking_the_facts_of_a_claim(benchmark: BenchmarkFixture, mind: Mind) -> None:
    assert benchmark(mind.facts.check, CLAIM) == ()


def test_checking_the_facts_of_a_very_long_text(benchmark: BenchmarkFixture, mind: Mind) -> None:
    assert benchmark(mind.facts.check, LONG) == ()


def test_assessing_a_reply(benchmark: BenchmarkFixture, mind: Mind) -> None:
    assert benchmark(mind.assessor.assess, CLAIM, challenge="How did the post give him votes?").quality >= 0
