"""General English by which a reply is read: words that say little, words that link, words that turn away.

Nothing here belongs to one motion: names, terms and dates come from the motion's heading.
"""

from __future__ import annotations

import re

FUNCTION = frozenset(
    """a about above after again against all almost alone along already also although always am among an and another any
    anybody anyone anything anyway are arent around as at away back be because been before behind being below between both
    but by can cannot cant come cos could couldnt coz cuz did didnt do does doesnt doing done dont down during each either
    else enough even ever every everybody everyone everything few first for from further get gets getting go goes going got
    had hadnt has hasnt have havent having he hed hell her here hers herself hes him himself his how however i id if ill im
    in instead into is isnt it itd itll its itself ive just last least less let lets like made make makes making many may
    maybe me might mine more most much must my myself neither never next no nobody none nor not nothing now of off often on
    once one ones only onto or other others otherwise our ours ourselves out over own perhaps quite rather really same shall
    she shed should shouldnt since so some somebody someone something sometimes somewhere soon still such than that thats
    the their theirs them themselves then there theres therefore these they theyd theyll theyre theyve thing things this
    those though three through throughout till to together too towards two u under unless until up upon ur us very was
    wasnt way we were werent weve what whatever whats when where whereas whether which while who whod whoever whole whom
    whos whose why will with within without wont would wouldnt yes yet you youd youll your youre yours yourself yeah yep
    nah tho well etc thus hence indeed bc becuz tbh ngl imo kinda sorta gonna wanna gotta""".split()
)
"""Words that carry grammar, not content; apostrophes are left out."""

VAGUE = frozenset(
    """able absolutely abuse achieve act action actual actually advantage affect aim allow ally ambition ambitious amount
    angry arguably argument arrogant aspect attack authority aware bad basically beat become began believe benefit benefitted
    best better big bit boring boss brutal care cause certain certainly chance change character charge clear clearly clever
    cold common complete completely conclusion contribute contributed control cool could coward cruel cunning danger
    dangerous deal decide decisive defeat definitely depend despite destroy determined develop dictator did difference
    different difficult dominant dominate dominated earn ease easier easily easy effect effective end enemy enemies
    enormous entire especially essential event eventually evidence evil exact example explain extent extremely fact factor
    fail failed failure fair fame famous fear feel felt figure final finally find fight follow followed fool force friend
    full gain gave general give given goal good great greatest group guess hand happen happened hard hate hated help helped
    high historian history hold huge idea important importance include increase individual influence influential intelligent
    interest involve issue job key kill kind knew know knowledge known large largely lead leader leadership leading led
    level liar liked literally little live long look lose loser lost lot lots love loved loyal loyalty loads main major
    majority manage manipulate manipulated manipulation manipulative massive matter matters mean means member men method
    mistake moment motive move naive nasty natural nature necessary need needed never new nice number obvious obviously
    old opinion opponent opportunity opposition order outcome outsmart outsmarted overall part particular particularly
    party past people perfect period person personal personality place plan play played point policy policies political
    politically politician politics poor popular popularity position positive possible post potential power powerful
    powers probably problem prove purpose put quality question quick quickly real reality reason relationship remember
    respect respected result right rise rival rivals role rule ruthless ruthlessness said saw say scared seem seemed seen
    selfish sense serious set several show side significance significant similar simple simply situation skill skilful
    skilled small smart sneaky sort special stage start state stay step stop strategy strength strengthen strong stronger
    strongest struggle stuff stupid succeed success successful successfully support supported supporter sure take taken
    talk tell term terrible theory think thought time told took top total totally tough tried trick tricked true truly
    trust trusted try turn type ultimately understand unpopular use used useful useless usually various victory view want
    wanted wants weak weaker weakness weaknesses went win winner wins won wonder word work worked world worse worst worth
    wrong year years day days nobodies nobody hugely easier total whilst mainly simply sly ally allies underestimate
    underestimated overcome successor succession takeover rose rising ruler ruled rules tactic tactics tactical opposed
    opposing opponents great greater lucky luck strategic intelligent dominance benefit benefits credit behind amazing
    awful useful prefer preferred country also-ran evryone outmanoeuvre outmanoeuvred convince convinced persuade best
    thinking believed believing saying getting making using knowing wanting trying helping winning losing beating
    controlled controlling controls leads ability reputation quite-good fault blame worry worried hero villain""".split()
)
"""Words of any political argument: with only these, nothing specific has been said."""

