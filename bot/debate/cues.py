"""General English phrases by which a reply is read: those that link, concede, weigh, ask or turn away.

Nothing here belongs to one motion: names, terms and dates come from the motion's heading.
"""

from __future__ import annotations

import re

CHATTER = re.compile(
    r"\b(l+o+l+|lmao|lmfao|rofl|ha(ha)+h?|hehe|x+d|bro+|bruh|omg|wtf|rip|meme|emoji|boring|bored|funny|joke|pizza|lunch|"
    r"dinner|homework|football|minecraft|fortnite|tiktok|mum|mom|dad|grandad|teacher|tired|hungry|sleepy|hello|hi|hey|bye|"
    r"thanks|thank you|sorry|ok boomer|no comment|favou?rite|moustache|mustache|beard|haircut|birthday|nickname|surname|"
    r"song|movie|film|youtube|google|chatgpt|robot|bot|ai|wifi|toilet|weekend|whatever|slay|skibidi|sus|vibes?|cute|"
    r"hot|sexy|sounds like|looks like|rhymes with|spell(ed|ing)?|i (like|love|hate|feel) (him|her|it|this|that|you)|"
    r"seems? (nice|cool|fun)|fan of|tomorrow|my (machine|dog|cat|friend|phone|laptop|battery|brother|sister)|capital of|more like|invented)\b"
)
"""Talk that is not about the motion."""

STUCK = re.compile(
    r"^(i )?(dont|do not|didnt) (know|get|understand)\b|\b(idk|i d(o|u)n ?n?o|dunno|i dont (really )?(know|get|understand)|no idea|no clue|not sure|im (stuck|lost|confused)|"
    r"cant (think|remember)|(a|another|have|need|want) (a )?(hint|clue|help)|help me|hint|skip|pass|i give up|give up)\b"
)
"""A student who does not know how to go on."""

REFUSAL = re.compile(
    r"\b(stop (it|asking|saying|talking|doing)|leave me|shut up|go away|who cares|(dont|doesnt|do not) care|not (doing|"
    r"reading|answering)|cba|cant be bothered|(already|just) (said|told|answered)|(pls|plz|please) stop|^stop$|something else|same thing|too long|so long|f+u+c*k+\w*|"
    r"sh[i1]t\w*|piss off|screw (you|this)|stfu|ignore (all|your|the|previous)|asking me|next question|can we)\b"
)
"""A student who will not go on."""

_AUXILIARY = (
    r"(is|are|was|were|do|does|did|has|have|had|would|could|should|can|will|isnt|wasnt|didnt|doesnt|about|if|s|"
    r"u|come|the hell|on earth)"
)
QUESTION_BACK = re.compile(
    rf"^(and |but |so |ok |okay |wait |um+ |erm |hang on |sorry |well )*"
    rf"((what|whats|who|whos|why|how|where|when|which)( \w+)? {_AUXILIARY}\b|(what|who|why|how|huh|wdym|meaning)$|what \w+$|"
    rf"(whats|whos|wheres|hows) |what about|how (many|much|do|did|come|would|could)|why (not|is|are|do|did|would|you)|"
    rf"(can|could|will) (you|u|i|we)|(is|are|was|were|did|do|does|should|isnt|didnt) [a-z]+ [a-z]+)"
)
"""A reply that opens by asking instead of answering."""
ASKS_LAST = re.compile(r"\b(by|to|for|of|with|from|\w+) (who|what|whom|which|why)$")
"""A reply that ends by asking."""

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
    r"yes but|true but|depends)\b"
)
"""Words that limit a claim."""

