"""How students say that somebody held a post or led a body, as expressions over marked sentences.

In these sentences a post is marked with % ("%war-commissar" for "head of the Red Army"), a body with ~, people with @.
Each expression has two groups, people and posts (or bodies); in those whose name ends in `_FIRST` the post comes first.
"""

from __future__ import annotations

import re

from bot.debate.phrases import NO_OWNER, PEOPLE, POSSESSIVE, either, some

HEAD = either(
    "head heads leader leaders chief boss bosses chair chairman chairperson president director commander commanders"
    " commissar secretary first_secretary party_secretary editor in_charge in_command general minister party_leader"
    " party_boss party_chief top"
)
HEAD_AFTER = either("leader leaders chief boss head commander chairman editor president")
LESSER = "".join(
    f"(?<! {word})"
    for word in ("deputy", "vice", "assistant", "acting", "candidate", "under", "second", "ex", "other", "an")
)
DET = some(
    3,
    f"the a his {POSSESSIVE} both also an party 's soviet russian first new powerful whole entire local main communist"
    " undisputed overall its their our job_of role_of post_of position_of",
)
_POSTS = rf"(%\S+ (?:(?:, )?{some(3, 'and also then as_well_as both the a later had was')}%\S+ ){{0,3}})"
_PLACE = either("party communist_party ~bolsheviks organisation party_organisation party_machine")
_NOT_IT = (  # "the Leningrad delegation" is not Leningrad
    r"(?!'s |official|jobs? |posts? |polic|politic|minister|office|spending|delegat|opposition|rising|trial|worker|mass"
    r"|uprising|faction|group |votes? )"
)
_BODIES = (
    rf"(?:(?:the )?{_PLACE} (?:in|of) (?:the )?)?(~\S+ (?:(?:, )?{either('and as_well_as')} (?:the )?~\S+ )?){_NOT_IT}"
)
_ADV = (
    r"(?:(?:had|has|also|then|still|already|later|now|since|both|soon|therefore|currently|only|all|who|and|, ) ?){0,3}"
)
_JOB = "(?:position|role|post|job|office|title|place)"
_BE = either(
    "was is were are became becomes becoming being remained been be served_as acted_as worked_as got_to_be"
    " took_over_as stayed stays stayed_on_as continued_as carried_on_as made"
    " elected appointed named took_charge_as ruled_as installed_as acting_as serving_as working_as running_as"
)
_OWN = either("position role post job work time power status title place seat appointment rise control powers")
_OWN_JOB = f"'s {_OWN} (?:as|of|to|at)"
_HELD_JOB = (
    f"{either('held had got took gained given received enjoyed occupied used exploited holding using having with')}"
    rf" (?:the|his|a) (?:\w+ )?{_JOB}s? (?:of|as)"
)
_NOW = some(2, "also then still now made appointed elected put placed both to_be already officially only once at")
_FOLLOWED = rf"(?:{either('replaced succeeded took_over_from followed')} @\S+|took @\S+ 's {_JOB})"
_STRENGTH = either("power strength success victory influence authority control advantage rise")
_GAP_STOPS = either(
    "but him them that although while whereas unlike because than post position role job importance power"
)
_GAP = rf"(?:(?!{_GAP_STOPS} )(?:@\S+ 's|[^@%, ]\S*) ){{0,6}}"

_THEN = r"(?:(?:in|during|since|throughout|all through) (?:the )?#\S+ )?"
_AND_AS = "(?:(?<=, and as )|(?<= but as )|(?<= because as )|(?<= when as ))"