NUMBER_WORDS = frozenset(
    """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens third thirds quarter percent
    tenth fifth""".split()
)
MONTHS = frozenset(
    """january february march april june july august september october november december jan feb mar apr jun jul aug sept
    sep oct nov dec""".split()
)
"""Months, without May: it is a verb unless a number stands by it."""

CHATTER = re.compile(
    r"\b(l+o+l+|lmao|lmfao|rofl|ha(ha)+h?|hehe|x+d|bro+|bruh|omg|wtf|rip|meme|emoji|boring|bored|funny|joke|pizza|lunch|"
    r"dinner|homework|football|minecraft|fortnite|tiktok|mum|mom|dad|grandad|teacher|tired|hungry|sleepy|hello|hi|hey|bye|"
    r"thanks|thank you|sorry|ok boomer|no comment|favou?rite|moustache|mustache|beard|haircut|birthday|nickname|surname|"
    r"song|movie|film|youtube|google|chatgpt|robot|bot|ai|wifi|toilet|weekend|whatever|slay|skibidi|sus|vibes?|cute|"
    r"hot|sexy|sounds like|looks like|rhymes with|spell(ed|ing)?|i (like|love|hate|feel) (him|her|it|this|that|you)|"
    r"seems? (nice|cool|fun)|fan of|tomorrow|my (machine|dog|cat|friend|phone|laptop|battery|brother|sister)|capital of)\b"
)
"""Talk that is not about the motion."""

STUCK = re.compile(
    r"\b(idk|i d(o|u)n ?n?o|dunno|i dont (really )?(know|get|understand)|no idea|no clue|not sure|im (stuck|lost|confused)|"
    r"cant (think|remember)|(a|another|have|need|want) (a )?(hint|clue|help)|help me|hint|skip|pass|i give up|give up)\b"
)
"""A student who does not know how to go on."""

REFUSAL = re.compile(
    r"\b(stop (it|asking|saying|talking|doing)|leave me|shut up|go away|who cares|(dont|doesnt|do not) care|not (doing|"
    r"reading|answering)|cba|cant be bothered|(already|just) (said|told you)|same thing|too long|so long|f+u+c*k+\w*|"
    r"sh[i1]t\w*|piss off|screw (you|this)|stfu|ignore (all|your|the|previous)|asking me|next question|can we)\b"
)
"""A student who will not go on."""

_AUXILIARY = (
    r"(is|are|was|were|do|does|did|has|have|had|would|could|should|can|will|isnt|wasnt|didnt|doesnt|about|if|s|"
    r"u|come|the hell|on earth)"
)
QUESTION_BACK = re.compile(
    rf"^(and |but |so |ok |okay |wait |um+ |erm |hang on |sorry |well )*"
    rf"((what|whats|who|whos|why|how|where|when|which)( \w+)? {_AUXILIARY}\b|(what|who|why|how|huh|wdym|meaning)$|"
    rf"(whats|whos|wheres|hows) |what about|how (many|much|do|did|come|would|could)|why (not|is|are|do|did|would|you)|"
    rf"(can|could|will) (you|u|i|we)|(is|are|was|were|did|do|does|should|isnt|didnt) (it|that|this|he|they|there|you|u|"
    rf"i|we|the)\b)"
)
"""A reply that opens by asking instead of answering."""

CONCEDES = re.compile(
    r"\b(i (would |d |do |can |must |have to |will |ll )?(agree|accept|admit|concede|grant)|id (agree|accept|admit|grant|"
    r"give you)|agreed|granted|fair (enough|point)|good point|fair|true|thats true|admittedly|youre right|you are right|"
    r"you have a point|i suppose|i take (the|your) point|it (didnt|wouldnt|wasnt|isnt|cant|doesnt|couldnt)[^.]{0,40}"
    r"(i agree|right|true)|(is|was|are|were|am) right|thats fair)\b"
)
"""Words that give the challenge its due."""

