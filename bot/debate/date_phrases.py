"""How students put an event and its date together, as wordings and as expressions over marked sentences."""

from __future__ import annotations

import re

from bot.debate.phrases import either, some

# Wordings that tell of the beginning of a thing, which a bare noun does not.
_BEGAN = (
    "(introduc*|pass|passed|passing|passes|adopt*|creat*|invent*|impos*|issu*|launch*|start|started|starting|starts"
    "|began"
    "|begin*|begun|established|set up|announc*|agreed|proposed|made|enact*|implement*|approved|brought in|bringing in"
    "|decided on|written|wrote|sent|signed|formed|founded|decreed)"
)
THING_BEGAN = (
    f"{{thing}} [was|were|is|had been|got] [first|only|finally|formally|officially|also|then] {_BEGAN}",
    f"{_BEGAN} [of] {{thing}}",
    f"{{thing}} [that|which] {{anyone}} {_BEGAN}",
    "{thing} of",
    "{thing} , {1500/2100} ,",
    "{thing} [only|first] (came|happened|appeared|existed)",
    "{1500/2100} {bare}",
    "{thing} (came in|came into force|took effect|dates from|dated from|came about|dates back to)",
)
# Wordings for somebody who loses a post or place.
_PLACE = "(seat|place|post|position|job|role|membership|power base|base|editorship|leadership|command|control|chair)"
_ON = "[in|on|of|over|at|as|from]"
_HEAD = "[the] [head|leader|commander|chief|boss|editor|chairman|chair|party secretary|secretary] [in chief] [of] [the]"
_REMOVED = (
    "(removed|expelled|ejected|dropped|ousted|kicked|kicked out|thrown|thrown out|dismissed|sacked|excluded|stripped"
    "|fired|forced|forced out|forced to resign|pushed|pushed out|voted off|voted out|struck|taken|driven|driven out"
    "|purged|relieved|deprived|replaced|edged out)"
)
_REMOVING = (
    "(got|getting|get|got rid of|getting rid of|get rid of|voted|voting"
    "|removed|removing|remove|expelled|expelling|expel|ejected|dropped|dropping|ousted|ousting|kicked|kicking|threw"
    "|throwing|thrown|dismissed|dismissing|sacked|sacking|excluded|stripped|fired|firing|forced|forcing|pushed|pushing"
    "|drove|driving|purged|deprived)"
)
_REMOVAL = "(removal|expulsion|dismissal|departure|resignation|exclusion|fall|sacking|ejection|ousting)"
_FROM = "(from|of|off|out of|as|out from)"
FELL = (
    f"{{0}} [was|were|had been|have been|being|got|is|are|get|gets|,] .. {_REMOVED} {_FROM} [his|their|the] [{_PLACE}]"
    f" {_ON} {_HEAD} {{1}}",
    "{0} [had] (lost|loses|losing|left|leaves|quit|resigned|resigns|gave up|stepped down|stood down|gives up|stopped"
    f" being|ceased to be) [from|as|of|off] [his|their|the|all] [{_PLACE}|grip|hold] {_ON} {_HEAD} {{1}}",
    "{0} [had] (lost|loses|losing|gave up) (his|their|the) {1} (seat|seats|place|places|post|job|base|membership)",
    f"{_REMOVING} {{0}} [out] {_FROM} [his|their|the] [{_PLACE}] {_ON} {_HEAD} {{1}}",
    f"(had|having|have|got|getting) {{0}} {_REMOVED} {_FROM} [his|their|the] [{_PLACE}] {_ON} {_HEAD} {{1}}",
    f"{{0}}'s {_REMOVAL} (from|off|as) [his|their|the] [{_PLACE}] {_ON} {_HEAD} {{1}}",
    f"{{0}}'s loss of [his|their|the] [{_PLACE}] {_ON} {_HEAD} {{1}}",
    f"{_REMOVAL} of {{0}} (from|off|as) [his|their|the] [{_PLACE}] {_ON} {_HEAD} {{1}}",
)
ARTICLE = re.compile(r"^\[[^\]]*\] *")  # "the 1921 ban" names its year, "in 1927 the ban" does not
_MADE = (
    "published|wrote|delivered|gave|launched|announced|introduced|put forward|proposed|came up with|invented|unveiled"
    "|developed|proposing|announcing|inventing|creating|unveiling|adopting"
    "|publishing|publication of|writing|launching|introducing"
)
WORK_APPEARED = (
    "{{{id}}} [was|were|had been|is] [first|only|then|also] (published|written|delivered|launched|announced|introduced"
    "|adopted|came out|appeared|put forward|proposed|unveiled|printed)",
    "(wrote|argued|said|claimed|argues|argued in|set out) in [the|his] {{{id}}}",
    "{{{id}}} , {{1500/2100}} ,",
    "{{1500/2100}} (theory|policy|idea|slogan|doctrine|concept|book|essay|article|pamphlet) [of|on|,] {{{id}}}",
    f"{{{{{{id}}}}}} [that|which] {{{{anyone}}}} ({_MADE})",
    f"({_MADE}) [the|his|a|their] [idea of|policy of|theory of|idea|policy|book|essay|lectures on|pamphlet|slogan of"
    "|slogan|famous|new|own|concept of|doctrine of] {{{id}}}",
)