# Plain statements: who is named must hold what is named.
HELD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){PEOPLE}{_ADV}(?:{_BE}|{_OWN_JOB}|{_HELD_JOB}) {_NOW}{DET}{_POSTS}",
        rf"(?<= )(@\S+ ), as {DET}{_POSTS}(?=, )",
        rf"(?<= )(@\S+ )(?:[a-z]+ ){{1,5}}?his (?:[a-z]+ )?{_JOB} (?:as|of) {DET}{_POSTS}",
        rf"(?<= ){either('appointed made named elected chose promoted put placed')}"
        rf" {PEOPLE}{some(2, 'as to be become')}{DET}{_POSTS}",
        rf"(?<= )(?:replaced|succeeded|followed) by {PEOPLE}as {DET}{_POSTS}",
        rf"(?<= )(?:replac(?:e|ed|es|ing)|swap|swapped) @\S+ (?:with|by|for) {PEOPLE}as {DET}{_POSTS}",
        rf"(?<= ){PEOPLE}{_ADV}{_FOLLOWED} {either('as in to_become to_be')} {DET}{_POSTS}",
    )
)
HELD_FIRST = (
    re.compile(
        rf"(?<= ){_POSTS}(?:, )?(?:{either('was is were called named being went_to at_the_time')}"
        rf" ){{1,3}}{PEOPLE}{NO_OWNER}"
    ),
    re.compile(rf"{_AND_AS}{DET}{_POSTS}{_THEN}{PEOPLE}{NO_OWNER}"),
    re.compile(rf"(?<= )replaced as {DET}{_POSTS}by {PEOPLE}{NO_OWNER}"),
)

# Loose statements: they count only if nobody in the sentence holds what is named.
_MANY = either("many several more other multiple two three four various important key powerful")
_SUCH_AS = r"(?:(?:, |in|of|as|being|such|like|including|called|namely|for example|he) ?){0,4}"
_GOES_ON = "(?=, |$|in |from |until |and |since |at |had |was |could |did |used )"
LOOSE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){PEOPLE}, {some(3, 'who then now the was also once')}{DET}{_POSTS}{_GOES_ON}",
        rf"(?<= ){PEOPLE}(?:, who )?{_GAP}(?:as|being|like) {DET}{_POSTS}",
        rf"(?<= )(@\S+ )'s (?:\w+ )?{_STRENGTH} (?:\w+ ){{0,4}}(?:being|as) {DET}{_POSTS}",
        rf"(?<= ){PEOPLE}{_GAP}{_MANY} (?:\w+ )?{_JOB}s {_SUCH_AS}{DET}{_POSTS}",
    )
)
_AND_MORE = r"(?:(?:, )?and (?:[^@#%,]\S* ){1,8}?)?"  # "as premier, General Secretary and Politburo member he ..."
LOOSE_FIRST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<= ){_POSTS}{PEOPLE}{NO_OWNER}",
        rf"(?:(?<= as )|(?<= being )|(?<= both )){DET}{_POSTS}{_THEN}, {PEOPLE}{NO_OWNER}",
        rf"(?<=^ by ){either('becoming being')} {DET}{_POSTS}{_THEN}(?:, )?{PEOPLE}{NO_OWNER}",
        rf"(?<=^ as ){DET}{_POSTS}{_AND_MORE}{_THEN}(?:, )?{PEOPLE}{NO_OWNER}",
        rf"(?:^ )(?:the |a )?{_POSTS}, {PEOPLE}{NO_OWNER}",
    )
)

