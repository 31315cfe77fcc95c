"""Finds people whom a student gives an office that they did not hold, or did not hold then, or a group not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.base.motion import Heading
from bot.base.timeline import Office, Timeline, first_and_last_day
from bot.debate.marking import Marked
from bot.debate.mistake import Hit, is_denied, is_unreal

_HEAD = (
    "head|heads|leader|leaders|chief|boss|bosses|chair|chairman|chairperson|president|director|commander|commanders|commissar|"
    "secretary|first secretary|party secretary|editor|in charge|in command|general|minister|party leader|party boss|party chief"
)
_LESSER = r"(?<! deputy)(?<! vice)(?<! assistant)(?<! acting)(?<! candidate)(?<! under)(?<! second)(?<! ex)(?<! other)"
_DET = r"(?:(?:the|a|his|@\S+ 's|both|also|an|party|'s|soviet|russian|first|new|powerful|whole|entire|local|main|communist|undisputed|overall|job of|role of|post of|position of) ){0,3}"
_LIST = r"(@\S+ (?:(?:, @\S+ ){0,3}(?:, )?(?:and|or|as well as) @\S+ )?)"
_POSTS = r"(%\S+ (?:(?:, )?(?:(?:and|also|then|as well as|both|the|a|later|had|was) ){0,3}%\S+ ){0,3})"
_IN = r"(?:(?:the )?(?:party|communist party|~bolsheviks|organisation|party organisation|party machine) (?:in|of) (?:the )?)?"
_BODIES = (
    _IN
    + r"(~\S+ (?:(?:, )?(?:and|as well as) (?:the )?~\S+ )?)(?!'s |delegat|opposition|rising|trial|worker|mass|uprising|faction|group |votes? )"
)
_ADVERBS = (
    r"(?:(?:had|has|also|then|still|already|later|now|since|both|soon|therefore|currently|only|all|who|and|, ) ?){0,3}"
)
_BE = (
    r"(?:was|is|were|are|became|becomes|becoming|being|remained|been|be|served as|acted as|worked as|got to be|took over as|made"
    r"|elected|appointed|named|took charge as|ruled as|installed as|acting as|serving as|working as|running as"
    r"|'s (?:position|role|post|job|work|time|power|status|title|place|appointment|rise|control|powers) (?:as|of|to)"
    r"|(?:held|had|got|took|gained|given|received|enjoyed|occupied|used|exploited|holding|using|having|with) (?:the|his|a)"
    r" (?:\w+ )?(?:post|position|role|job|office|title)s? (?:of|as)) "
)
_LED = r"(?:led|leads|leading|lead|headed|heads|heading|commanded|commanding|ran|runs|running|chaired|chairs|chairing|directed|edited|edits|editing|presided over|oversaw|in command of|took charge of|charge of|at the head of) "
_CONTROLLED = (
    r"(?:controlled|controls|controlling|dominated|dominates|had control of|has control of|had control over|in control of"
    r"|took control of|gained control of|with control of|with control over|took over|had power over|had authority over) "
)
_CONTROL_OF = r"'s (?:control|domination|hold|grip|power|influence|authority) (?:of|over|in|on|at) "
_COMMAND_OF = r"'s (?:command|leadership|chairmanship|editorship|headship|presidency) (?:of|over|in|at) "
_BASE = r"(?:power base|powerbase|base|stronghold|machine|organisation|party machine|power bases|bases)"
_GAP = r"(?:(?!(?:but|although|while|whereas|unlike|because|than|post|position|role|job|importance|power) )(?:@\S+ 's|[^@%, ]\S*) ){0,6}"

# Plain statements: who is named must hold what is named.
_PLAIN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){_LIST}{_ADVERBS}{_BE}(?:(?:also|then|still|now|made|appointed|elected|both|to be|already|officially|only|once) ){{0,2}}{_DET}{_POSTS}",
        rf"(?<= )(@\S+ ), as {_DET}{_POSTS}(?=, )",
        rf"(?<= )(?:appointed|made|named|elected|chose|promoted) {_LIST}(?:(?:as|to|be|become) ){{0,2}}{_DET}{_POSTS}",
        rf"(?<= ){_LIST}{_ADVERBS}(?:replaced|succeeded|took over from|followed) @\S+ (?:as|in|to become|to be) {_DET}{_POSTS}",
    )
)
_PLAIN_POST_FIRST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){_POSTS}(?:, )?(?:(?:was|is|were|called|named|being|went to|at the time) ){{1,3}}{_LIST}(?!'s )",
        rf"(?<= )replaced as {_DET}{_POSTS}by {_LIST}(?!'s )",
    )
)
# Loose statements: they count only if nobody in the sentence holds what is named.
_LOOSE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){_LIST}, (?:(?:who|then|now|the|was|also|once) ){{0,3}}{_DET}{_POSTS}(?=, |$|in |from |until |and |since |at |had |was |could |did |used )",
        rf"(?<= ){_LIST}{_GAP}(?:as|being|like) {_DET}{_POSTS}",
        rf"(?<= )(@\S+ )'s (?:\w+ )?(?:power|strength|success|victory|influence|authority|control|advantage) (?:\w+ ){{0,4}}(?:being|as) {_DET}{_POSTS}",
        rf"(?<= ){_LIST}{_GAP}(?:(?:many|several|more|other|multiple|two|three|four|various|important|key|powerful) )"
        rf"(?:\w+ )?(?:posts|positions|jobs|roles|offices|titles) (?:(?:, |in|of|as|being|such|like|including|called|namely|for example|he) ?){{0,4}}{_DET}{_POSTS}",
    )
)
_LOOSE_POST_FIRST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){_POSTS}{_LIST}(?!'s )",
        rf"(?<= as ){_DET}{_POSTS}, {_LIST}(?!'s )",
        rf"(?:^ )(?:the |a )?{_POSTS}, {_LIST}(?!'s )",
    )
)
_LEADING = (
    re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:was |were )?{_LED}{_DET}{_BODIES}"),
    re.compile(rf"(?<= ){_LIST}{_COMMAND_OF}{_DET}{_BODIES}"),
)
_BY_LEADING = re.compile(
    rf"(?<= )(?:by|through|while|with|when) (?:leading|heading|running|chairing|commanding|directing|editing|being in command of) {_DET}{_BODIES}(?:, )?{_LIST}"
    )
_LED_BY = re.compile(
    rf"(?<= ){_BODIES}(?:, )?(?:(?:which|was|were|is|being|then|now) ){{0,3}}(?:led|headed|commanded|run|chaired|directed|edited) by {_LIST}(?!'s )"
)
_CONTROLLING = (
    re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:was |were )?{_CONTROLLED}{_DET}{_BODIES}"),
    re.compile(rf"(?<= ){_LIST}{_CONTROL_OF}{_DET}{_BODIES}"),
)
_CONTROLLED_BY = re.compile(
    rf"(?<= ){_BODIES}(?:, )?(?:(?:which|was|were|is|being|then|now) ){{0,3}}(?:controlled|dominated) by {_LIST}(?!'s )"
)
_SEATED = (
    re.compile(rf"(?<= ){_LIST}'s (?:\w+ )?{_BASE} (?:(?:was|of|support|in|at|, |lay|being) ?){{1,3}}{_BODIES}"),
    re.compile(rf"(?<= ){_LIST}'s {_BODIES}{_BASE} "),
    re.compile(
        rf"(?<= ){_LIST}{_ADVERBS}(?:had|has|with|built) (?:a|his|their|an) (?:\w+ )?{_BASE} (?:of support )?in {_BODIES}"
    ),
    re.compile(rf"(?<= ){_LIST}(?:was|were) based in {_BODIES}"),
    re.compile(rf"(?<= )(@\S+ )(?:, )?(?:and|with|from|in|using|lost) (?:his|@\S+ 's) (?:own |strong |loyal |old )?{_BODIES}"),
)
_HAD = re.compile(rf"(?<= ){_LIST}{_ADVERBS}(?:had|has|owned|possessed) (?:the )?(~\S+ )(?=, |$|so |and |which |but |because |to |while )")
_SEATED_PAIR = re.compile(
    r"(?<= )(@\S+ )(?:in|of|from|had|with|for) (~\S+ )(?:, )?(?:and|while) (@\S+ )(?:in|of|from|had|with|for) (~\S+ )"
)
_LOST = (
    r"(?:(?:was|were|been|being|got|is|had) ){0,2}(?:also |then |later )?(?:lost|loses|losing|removed|sacked|dismissed|fired|ousted|stripped|driven"
    r"|taken|thrown|forced|kicked|resigned|demoted|replaced|deprived)"
    r" (?:(?:out|off|from|as|of|in|his|the|@\S+ 's|control|command|leadership|post|position|job|role|hold|on|at|over|grip) ){0,6}"
)
_LOSING = re.compile(rf"(?<= ){_LIST}{_ADVERBS}{_LOST}{_DET}{_BODIES}")
_LOSING_POST = re.compile(rf"(?<= ){_LIST}{_ADVERBS}{_LOST}{_DET}{_POSTS}")
_SINCE = re.compile(
    r"(?<= )%(\S+) (?:(?:as|of) (?:early|far back) )?(?:since|ever since) (?:(?:early|late|mid|the) )?#(\S+) "
)
_LATER = re.compile(r" (?:later|eventually|after|afterwards|would|1930s|finally|went on) ")
_MEMBERS = (
    re.compile(
        rf"(?<= ){_LIST}{_ADVERBS}(?:was |were |are |is )?(?:formed|form|joined|founded|created|set up|in|on|part of|belonged to|a member of|members of|made up"
        rf"|led|headed|leaders of|leader of|stood on|leading|a part of) {_DET}(~\S+ )"
    ),
    re.compile(r"(?<= )(@\S+ (?:, @\S+ ){0,3}(?:, )?and @\S+ )(?:'s )?(?:formed |made up )?(?:the |a )(~\S+ )"),
)
_MEMBERS_OF = re.compile(
    r"(?<= )(~\S+ )(?:, )?(?:(?:was|were|which|made up|consisting|consisted|formed|led|between|of|by|with|including|included|containing|like|such as) ){1,3}"
    r"(@\S+ (?:(?:, @\S+ ){0,3}(?:, )?and @\S+ )?)(?!'s )"
)
_MEMBERS_LIST = re.compile(r"(?<= )(~\S+ ), (@\S+ (?:, @\S+ ){0,3}(?:, )?and @\S+ )(?=, |$)")
_AFTER_POST = re.compile(r"(?:(?:in|during|of|on|back|early|late|mid|spring|summer|autumn|winter|the) ){1,4}#(\S+) ")
_UNTIL_POST = re.compile(r"(?:up )?(?:until|till) (?:(?:early|late|mid|the) )?#(\S+) ")
_SINCE_POST = re.compile(r"(?:since|ever since) (?:(?:early|late|mid|the) )?#(\S+) ")
_BEFORE_POST = re.compile(
    r"(?:^ |, |and |but )(?:in|during) (?:(?:early|late|mid|spring|summer|autumn|winter|of) ){0,2}#(\S+) (?:, )?(?:when )?$"
)
_NEAR = 60
_SLACK = timedelta(days=40)
_OPEN = date.max - _SLACK  # the end of a term that goes on beyond the motion's period


class Offices:
    """Who held which office when, ready to be compared with sentences."""

    def __init__(self, heading: Heading, timeline: Timeline) -> None:
        self._end = first_and_last_day(heading.period)[1]
        self._offices = {office.id: office for office in timeline.offices}
        self._of_body = {body: office for office in timeline.offices for body in office.bodies}
        bodies = "|".join(map(re.escape, self._of_body)) or "-"
        titles = (
            "|".join(re.escape(office.id) for office in timeline.offices if not office.bodies or office.titles) or "-"
        )
        self._post = re.compile(
            rf"(?<= ){_LESSER}(?<! an)(?:(?:{_HEAD}) (?:in chief )?(?:(?:of the party|of the soviet) )?(?:of|for|at|in) {_DET}~(?P<of>{bodies}) (?!'s )"
            rf"|~(?P<body>{bodies}) (?:leader|leaders|chief|boss|head|commander|chairman|editor|president) |~(?P<title>{titles}) )"
        )
        self._named = frozenset(f"~{id}" for id in (*self._of_body, *self._offices))

    def check(self, marked: Marked) -> Iterator[Hit]:
        """Give each office of the sentence that is given to somebody who did not hold it."""
        if self._named.isdisjoint(marked.words) or not any(word[0] == "@" for word in marked.words):
            return
        text, shifts = self._with_posts(marked.text)
        for office, found in self._wrong_starts(text):
            yield Hit(office, "role", _back(found.start(), shifts), _back(found.end(), shifts))
        for office, who, found, rule in self._claims(text):
            start, end = found.start(), found.end()
            if self._holds(office, who, rule, text) or is_denied(text, start, end) or is_unreal(text, start, end):
                if rule in ("post", "lead") and not is_denied(text, start, end) and not is_unreal(text, start, end):
                    if not self._held_then(office, who, text, start, end):
                        yield Hit(office, "role", _back(start, shifts), _back(end, shifts))
                continue
            if rule == "loose" and any(
                holder.person in text and f"@{holder.person} " in text for holder in office.holders
            ):
                continue
            yield Hit(office, "role", _back(start, shifts), _back(end, shifts))

    def _with_posts(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """Mark the posts with %, and keep how far later characters moved."""
        parts: list[str] = []
        shifts: list[tuple[int, int]] = [(0, 0)]
        done = length = 0
        for match in self._post.finditer(text):
            body = match["of"] or match["body"]
            office = self._of_body[body].id if body else match["title"]
            parts += [text[done : match.start()], f"%{office} "]
            length += match.start() - done + len(office) + 2
            done = match.end()
            shifts.append((length, done - length))
        return "".join((*parts, text[done:])), shifts

    def _claims(self, text: str) -> Iterator[tuple[Office, list[str], re.Match[str], str]]:
        if "%" in text:
            for patterns, rule, post_first in (
                (_PLAIN, "post", False), ((_LOSING_POST,), "plain", False), (_PLAIN_POST_FIRST, "plain", True), (_LOOSE, "loose", False), (_LOOSE_POST_FIRST, "loose", True)
            ):  # fmt: skip
                for pattern in patterns:
                    for match in pattern.finditer(text):
                        posts, people = (match[1], match[2]) if post_first else (match[2], match[1])
                        if post_first and rule == "loose" and _somebody_before(text, match.start()):
                            continue
                        for id in re.findall(r"%(\S+)", posts):
                            yield self._offices[id], re.findall(r"@(\S+)", people), match, rule
        if "~" in text:
            yield from self._body_claims(text)

    def _body_claims(self, text: str) -> Iterator[tuple[Office, list[str], re.Match[str], str]]:
        rules = [(pattern, "lead", False) for pattern in _LEADING] + [(_LED_BY, "lead", True), (_BY_LEADING, "lead", True)]
        rules += [(pattern, "control", False) for pattern in (*_CONTROLLING, *_SEATED)] + [
            (_CONTROLLED_BY, "control", True)
        ]
        rules += [(_LOSING, "lost", False), (_HAD, "lost", False)]
        rules += [(pattern, "member", False) for pattern in _MEMBERS]
        rules += [(pattern, "member", True) for pattern in (_MEMBERS_OF, _MEMBERS_LIST)]
        for pattern, rule, body_first in rules:
            for match in pattern.finditer(text):
                bodies, people = (match[1], match[2]) if body_first else (match[2], match[1])
                for id in re.findall(r"~(\S+)", bodies):
                    office = self._of_body.get(id)
                    if office and _fits(office, pattern, rule):
                        yield office, re.findall(r"@(\S+)", people), match, rule
        for match in _SEATED_PAIR.finditer(text):
            first, second = self._of_body.get(match[2][1:-1]), self._of_body.get(match[4][1:-1])
            if first and second and first.seat and second.seat:
                yield first, [match[1][1:-1]], match, "control"
                yield second, [match[3][1:-1]], match, "control"

    def _wrong_starts(self, text: str) -> Iterator[tuple[Office, re.Match[str]]]:
        """Find "General Secretary since 1924" where nobody began in that year."""
        for match in _SINCE.finditer(text):
            office, span = self._offices[match[1]], _span(match[2])
            starts = [first_and_last_day(holder.from_) for holder in office.holders]
            if (
                span
                and not office.group
                and not any(span[0] <= last + _SLACK and first - _SLACK <= span[1] for first, last in starts)
            ):
                if not is_denied(text, match.start(), match.end()) and not is_unreal(text, match.start(), match.end()):
                    yield office, match

    def _holds(self, office: Office, who: list[str], rule: str, text: str) -> bool:
        """Say whether the claim stands: one of several named is enough for a post, each must belong to a group.

        Whoever held a post only after the motion's period holds it here if the sentence looks so far ahead.
        """
        ahead = _LATER.search(text) is not None or any(
            (span := _span(mark)) and span[1] > self._end for mark in re.findall(r" #(\S+)", text)
        )
        holders = {
            holder.person for holder in office.holders if ahead or first_and_last_day(holder.from_)[0] <= self._end
        }
        if office.group:
            return set(who) <= holders.union(office.also)
        if rule in ("control", "lost"):
            holders.update(office.also)
        return not holders.isdisjoint(who)

    def _held_then(self, office: Office, who: list[str], text: str, start: int, end: int) -> bool:
        """Say whether the date beside a post, if there is one, falls into the holder's time."""
        terms = [self._term(holder.from_, holder.to) for holder in office.holders if holder.person in who]
        if office.group or not terms:
            return True
        before = _BEFORE_POST.search(text[max(0, start - _NEAR) : start])
        if (mark := _AFTER_POST.match(text, end) or before) and (span := _span(mark[1])):
            return any(span[0] <= last + _SLACK and first - _SLACK <= span[1] for first, last in terms)
        if (mark := _UNTIL_POST.match(text, end)) and (span := _span(mark[1])):
            return any((span[0] <= last + _SLACK and last - _SLACK <= span[1]) or last == _OPEN for _, last in terms)
        if (mark := _SINCE_POST.match(text, end)) and (span := _span(mark[1])):
            return any(span[0] <= first + _SLACK and first - _SLACK <= span[1] for first, _ in terms)
        return True

    @staticmethod
    def _term(start: str, end: str | None) -> tuple[date, date]:
        return first_and_last_day(start)[0], first_and_last_day(end)[1] if end else _OPEN


def _fits(office: Office, pattern: re.Pattern[str], rule: str) -> bool:
    """Say whether a rule applies to an office: groups have members, some bodies are places where one has a base."""
    if office.group or rule == "member":
        return office.group and rule == "member"
    return office.seat if pattern in _SEATED else not (office.seat and rule == "lost")


def _span(mark: str) -> tuple[date, date] | None:
    if "/" in mark:
        return None
    try:
        return first_and_last_day(mark)
    except ValueError:
        return None


def _somebody_before(text: str, start: int) -> bool:
    return re.search(r" (?:@\S+|he|his|him|she|they) ", text[max(0, start - _NEAR) : start] + " ") is not None


def _back(place: int, shifts: list[tuple[int, int]]) -> int:
    """Turn a place of the text with posts into the place of the marked text."""
    moved = 0
    for length, shift in shifts:
        if length > place:
            break
        moved = shift
    return place + moved