# Between an event and its date stand only words that leave the two together.
_QUIET = either(
    "in on of during at the this that which was were is being held took place happened occurred came met meeting late"
    " early"
    " mid end beginning start middle spring summer autumn winter only finally eventually later again suddenly back"
    " actually"
    " officially also year around about roughly dated originally party permanently completely already just both"
    " together out"
    " altogether abroad straight campaign drive affair session crisis so him them towards way some_time sometime"
    " as_early_as as_late_as as_far_back_as"
)
_OWNER = "(?:(?:the|a|an|his|their|its|being) )?"
_BESIDE = rf"{either('by with from along_with alongside for on')} {_OWNER}(?:[a-z]+ )?(?:[@~]\S+|[a-z]+)"
_TO = r"to (?:the |his |their )?(?:[@~]?[a-z]\S* ){0,3}?[@~]?[a-z]\S*(?= (?:,|in|on|during|as early as|back) )"
_AT = r"at (?:the )?(?:[a-z0-9]+ )?~\S+(?= (?:in|of) )"
_WITH = rf"(?:{_QUIET}|{_AT}|[a-z]+ly|in [a-z~]\S+|to [a-z]+|{_TO}|{_BESIDE}) "
_PART = "the early late mid spring summer autumn winter of year beginning end"
_AND_THIS = r"(?:and (?:this|that|it|which) (?=was |happened |took place |came ))?"
AFTER = re.compile(rf"(?:, )?{_AND_THIS}(?:{_WITH}){{0,6}}?(?:, in )?#(\S+) (?:(?:, )?(?:or|and|/) (?:in )?#(\S+) )?")
LOOSE_DATE = re.compile(
    rf" (?:{either('by until till before after since from to between through towards his their a its')}|'s) #\S+ $"
    r"| the (?!#\d\d\d0/\d\d\d9 )#\S+ $"
)
"""A date that is not the event's: "by 1924", "the 1924 congress"."""
_CLAUSE_DATE = re.compile(rf", (?:so |then |and )*(?:in|on|by|during) {some(3, _PART)}#\S+ $")
_CLAUSE = re.compile(
    rf"(?:[@~]\S+|{either('he she it they we the his her their its a an there nobody everyone many most some all')}) "
)


def opens_clause(text: str, start: int, end: int) -> bool:
    """Say whether the date that ends there is the next clause's: "after Lenin died, in 1925 he ruled alone"."""
    return bool(_CLAUSE_DATE.search(text[start:end]) and _CLAUSE.match(text, end))