# Leading a body.
_LED = either(
    "led leads leading lead headed heads heading commanded commanding chaired chairs chairing directed edited edits"
    " editing presided_over oversaw in_command_of took_charge_of charge_of at_the_head_of"
)
_GERUND = either("leading heading running chairing commanding directing editing being_in_command_of")
_COMMAND = either("command leadership chairmanship editorship headship presidency")
LED = (
    re.compile(rf"(?<= ){PEOPLE}{_ADV}(?:was |were )?{_LED} {DET}{_BODIES}"),
    re.compile(rf"(?<= ){PEOPLE}'s {_COMMAND} (?:of|over|in|at) {DET}{_BODIES}"),
    re.compile(rf"(?<= )(@\S+ )'s (?:\w+ ){{0,3}}{_STRENGTH} (?:\w+ ){{1,4}}?{_LED} {DET}{_BODIES}"),
)
_WAS = rf"(?:, )?{some(3, 'which was were is being then now')}"
LED_FIRST = (
    re.compile(rf"(?<= ){_BODIES}{_WAS}{either('led headed commanded chaired directed edited')} by {PEOPLE}{NO_OWNER}"),
    re.compile(rf"(?<= ){_BODIES}(?:, )?(?:which|that) {PEOPLE}{_ADV}{_LED} "),
    re.compile(rf"(?<= ){either('by through while with when')} {_GERUND} {DET}{_BODIES}(?:, )?{PEOPLE}"),
)
_CONTROLLED = either(
    "ran runs running controlled controls controlling dominated dominates had_control_of has_control_of"
    " had_control_over in_control_of took_control_of gained_control_of with_control_of with_control_over took_over"
    " had_power_over had_authority_over"
)
_CONTROL = either("control domination hold grip power influence authority command")
_FROM = either("came_from lay_in was_in rested_on was_based_on depended_on")
_RUNNING = either("running managing leading heading commanding directing editing")
_AFTER_BODY = "(?=, |$|so |and |but |to |because |which |in #)"
CONTROLLED = (
    re.compile(rf"(?<= ){PEOPLE}{_ADV}(?:was |were )?{_CONTROLLED} {DET}{_BODIES}"),
    re.compile(rf"(?<= ){PEOPLE}'s {_CONTROL} {either('of over in on at')} {DET}{_BODIES}"),
    re.compile(
        rf"(?<= ){PEOPLE}{_ADV}(?:was |were )?{either('sent chosen appointed picked brought_in put_in')} to "
        rf"{either('run lead control head manage take_over')} {DET}{_BODIES}"
    ),
    re.compile(
        rf"(?<= ){PEOPLE}{_ADV}(?:been |was |were ){{1,2}}{some(1, 'the_one still now')}{_RUNNING} {DET}{_BODIES}"
    ),
    re.compile(rf"(?<= )(@\S+ )(?!'s ){_GAP}(?:from|by|through) {_RUNNING} {DET}{_BODIES}"),
    re.compile(rf"(?<= ){PEOPLE}'s (?:[a-z]+ )?{_STRENGTH} {_FROM} {DET}{_BODIES}"),
    re.compile(rf"(?<= )(?:gave|handed|given|giving) {PEOPLE}(?:the )?{_BODIES}{_AFTER_BODY}"),
)
_BASE = either("power_base powerbase base stronghold machine organisation party_machine power_bases bases")
CONTROLLED_FIRST = (
    re.compile(rf"(?<= ){_BODIES}{_WAS}{either('run controlled dominated')} by {PEOPLE}{NO_OWNER}"),
    re.compile(rf"(?<= ){_BODIES}{_WAS}under {PEOPLE}(?:{NO_OWNER}|'s {either('control command leadership thumb')} )"),
    re.compile(rf"(?<= ){_BODIES}(?:belonged|belongs) to {PEOPLE}{NO_OWNER}"),
    re.compile(rf"(?<= )(~\S+ )(?:was|were|is|are|became|remained|, ) ?(@\S+ )'s (?:[a-z]+ )?{_BASE} "),
)

ANY = re.compile(r" (?:a|an|any|another|every) $")
"""Before "government led by Trotsky": that it is only thought of."""

# Losing a post or a body: one must have had it.
_LOST = (
    rf"{some(2, 'was were been being got is had')}{some(1, 'also then later')}"
    + either(
        "lost loses losing stopped_being ceased_to_be removed"
        " sacked dismissed fired ousted stripped driven taken thrown forced kicked resigned"
        " demoted"
        " replaced deprived pushed edged squeezed voted purged eased"
    )
    + " "
    + some(
        6,
        f"out off from as of in his the {POSSESSIVE} control command leadership post position job role hold on at over"
        " grip",
    )
)
LOST_POST = (re.compile(rf"(?<= ){PEOPLE}{_ADV}{_LOST}{DET}{_POSTS}"),)
LOST = (
    re.compile(rf"(?<= ){PEOPLE}{_ADV}{_LOST}{DET}{_BODIES}"),
    re.compile(
        rf"(?<= ){PEOPLE}{_ADV}{either('had has owned possessed')} (?:the )?(~\S+ )(?=, |$|so |and |which |but "
        rf"|because |to |while )"
    ),
)

