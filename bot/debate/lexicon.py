"""General English word by word: what carries no content, what any argument could say, what takes a stand.

Nothing here belongs to one motion: names, terms and dates come from the motion's heading.
"""

from __future__ import annotations


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


FUNCTION = _words(
    """
    a about above after again against all almost alone along already also although always am among an and another
    any anybody anyone anything anyway are arent around as at away back be because been before behind being below
    between both but by can cannot cant come cos could couldnt coz cuz did didnt do does doesnt doing done dont down
    during each either else enough even ever every everybody everyone everything few first for from further get gets
    getting go goes going got had hadnt has hasnt have havent having he hed hell her here hers herself hes him
    himself his how however i id if ill im in instead into is isnt it itd itll its itself ive just last least less
    let lets like made make makes making many may maybe me might mine more most much must my myself neither never
    next no nobody none nor not nothing now of off often on once one ones only onto or other others otherwise our
    ours ourselves out over own perhaps quite rather really same shall she shed should shouldnt since so some
    somebody someone something sometimes somewhere soon still such than that thats the their theirs them themselves
    then there theres therefore these they theyd theyll theyre theyve thing things this those though three through
    throughout till to together too towards two u under unless until up upon ur us very was wasnt way we were werent
    weve what whatever whats when where whereas whether which while who whod whoever whole whom whos whose why will
    with within without wont would wouldnt yes yet you youd youll your youre yours yourself yeah yep nah tho well
    etc thus hence indeed bc becuz tbh ngl imo kinda sorta gonna wanna gotta wouldve couldve shouldve mightve mustve
    anybodys somebodys nobodys everyones
    """
)
"""Words that carry grammar, not content; apostrophes are left out."""
JOINING = _words("and or n in on to of from the also like maybe erm um")
"""Words that only string names and dates together."""
VAGUE = _words(
    """
    able absolutely abuse achieve act action actual actually advantage affect aim allow ally ambition ambitious
    amount angry arguably argument arrogant aspect attack authority aware bad basically beat become began believe
    benefit benefitted best better big bit boring boss brutal care cause certain certainly chance change character
    charge clear clearly clever cold common complete completely conclusion contribute contributed control cool could
    coward cruel cunning danger dangerous deal decide decisive defeat definitely depend despite destroy determined
    develop dictator did difference different difficult dominant dominate dominated earn ease easier easily easy
    effect effective end enemy enemies enormous entire especially essential event eventually evidence evil exact
    example explain extent extremely fact factor fail failed failure fair fame famous fear feel felt figure final
    finally find fight follow followed fool force friend full gain gave general give given goal good great greatest
    group guess hand happen happened hard hate hated help helped high historian history hold huge idea important
    importance include increase individual influence influential intelligent interest involve issue job key kill
    kind knew know knowledge known large largely lead leader leadership leading led level liar liked literally
    little live long look lose loser lost lot lots love loved loyal loyalty loads main major majority manage
    manipulate manipulated manipulation manipulative massive matter matters mean means member men method mistake
    moment motive move naive nasty natural nature necessary need needed never new nice number obvious obviously old
    opinion opponent opportunity opposition order outcome outsmart outsmarted overall part particular particularly
    party past people perfect period person personal personality place plan play played point policy policies
    political politically politician politics poor popular popularity position positive possible post potential
    power powerful powers probably problem prove purpose put quality question quick quickly real reality reason
    relationship remember respect respected result right rise rival rivals role rule ruthless ruthlessness said saw
    say scared seem seemed seen selfish sense serious set several show side significance significant similar simple
    simply situation skill skilful skilled small smart sneaky sort special stage start state stay step stop strategy
    strength strengthen strong stronger strongest struggle stuff stupid succeed success successful successfully
    support supported supporter sure take taken talk tell term terrible theory think thought time told took top
    total totally tough tried trick tricked true truly trust trusted try turn type ultimately understand unpopular
    use used useful useless usually various victory view want wanted wants weak weaker weakness weaknesses went win
    winner wins won wonder word work worked world worse worst worth wrong year years day days nobodies nobody hugely
    whilst mainly sly allies underestimate underestimated overcome successor succession takeover rose rising ruler
    ruled rules tactic tactics tactical opposed opposing opponents greater lucky luck strategic dominance benefits
    credit behind amazing awful prefer preferred country evryone outmanoeuvre outmanoeuvred convince convinced
    persuade thinking believed believing saying getting making using knowing wanting trying helping winning losing
    beating controlled controlling controls leads ability reputation fault blame worry worried hero villain grateful
    keep kept continue continued system come came see sees seeing hear heard looked man lol haha pls plz omg okay
    wow yay ppl stuffs anyways guy guys dude lad
    """
)
"""Words of any political argument: with only these, nothing specific has been said."""
NUMBER_WORDS = _words(
    """
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens third thirds quarter
    percent tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth fifth
    """
)
"""Figures written as words, from ten on."""
MONTHS = _words(
    """
    january february march april june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec
    """
)
"""Months, without May: it is a verb unless a number stands by it."""
STAND = _words(
    """
    power powers powerful control controlled controls strong stronger weak weaker popular unpopular clever cleverer
    smart smarter support supporters loyal loyalty fear feared afraid scared scary trust trusted wrong right
    important matter matters win wins won winning lose lost losing better best worse worst ruthless arrogant lazy
    cunning skill skilled skilful luck lucky mistake mistakes enemy enemies rival rivals leader leaders leadership
    ambition ambitious hated liked disliked respected useless useful biased lie lies lied truth true need needed
    allies ally force forced defeat defeated beat help helped success successful position post reason cause caused
    traitor coward
    """
)
"""Words by which even a bare sentence takes a stand."""
FACTORS = _words(
    """
    mistake mistakes error errors blunder blunders failing failings failure failures weakness weaknesses weak luck
    lucky chance accident skill skills skilful cunning tactic tactics tactical strategy manoeuvring maneuvering
    scheming policy policies idea ideas ideology slogan programme doctrine personality character arrogance arrogant
    ambition ruthlessness rudeness division divisions divided disunity split splits quarrel quarrels quarrelling
    infighting fear fears fearing popularity unpopularity reputation charisma illness death circumstance
    circumstances timing alliance alliances ally culture discipline unity economy economic mood opinion support
    patience judgement underestimated underestimating underestimation complacency legacy cult propaganda background
    religion nationalism war money context conditions structure
    """
)
"""Words by which a reason is named in any debate about causes."""