_PERSON = r"(he|she|they|it|the|his|her|their|we|you|i|there|nobody|no one|everyone|people|once|when|if|by|even|a|an|that|this)"
LINKS: dict[str, tuple[float, re.Pattern[str]]] = {
    "cause": (
        1.0,
        re.compile(
            rf"\b(because|cos|coz|cuz|bc|becuz|since {_PERSON}|as (he|she|they|it|nobody|no one|there)(?! well)|due to|owing to|thanks to|"
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
    "means": (0.8, re.compile(r"\bby (?!(?:spring|morning|evening|king|bring)\b)[a-z]+ing\b|\b(the way|in order) to\b")),
    "comparison": (
        0.6,
        re.compile(
            r"\b(more|less|worse|better|other|rather|[a-z]{3,}er) than\b|\bthe (same|other|next|first|second|last|wrong) [a-z]+|"
            r"\bas [a-z]+ as\b|\b(different|instead of|compared|no (longer|use|help|reason)|each time|every time)\b"
        ),
    ),
    "sequence": (
        0.4,
        re.compile(
            r"\b(by (then|now|\d{4}|[a-z]+ber|[a-z]+ary|spring|summer|autumn|winter|the time)|(years?|months?|weeks?|days?) "
            r"(before|later|after)|and then|afterwards|in the end|from then|still|already|no one left|nobody left)\b"
        ),
    ),
    "denial": (
        0.35,
        re.compile(
            r"\b(nobody|no one|nothing|never|none|cant|couldnt|didnt|doesnt|dont|isnt|wasnt|werent|arent|wouldnt|hadnt|not|"
            r"no) [a-z]+"
        ),
    ),
    "supposing": (0.5, re.compile(r"\b((would|could|might)(ve| have|nt| not)?|wouldve|couldve|mightve) [a-z]+")),
    "cleft": (
        0.7,
        re.compile(r"\bwhat( [a-z]+){1,5} (did|was|is|were|does)\b|\bits( [a-z]+){1,4} that\b|\bthe (people|one|man|men) (it|who)\b"),
    ),
    "pause": (0.4, re.compile(r"[a-z][:;] [a-z]+( [a-z]+)?|, (which|who|where|whose) [a-z]+")),
    "general": (0.3, re.compile(r"\b(you (cant|dont|need|have|are|could|would|only|still|just|move)|if you) ?[a-z]*\b")),
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

SELF = re.compile(
    r"\b(me|my|mine|im|ill|ive|u|ur|your|youre|i(?! (think|agree|guess|would|wouldnt|dont think|suppose|reckon|mean|admit|accept|"
    r"believe|say|disagree|wont|cant see)))\b"
)
"""Talk of oneself or to the bot, not of the motion."""

ANSWERS = re.compile(r"^(because|cos|coz|bc|no|yes|yeah|nah|well|true|maybe|perhaps|partly|mostly|but|it|they|he|that|this|fair|not|both|"
                     r"neither|either|depends|narrow|only|everyone|everybody|nobody|people|you (cant|can|need|dont))\b")
"""Openings that take the question up."""

HOW_FAR = re.compile(
    r"\b(to (a|an|some|the) ([a-z]+ ){0,3}(extent|degree)|mostly|mainly|largely|partly|partially|chiefly|entirely|hardly|"
    r"barely|only (partly|half|a)|half (of|right|true|the)|up to a point|not (entirely|completely|fully|wholly|really|at all|"
    r"much|the (main|only|whole|biggest|most))|quite (far|a lot)|very far|not (very )?far|(a|the) (big|large|small|great|good|"
    r"huge|major|minor) part|(more|most|less|least|equally|as|so) (important|decisive|significant|crucial)|(the )?(main|key|"
    r"biggest|decisive|central|single|most \w+|chief|real|root) (reason|factor|cause|explanation|thing)|explains (most|much|some|"
    r"a lot|little|only|nearly|almost|half|part|the)|necessary but|not (enough|sufficient)|wasnt (enough|the main)|isnt enough|"
    r"more than (half|anything)|matter(s|ed)? (more|most|less|a lot|very|as much|only)|above all|(bigger|smaller|stronger|weaker) "
    r"(reason|factor|cause)|came second|comes first)\b"
)
"""Words that say how far an explanation goes."""

CRITERION = re.compile(
    r"\b(without (it|this|that|them|him|his|the|a|control|[a-z]+)|necessary|sufficient|could(nt| not| never| only)? have|would(nt|"
    r" not| never| still)? have|wouldve|couldve|possible|depend(s|ed) on|relied on|rests? on|(all|most) the other|(the )?(others?|"
    r"rest) (only )?(needed|worked|depended|would|could|came)|(lasted|throughout|whole (period|time|story)|every (time|case|round|"
    r"stage|rival|one of)|all (three|four|of them|his rivals|the way)|each (time|case|round|stage|rival)|in both|long (run|term)|"
    r"from (start|beginning|\d{4})( to|$))|the test|my (test|measure|criterion|yardstick)|i (judge|measure|decide|test)|judg(ed|ing) "
    r"by|measured by|(most|more|less) [a-z]+ because|because (it|this|that|he|they|the \w+) (explains?|came|was the|is the|made|"
    r"lasted|worked|decided|turned|let|gave|allowed|happened|could|only)|turn(ed|s) [a-z ]{2,30} into|underl(ies|ay|ie|ying)|"
    r"what (decided|turned|made)|(let|allowed|enabled) (him|all|the others?)|explains (why|all|both|each|every|only))\b"
)
"""Words by which a judgement says on what ground it ranks its reasons."""

WEIGHS = re.compile(
    r"\b((more|less|most|least|equally|as|so) (important|decisive|significant|crucial|powerful|useful|to do)|matter(s|ed)? (more|most|less|as|"
    r"only)|outweigh(s|ed)?|rather than|whereas|while|but|however|although|though|even (if|though|so|more)|on the other hand|"
    r"(bigger|greater|stronger|weaker|smaller|better|main) (reason|factor|cause|part|explanation)|compared|than|without|only (worked|"
    r"mattered|possible|because)|depended on|not (just|only)|instead|secondary|alone|both|yet|needed)\b"
)
"""Words that set one reason against another."""