# Having one's base in a place.
SEATED = (
    re.compile(rf"(?<= ){PEOPLE}'s (?:\w+ )?{_BASE} (?:(?:was|of|support|in|at|, |lay|being) ?){{1,3}}{_BODIES}"),
    re.compile(rf"(?<= ){PEOPLE}'s {_BODIES}{_BASE} "),
    re.compile(
        rf"(?<= ){PEOPLE}{_ADV}{either('had has with built')} (?:a|his|their|an) (?:\w+ )?{_BASE} (?:of support )?in"
        rf" {_BODIES}"
    ),
    re.compile(rf"(?<= ){PEOPLE}(?:was|were) based in {_BODIES}"),
    re.compile(rf"(?<= ){PEOPLE}{_ADV}had {_BODIES}behind (?:him|them) "),
    re.compile(rf"(?<= ){PEOPLE}{_ADV}(?:replaced|succeeded|took over from) @\S+ in {_BODIES}"),
    re.compile(rf"(?<= ){PEOPLE}'s (?:own |old )?{_BODIES}(?=, |$|was |were |had |and |fell |lost |after |in )"),
    re.compile(
        rf"(?<= )(@\S+ )(?:, )?{either('and with from in using lost')} (?:his|@\S+ 's)"
        rf" {some(1, 'own strong loyal old')}{_BODIES}"
    ),
)
SEATED_FIRST = (re.compile(rf"(?<= )(~\S+ )(?:was|is|became|remained|, ) ?(@\S+ )'s (?:[a-z]+ )?{_BASE} "),)
_AT = either("in of from had with for")
SEATED_PAIR = re.compile(rf"(?<= )(@\S+ ){_AT} (~\S+ )(?:, )?(?:and|while) (@\S+ ){_AT} (~\S+ )")
"""Two people and two places, in four groups: "Zinoviev in Leningrad and Kamenev in Moscow"."""

# Belonging to a group.
_TWO = r"@\S+ (?:, @\S+ ){0,3}(?:, )?and @\S+ "
_JOINED = either(
    "formed form joined founded created set_up in on part_of belonged_to a_member_of members_of made_up led headed"
    " leaders_of leader_of stood_on leading a_part_of"
)
JOINED = (
    re.compile(rf"(?<= ){PEOPLE}{_ADV}{some(1, 'was were are is')}{_JOINED} {DET}(~\S+ )"),
    re.compile(rf"(?<= )({_TWO})(?:'s )?{some(1, 'formed made_up')}(?:the |a )(~\S+ )(?!(?:was|were|had) )"),
    re.compile(rf"(?<= )({_TWO})made (?:the |a )(~\S+ )(?=, |$|(?:together|in|but|and|so|to|against|because) )"),
)
_MADE_OF = either(
    "was were which made up consisting consisted formed led between of by with including included containing like"
    " such as"
)
JOINED_FIRST = (
    re.compile(
        rf"(?<= )(~\S+ )(?:, )?(?:{_MADE_OF} ){{1,4}}(@\S+ (?:(?:, @\S+ ){{0,3}}(?:, )?and @\S+ )?){NO_OWNER}"
        rf"(?!{either('had has did could')} )"
    ),
    re.compile(rf"(?<= )(~\S+ ), ({_TWO})(?=, |$)"),
)

# The time of a post.
_PART = "early late mid spring summer autumn winter the"
SINCE = re.compile(rf"(?<= )%(\S+) (?:(?:as|of) (?:early|far back) )?(?:since|ever since) {some(1, _PART)}#(\S+) ")
FROM = re.compile(rf"(?<= )%(\S+) (?:from|in|during|by) {some(1, _PART)}#(\S+) ")
_ADVERB = "already only straight away later right as far by himself then also again successfully well"
THEN = re.compile(
    rf"(?:, )?(?:{either(f'in during of on back through throughout all {_ADVERB} {_PART}')} ){{1,5}}#(\S+) "
)
THEN_BEFORE = re.compile(rf"(?:^ |, |and |but )(?:in|during) {some(2, f'of {_PART}')}#(\S+) (?:, )?(?:when )?$")
UNTIL = re.compile(
    rf"(?:right |all the way )?(?:up )?(?:until|till|to) (?:(?:his|the|@\S+ 's) (?:[a-z]+ ){{1,3}}?in )?"
    rf"{some(1, _PART)}#(\S+) "
)
SINCE_THEN = re.compile(rf"(?:since|ever since) {some(1, _PART)}#(\S+) ")
FROM_THEN = re.compile(rf"(?:(?:all|right) the (?:time|way) )?(?:from) {some(2, _PART)}#(\S+) ")
LATER = re.compile(r" (?:later|eventually|afterwards|went on) ")
SOMEBODY = re.compile(r" (?:@\S+|he|his|him|she|they) ")
