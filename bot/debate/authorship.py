"""Finds books, policies and sayings that a student gives to the wrong person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from bot.base.timeline import Timeline, Work
from bot.debate.marking import Marked
from bot.debate.mistake import Hit, is_denied, is_unreal
from bot.debate.phrases import NO_OWNER, PEOPLE, POSSESSIVE, either, some

_ADV = some(3, "had has also then first later himself originally , who even already now once famously")
_MADE = either(
    "wrote writes write writing published publishes penned authored coined invented devised introduced introduces"
    " introducing"
    " proposed created launched launches launching put_forward puts_forward came_up_with comes_up_with formulated"
    " thought_up"
    " produced brought_in unveiled issued started began set_up established passed imposed invents creates creating"
    " thought_of"
    " written begun brought_out came_out_with released put_out publishing releasing"
)
_MAKING = either("writing publishing introducing launching inventing creating proposing announcing imposing releasing")
_MAKE = either("introduction creation invention launch launching publication imposition announcement")
_INTO_FORCE = either("in_place through passed into_force into_law")
_TOOK_UP = either("developed developing advanced announced set_out delivered gave adopted declared preached made")
_NOUNS = (
    "idea ideas policy policies theory theories concept doctrine slogan book books essay pamphlet article speech"
    " lectures"
    " lecture work term phrase notion plan programme program belief principle vision promise"
)
_TRAITS = "own new famous popular unpopular radical attractive successful more main"
_KIND = some(
    6,
    f"the a an his {POSSESSIVE} so_called of on in called titled entitled about as known rule resolution party people"
    f" members"
    f" russians them workers {_TRAITS} {_NOUNS}",
)
_OWNED = some(
    5,
    "of on in called the was , policy_was idea_was theory_was call_for support_for commitment_to talk_of faith"
    f" {_TRAITS} {_NOUNS}",
)
_NOUN = either(f"attack reply response invention brainchild creation {_NOUNS}")
_SUPPORTED = either(
    "supported supports supporting favoured favours promoted promotes promoting believed_in believes_in championed"
    " advocated"
    " advocates advocating argued_for wanted wants backed preferred preached pushed_for pushed defended promised"
    " offered"
    " called_for stood_for was_in_favour_of was_for was_a_supporter_of was_a_believer_in in_favour_of agreed_with"
    " campaigned_for proposed put_forward stuck_to stuck_with clung_to insisted_on was_a_fan_of"
)
_ATTRACTED = either("won attracted appealed_to inspired convinced impressed persuaded excited gained charmed")
_GAP = r"(?:[^@~#, ]\S* )"
_FOUGHT = either(
    "opposed opposes rejected rejects was_against were_against attacked criticised criticized disagreed_with hated"
    " condemned"
    " argued_against denounced was_opposed_to dismissed did_not_believe_in disliked"
)
_CALLED = either(
    "called calls described describes dubbed nicknamed labelled labeled branded dismissed mocked referred_to spoke_of"
    " wrote_of"
    " coined named ridiculed termed derided insulted came_up_with invented thought_of used made_up warned_about"
    " warned_of warned_against complained_about complained_of"
)
_PUT = either("said says wrote writes joked remarked sneered told_everyone told_people put_it")
_THIS = some(
    7,
    r"@\S+ him it this that these system process what happened as the a an to being just merely 's only term phrase"
    r" of ,"
    " nothing more than simply for was is party slogan motto",
)
_ARGUED = either(
    "attacked argued said wrote claimed criticised criticized explained set_out told accused showed praised blamed"
    " presented tried sought aimed"
    " insulted reminded summed_up described"
)
_REMARK = some(1, "remark comment line description insult label phrase nickname quote quotation")
_SAID_BY = either(
    "in_the_words_of to_quote quoted_by said coined_by made_by said_by used_by written_by invented_by from by as"
    " according_to"
    " a_phrase_of the_phrase_of phrase_of term_of words_of a_term_of the_words_of"
)
_WORDS = either("phrase term words description nickname remark comment view name insult label own_term own_words")

_Rule = Literal["made", "owned", "supported", "fought", "said"]

_WAS = some(4, "which that was were is had been first originally being")
_QUOTED = f"(?:{either('said put_it called described wrote')}|(?=, |$|in |at |because |who |and ))"
_DOING = f"(?!'s |{either('was were and is')} )"
_NOT_CALLED = rf"(?:(?!{_CALLED}|{either('was were been being is got')} )[^@ ]\S* ){{0,3}}"

# Each has two groups, people and a work, in either order.
_SAYINGS: tuple[tuple[_Rule, str], ...] = (
    ("made", rf"{PEOPLE}{_ADV}{_MADE} {_KIND}~(\S+) "),
    ("made", rf"~(\S+) (?:, )?(?:an? {_NOUN} )?{_WAS}(?:{_MADE}|{_TOOK_UP}|put) by {PEOPLE}{NO_OWNER}"),
    ("made", rf"~(\S+) (?:, )?(?:which|that) {PEOPLE}{_ADV}{_MADE} "),
    ("made", rf"{PEOPLE}(?!'s ){_GAP}{{0,4}}?by {_MAKING} {_KIND}~(\S+) "),
    ("made", rf"by {_MAKING} {_KIND}~(\S+) (?:, )?{PEOPLE}{NO_OWNER}"),
    ("made", rf"{PEOPLE}(?:, )?(?:was )?(?:the )?author of {_KIND}~(\S+) "),
    ("made", rf"{PEOPLE}'s {_MAKE} of {_KIND}~(\S+) "),
    ("made", rf"{_MAKE} of {_KIND}~(\S+) by {PEOPLE}{NO_OWNER}"),
    ("made", rf"{PEOPLE}{_ADV}(?:put|pushed|got|forced) {_KIND}~(\S+) {_INTO_FORCE} "),
    ("owned", rf"{PEOPLE}{_ADV}{_TOOK_UP} {_KIND}~(\S+) "),
    ("owned", rf"{PEOPLE}'s {_OWNED}~(\S+) "),
    ("owned", rf"~(\S+) (?:, )?{some(2, 'was is were a an the being')}(?:{_NOUN} (?:of|by)|by) {PEOPLE}{NO_OWNER}"),
    ("owned", rf"{PEOPLE}{_ADV}{_ARGUED} (?:(?:@\S+|[^@~#, ]\S*) ){{1,4}}?in {_KIND}~(\S+) "),
    ("owned", rf"((?:@\S+ (?!'s )[a-z]+ )(?:@\S+ (?:and @\S+ )?)?)(?:with|through|by) (?:his|@\S+ 's) {_KIND}~(\S+) "),
    ("owned", rf"~(\S+) (?:, )?{some(3, 'which was is were being')}{PEOPLE}'s (?:\w+ ){{0,2}}{_NOUN} "),
    ("owned", rf"in (?:(?:the|a|his) )?(?:{either(_NOUNS)} )?~(\S+) (?:, )?{PEOPLE}{some(1, 'had also')}{_ARGUED}"),
    ("owned", rf"(?<=^ )(?:with|in|by|through) his {_KIND}~(\S+) (?:in #\S+ )?(?:, )?{PEOPLE}{_DOING}"),
    ("supported", rf"{PEOPLE}{_ADV}{_SUPPORTED} {_KIND}~(\S+) "),
    ("supported", rf"{PEOPLE}{_ADV}{_ATTRACTED} {_GAP}{{0,4}}?with {_KIND}~(\S+) "),
    ("fought", rf"{PEOPLE}{_ADV}{_FOUGHT} {_KIND}~(\S+) "),
    ("said", rf"{PEOPLE}{_NOT_CALLED}(?:famously )?{_CALLED} {_THIS}~(\S+) "),
    ("said", rf"{PEOPLE}{_ADV}{_PUT} (?:that )?(?:@\S+|he) {_THIS}~(\S+) "),
    ("said", rf"{_CALLED} by {PEOPLE}{_THIS}~(\S+) "),
    ("said", rf"{PEOPLE}'s ~(\S+) {_WORDS} "),
    ("said", rf"as {PEOPLE}{_ADV}{_PUT} (?:it )?(?:in #\S+ )?(?:, )?(?:@\S+ {_THIS})?~(\S+) "),
    ("said", rf"{PEOPLE}{_ADV}{_PUT} (?:in #\S+ )?(?:that )?~(\S+) "),
    ("said", rf"~(\S+) (?:, )?{_REMARK}{some(1, 'was is comes came')}{_SAID_BY} {PEOPLE}{_QUOTED}"),
    ("said", rf"~(\S+) (?:, )?{PEOPLE}'s (?:\w+ ){{0,2}}{_WORDS} "),
    ("said", rf"according to {PEOPLE}(?:, )?(?:\S+ ){{0,5}}?~(\S+) "),
    ("said", rf"{PEOPLE}'s (?:\w+ )?{_WORDS} {_THIS}~(\S+) "),
)
_PATTERNS = tuple((rule, re.compile(f"(?<= ){saying}")) for rule, saying in _SAYINGS)


class Authorship:
    """Who wrote, made, took up or fought what, ready to be compared with sentences."""

    def __init__(self, timeline: Timeline) -> None:
        self._works: dict[str, Work] = {}
        for work in timeline.works:
            for name in work.terms or (work.id,):
                self._works[name] = work
        self._named = frozenset(f"~{name}" for name in self._works)

    def check(self, marked: Marked) -> Iterator[Hit]:
        """Give each work of the sentence that is given to somebody who is not its author, or who fought it."""
        if self._named.isdisjoint(marked.words):
            return
        for work, people, match, rule in self._claims(marked.text):
            if not _wrong(work, people, rule):
                continue
            start, end = match.span()
            if is_denied(marked.text, start, end, inside=rule != "fought") or is_unreal(
                marked.text, start, end, inside=rule not in ("fought", "supported")
            ):
                continue
            yield Hit(work, "attribution", start, end)

    def _claims(self, text: str) -> Iterator[tuple[Work, set[str], re.Match[str], _Rule]]:
        for rule, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                groups = [group for group in match.groups() if group]
                people = {name for group in groups for name in re.findall(r"@(\S+)", group)}
                work = next((self._works[group] for group in groups if group in self._works), None)
                if work and people and work.phrase == (rule == "said"):
                    yield work, people, match, rule


def _wrong(work: Work, people: set[str], rule: _Rule) -> bool:
    authors = {work.author, *work.coauthors}
    if rule in ("made", "said"):
        return authors.isdisjoint(people)
    if rule == "owned":
        return authors.union(work.backers).isdisjoint(people)
    if rule == "supported":
        return people <= set(work.opponents)
    return bool(work.opponents) and people <= authors