_OPENING = (
    rf"(?:(?:^|,|{either('and but so then because later that when however as also')}) )"
    rf"(?:(?:it|this|which) was )?{some(4, 'early late back only at the end beginning start of middle around already')}"
)
SUBJECT = (
    r"(?:(?:,|@\S+ 's|[@~]\S+|'s|"
    + either(
        "the a his their its and party also then finally was that when which year russian soviet bolshevik leader"
        " leaders"
        " members vote votes result went decided_to voted_to in_which at during in was_that there_was on of he she they"
        " missed for_example for_instance too it_happened_that"
    )
    + ") ){0,8}"
)
_ASIDE = (  # "In 1923, a year after his stroke, ..."
    r"(?:, (?:only |just |about |some )?(?:a|one|two|three|four|five|six|\d+) (?:year|month|week|day)s? "
    r"(?:after|before|into|later|earlier) (?:[^,#]\S* ){0,6}?(?=, ))?"
)
_TURN = either(
    "and but because so which that who whose when while although though as if before after since until by than for to"
    " let made means meant , from between he they she it we had was were is are led won built run held set not fought"
)
LOOSELY = re.compile(rf"(?:(?!{_TURN} |[a-z]+(?:ing|ed) |[a-z]+(?<!his)'s )[^#@~ ]\S* ){{1,4}}?(?:in|on) #(\S+) ")
TOLD = re.compile(r"@\S+ (?!'s )|(?:became|made|appointed|elected|got|wrote|dictated|formed|published) ")
"""An event that is told with its verb: up to its clause's end a date is its own."""
WHILE = re.compile(rf"(?:^ |, |and |but )(?:when|as) (?:(?!{_TURN} )[^#]\S* ){{1,8}}?in #(\S+) , {SUBJECT}$")
_IN = either("in on during around of as_early_as as_far_back_as")
BEFORE = re.compile(rf"{_OPENING}{_IN} {some(4, _PART)}#(\S+) {_ASIDE}{SUBJECT}$")
WHEN = re.compile(
    r"(?:(?:in|by|until) (?:early |late )?#(\S+) (?:, )?(?:when|the year (?:that|when|in which))"
    rf"|#(\S+) was the year (?:that|when|in which)?) ?{SUBJECT}$"
)
AT_THE_TIME = re.compile(r"(?<= )(?:when|at the time of|at the time when|at the time|by the time|at|during) (?:the )?$")
EARLIER = re.compile(r" (?:had(?! (?:his|her|a|an|the) )|already|once|formerly) ")
GOES_ON = re.compile(r"(?:of|as) (?:the |a |head of |party )*~\S+ ")
"""After words such as "Stalin got his post": which one it was, so that the words did not tell it."""
ELSEWHERE = re.compile(rf" {either('chinese spanish american english french finnish irish greek german hungarian')} $")
"""Before words such as "the Civil War": that it was another country's."""
NEXT_TO = re.compile(r"#(\S+) (?:'s )?$")
NOT_NEXT_TO = re.compile(rf" {either('by until till before after since from to between')} (?:the )?#\S+ (?:'s )?$")
OWNING = re.compile(r"(?:the|a|his|'s|this|that) $")
NOT_UNTIL = re.compile(rf"(?:{_WITH}){{0,3}}?(?:until|till) (?:{_WITH}){{0,2}}?#(\S+) ")
UNTIL_IT = re.compile(rf"(?:{_WITH}){{0,3}}?(?:until|till|before) (?:the )?")
BY = re.compile(rf"(?:, )?(?:{_WITH}){{0,3}}?by {some(3, _PART)}#(\S+) ")
BY_BEFORE = re.compile(
    rf"(?:^ |, |and |but |so |because |that )by {some(3, _PART)}#(\S+) {SUBJECT}(?:had (?:already )?)?$"
)

NAMED = re.compile(r"'s .*|(?:^| )of ")
"""In an event: that it is named, as "Kirov's murder" is, and not told."""

_NEW_CLAUSE = either(
    "for what because who which that as when where after since before than from of whose and but , while if by to his"
)
EFFECT = re.compile(rf"(?:(?!{_NEW_CLAUSE} )\S+ ){{1,6}}?in #(\S+) ")

AT_AFTER = re.compile(rf"(?:{_WITH}){{0,5}}?(?:at|during|in) (?:the )?(?:party 's )?$")
AT_BEFORE = re.compile(r"(?<= )(?:at|during|in) (?:the )?(?:party 's )?$")
ACTS = re.compile(some(2, "also then had which ,"))
WAS_WHEN = re.compile(rf"(?:was|is) when {SUBJECT}")
VERB = re.compile(r"(?:to [a-z]+|[a-z]+(?:ed|t)) ")
AND_THEN = re.compile(r"(?:, )?(?:and|so) (?:then |so |also |[@~]\S+ |the ){0,3}$")

_LINKS = (
    "by_the_time_of by_the_time until_after until by thanks_to because_of due_to as_a_result_of straight_after"
    " right_after"
    " immediately_after soon_after just_after shortly_after after once following upon before when as_soon_as"
)
LINK_AFTER = re.compile(rf"(?:{_WITH}){{0,3}}?(?P<link>{either(_LINKS + ' because')}) (?:the )?$")
AHEAD = re.compile(r"(?:was|were|is|would|might|could|had not|will|should) ")
"""After what is the reason of an event: that it was still to come."""
COUNT_FOLLOWS = re.compile(rf"(?:, )?(?:{_WITH}){{0,3}}?(?:, )?")
LINK_BEFORE = re.compile(rf" (?P<link>{either(_LINKS + ' on')}) (?:the )?$")
FOLLOWS = re.compile(rf"(?:(?:in|on) #\S+ )?{some(1, 'came met opened')}{SUBJECT}{some(3, 'had already been was')}$")
