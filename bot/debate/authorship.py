"""Finds books, policies and sayings that a student gives to the wrong person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.base.timeline import Timeline, Work
from bot.debate.marking import Marked
from bot.debate.mistake import Hit, is_denied, is_unreal

_LIST = r"(@\S+ (?:(?:, @\S+ ){0,3}(?:, )?(?:and|or|as well as) @\S+ )?)"
_ADVERBS = r"(?:(?:had|has|also|then|first|later|himself|originally|, who|who|even|already|now) ){0,3}"
_MADE = (
    "wrote|writes|write|writing|published|publishes|penned|authored|coined|invented|devised|introduced|introduces|introducing|proposed"
    "|created|launched|launches|launching|put forward|puts forward|came up with|comes up with|formulated|thought up|produced"
    "|brought in|unveiled|issued|started|began|set up|established|passed|imposed|invents|creates|creating|thought of"
)
_TOOK_UP = "developed|developing|advanced|announced|set out|delivered|gave|adopted|declared|preached|made"
_KIND = (
    r"(?:(?:the|a|an|his|@\S+ 's|own|new|famous|popular|own|so called|idea|ideas|policy|policies|theory|theories|concept|doctrine|slogan|book|books"
    r"|essay|pamphlet|article|speech|lectures|lecture|work|term|phrase|notion|plan|programme|program|belief|principle|vision|promise"
    r"|of|on|in|called|titled|entitled|about|as|known|rule|resolution|more|attractive|successful|radical|unpopular|party|people|members|russians|them|workers) ){0,6}"
)
_OWNED = (
    r"(?:(?:own|new|famous|popular|unpopular|idea|ideas|policy|policies|theory|theories|concept|doctrine|slogan|book|essay|pamphlet|article"
    r"|lectures|work|phrase|term|notion|plan|programme|belief|principle|vision|promise|radical|policy was|idea was|theory was|of|on|in"
    r"|called|more|attractive|successful|the|main|was) ){0,5}"
)
_NOUN = r"(?:idea|policy|theory|concept|doctrine|slogan|book|essay|pamphlet|article|work|plan|invention|brainchild|creation)"
_SUPPORTED = (
    "supported|supports|supporting|favoured|favours|promoted|promotes|promoting|believed in|believes in|championed|advocated|advocates"
    "|advocating|argued for|wanted|wants|backed|preferred|preached|pushed for|pushed|defended|promised|offered|called for|stood for"
    "|was in favour of|was for|was a supporter of|was a believer in|in favour of|agreed with|campaigned for|proposed|put forward"
)
_FOUGHT = (
    "opposed|opposes|rejected|rejects|was against|were against|attacked|criticised|criticized|disagreed with|hated|condemned"
    "|argued against|denounced|was opposed to|dismissed|did not believe in|disliked"
)
_CALLED = (
    "called|calls|described|describes|dubbed|nicknamed|labelled|labeled|branded|dismissed|mocked|referred to|spoke of|wrote of|coined"
    "|named|ridiculed|famously called|termed|derided|insulted"
)
_MAKER = re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:{_MADE}) {_KIND}~(\S+) ")
_MADE_BY = re.compile(
    rf"(?<= )~(\S+) (?:, )?(?:(?:which|that|was|were|is|had|been|first|originally) ){{0,4}}(?:{_MADE}|{_TOOK_UP}) by {_LIST}(?!'s )"
)
_TAKER = re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:{_TOOK_UP}) {_KIND}~(\S+) ")
_OWNER = re.compile(rf"(?<= ){_LIST}'s {_OWNED}~(\S+) ")
_OWNED_BY = re.compile(
    rf"(?<= )~(\S+) (?:, )?(?:(?:was|is|were|a|an|the|being) ){{0,2}}(?:(?:by|{_NOUN} of) {_LIST}(?!'s )|{_LIST}'s (?:\w+ ){{0,2}}{_NOUN} )"
)
_WITHIN = re.compile(
    rf"(?<= in )(?:(?:the|a|his) )?(?:(?:book|essay|pamphlet|article|lectures) )?~(\S+) (?:, )?{_LIST}(?:had |also )?(?:attacked|argued|said|wrote|claimed"
    r"|criticised|criticized|explained|set out|told|accused|showed|praised|blamed|presented|insulted|reminded|summed up|described)"
)
_SUPPORTER = re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:{_SUPPORTED}) {_KIND}~(\S+) ")
_FIGHTER = re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:{_FOUGHT}) {_KIND}(?:@\S+ 's )?{_KIND}~(\S+) ")
_CALLER = re.compile(
    rf"(?<= ){_LIST}(?:(?!{_CALLED})[^@ ]\S* ){{0,3}}(?:{_CALLED}) (?:(?:@\S+|him|it|this|that|these|system|process|what|happened|as|the|a|an|to|being|just|merely|'s|only|term|phrase|of|,|nothing|more|than|simply) ){{0,7}}~(\S+) "
)
_SAID_BY = re.compile(
    rf"(?<= )~(\S+) (?:, )?(?:in the words of|to quote|quoted by|said|coined by|(?:a |the )?(?:phrase|term|words) (?:of|by|used by|from)|by|as|according to)"
    rf" {_LIST}(?:said|put it|called|described|wrote|(?=, |$|in |at |because |who |and ))"
)
_WORDS_OF = re.compile(
    rf"(?<= ){_LIST}'s (?:\w+ )?(?:phrase|term|words|description|nickname|remark|comment|view|name|insult|label|own term|own words) (?:(?:@\S+|him|as|the|a|an|of|for|was|, |that|is|being) ?){{0,6}}~(\S+) "
)


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

    def _claims(self, text: str) -> Iterator[tuple[Work, set[str], re.Match[str], str]]:
        for pattern, rule in _RULES:
            for match in pattern.finditer(text):
                groups = [group for group in match.groups() if group]
                people = {name for group in groups for name in re.findall(r"@(\S+)", group)}
                work = next((self._works[group] for group in groups if group in self._works), None)
                if work and people and work.phrase == (rule == "said"):
                    yield work, people, match, rule


_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_MAKER, "made"), (_MADE_BY, "made"), (_TAKER, "owned"), (_OWNER, "owned"), (_OWNED_BY, "owned"), (_WITHIN, "owned"), (_SUPPORTER, "supported"),
    (_FIGHTER, "fought"), (_CALLER, "said"), (_SAID_BY, "said"), (_WORDS_OF, "said"),
)  # fmt: skip


def _wrong(work: Work, people: set[str], rule: str) -> bool:
    authors = {work.author, *work.coauthors}
    if rule in ("made", "said"):
        return authors.isdisjoint(people)
    if rule == "owned":
        return authors.union(work.backers).isdisjoint(people)
    if rule == "supported":
        return people <= set(work.opponents)
    return bool(work.opponents) and people <= authors