QUALIFIES = re.compile(
    r"\b(a bit|partly|in part|part of|to (a|some|an) [a-z ]{0,12}extent|to a degree|up to a point|mostly|mainly|some did|"
    r"sometimes|maybe|perhaps|probably|not (entirely|completely|only|just|the whole|always|really)|in a way|"
    r"hard to separate|narrow|on paper|in theory|exception|with hindsight|even (if|though|so)|not enough|on (its|their) own|"
    r"yes but|true but|less than|depends)\b"
)
"""Words that limit a claim."""

_PERSON = r"(he|she|they|it|the|his|her|their|we|you|i|there|nobody|no one|everyone|people|once|when|if|by|even|a|an|that|this)"
LINKS: dict[str, tuple[float, re.Pattern[str]]] = {
    "cause": (
        1.0,
        re.compile(
            rf"\b(because|cos|coz|cuz|bc|becuz|since {_PERSON}|as {_PERSON}(?! well)|due to|owing to|thanks to|"
            r"the reason|in order to|so as to)\b"
        ),
    ),
    "consequence": (
        1.0,
        re.compile(
            rf"(\bso (that|{_PERSON}|[a-z]+ (was|were|had|could|would|got|never|only|just|ended|saw|looked|still))\b|"
            r"\b(therefore|thus|hence|consequently|as a result|which (means|meant|made|let|gave|left|is|was|shows|explains|"
            r"helped|allowed|proves|turned|put)|(thats|that is|that was|this is|this was) (why|how|what|the|who|when)|"
            r"(this|that|it) (made|meant|means|shows|lets?|gave|tells|left|proves)|meaning|meant|means that|led to|"
            r"turned (it |them |this |that )?into|ended up|made (him|them|it|people|others)|let (him|them|people|other|"
            r"others)|(would|could) (cost|have))\b)"
        ),
    ),
    "contrast": (
        0.7,
        re.compile(
            r"\b(but|whereas|while|whilst|although|though|however|instead|rather than|unlike|on the other hand|yet|"
            r"despite|apart from|compared|even (if|though|when|so|the)|still|though)\b"
        ),
    ),
    "distinction": (
        1.0,
        re.compile(
            r"\b((its|it was|it is|is|was|were|are|isnt|wasnt|arent|werent|not) not [^.]{2,60}(, | )(but|its|it was|it)|"
            r"not [^.,]{2,40}, (it|but|they|he)|(isnt|wasnt|didnt|doesnt)[^.]{2,50}[,;:] ?(it|they|he|but|what|its)|"
            r"my point|the point|the difference|that difference|not the same|arent the same|werent the same|"
            r"the (wrong|right|only|same) (kind|man|person|one|thing|paragraph)|different (jobs?|things?)|"
            r"only (because|when|if|once|ever|meant|after|needed|had|takes)|what (mattered|changed|counted|counts|matters)|"
            r"(mattered|matters|counts|counted|worth|matter) (less|more|most|nothing|to)|what (it|they|he) didnt|in practice|"
            r"on paper|in theory|no use|worth (nothing|less|more|most|having)|(isnt|is not|wasnt|was not|not) (proof|a "
            r"weakness|a mistake|an accident|enough)|part of how|is one (vote|thing)|two different|all (he|they) needed)\b"
        ),
    ),
    "condition": (
        0.6,
        re.compile(
            r"\b(if|unless|without|until|once|as long as|by the time|whenever|whoever|after that|in (between|the meantime)"
            r"|(would|could)(nt| not)? (have|never)|when)\b"
        ),
    ),
    "reading": (
        0.7,
        re.compile(
            r"\b(id (say|argue|ask|give)|i (would|do) (say|argue|ask)|tells (us|you|me)|shows (that|us|how|it)?|proves|"
            r"(is|was|as) (really )?(evidence|proof)|explains|fits a pattern|which (is|was) (when|why|how|where)|"
            r"thats (what|why|how)|so (id|i would)|therefore|in other words|i dont think)\b"
        ),
    ),
}
"""Kinds of link between two statements, each with its worth: they are what an explanation is made of."""

ANSWERS = re.compile(r"^(because|cos|coz|bc|no|yes|yeah|nah|well|true|maybe|perhaps|partly|mostly|but|it|they|he|fair|not)\b")
"""Openings that take the question up."""
