"""Word lists for telling names from words. Every entry is lower case."""

MODALS = frozenset("will may".split())
"""Names that are also verbs which begin a question."""
MONTHS = frozenset("april may june august".split())
ALSO_WORDS = MODALS | MONTHS | frozenset(
    "grace mark bill rob jack art hope faith joy rose iris ivy sunny frank rich drew grant chase dean earl guy king lance miles "
    "nick pat ray sky stone sue summer wade ward wood young bud cash christian cliff dale dawn don gene glen heath jean jade "
    "jasmine lee lily mercy miller penny piper pearl reed robin ruby sandy sage short swift teddy trip violet west white brown "
    "black green gray long best bond cook field fields hall hill lake price page park case hunter mason carter taylor parker "
    "baker fisher porter turner walker cooper skip buck chip dash harmony honor patience prudence charity destiny genesis amber "
    "woods lane blessing precious gift crystal ginger holly olive heather forest river rain star sterling major judge "
    "bishop pope savage sharp wise rush".split()
)  # fmt: skip
"""Names that are also words: in lower case, and at the start of a sentence, hidden only where they are read as names."""
SMALL_WORDS = frozenset("the and of for in at on de du la le van von der den bin el al da dos di y & a an".split())
"""Parts of names that are no names by themselves."""
ORDINARY = frozenset(
    # the calendar
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december "
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter "
    # what people call each other's work
    "director directors president vice head manager managers chief officer lead leads senior junior principal staff executive "
    "engineer engineers analyst analysts associate partner supervisor boss ceo cto cfo coo cio cmo cpo chro evp svp vp avp md gm "
    "pm pmo ic operations finance quality marketing sales product engineering legal compliance procurement logistics support "
    "security design research data platform infrastructure strategy people human resources department team teams board "
    # letters that stand for words everybody uses
    "hr it qa rd api apis sql crm erp ui ux kpi kpis okr okrs sla slas roi nps ai ml llm gdpr eta fyi asap tbd tba faq ok okay pdf "
    "csv url id ids etc eg ie am pm q1 q2 q3 q4 h1 h2 fy covid rsvp cc bcc ps pr prs mvp poc rfp rfc pip pto wfh os tv phd mba "
    "i i'm i'd i'll i've dr mr mrs ms prof sir madam mx "
    # where languages and peoples are named as such
    "english german french spanish italian dutch portuguese polish russian chinese japanese korean arabic hindi turkish european "
    "american british indian african asian western eastern northern southern "
    # the subject itself
    "skip-level levels one-on-one ama sbi "
    # how people type
    "omg lol btw imo tbh idk ppl thru convo lvl wat wen wanna gonna gotta kinda dunno "
    # what numbers and lists are called
    "iban bic ssn ni emp ext attendees ops qbr offsite".split()
)  # fmt: skip
"""Capitalised or unusual words that name nobody."""
SURNAMES = frozenset(
    "young stone wade ward wood woods west white brown black green gray long best bond cook field fields hall hill lake lane price "
    "page park case hunter mason carter taylor parker baker fisher porter turner walker cooper king bishop judge pope savage sharp "
    "wise rush short swift sage cash major star buck chip dash skip river forest lee reed".split()
)  # fmt: skip
"""Of the names that are also words, those that seldom name a person without a first name or a title."""
ADJECTIVES = frozenset(
    "rich frank christian sunny sandy young green black white brown gray long short sharp wise swift savage best major precious "
    "crystal violet amber olive".split()
)  # fmt: skip
"""Names that also say what somebody is like: "my boss is frank with me"."""
ALSO_VERBS = frozenset(
    "mark bill grant chase rose hope drew long best cook field price page park case skip buck chip dash judge star rush pat wade "
    "ward reed rob nick sue bond cash".split()
)  # fmt: skip
"""Names that may follow "will" and "may" as verbs, or stand where a pair of names could."""
VIRTUES = frozenset("hope joy grace faith patience mercy prudence charity honor harmony destiny".split())
"""Names that may stand in a list of good things: "with grace and patience"."""
PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le bin binti ibn al el ben ter ten mac abu".split()
)
"""What may stand between the parts of a name."""
TITLES = frozenset("mr mrs ms miss dr prof mx sir".split())
ROLES = frozenset(
    "boss grandboss manager supervisor director lead leader vp ceo cto cfo coo skip skip-level head chief colleague coworker "
    "co-worker teammate peer friend mentor assistant husband wife partner brother sister person guy".split()
)
"""Whose name may come next: "my boss mark says"."""
ADDRESSED = frozenset(
    "ask asked tell told email emailed e-mail e-mailed message messaged ping pinged meet met hi hello hey dear thanks thank cc cc'd "
    "cc'ing ccing bcc with w from by to between reported called named contact contacted invite invited attendees".split()
)  # fmt: skip
"""After one of these a first name may come, if AFTER_A_PERSON or a mark follows."""
AFTER_A_PERSON = frozenset(
    "about for if that and or on at in when whether why what how before after yesterday today tomorrow tonight last next this "
    "monday tuesday wednesday thursday friday saturday sunday with who because but so too again first directly to".split()
)  # fmt: skip
"""What follows somebody who was asked, told or thanked, and seldom an adjective or a verb."""
DOES = frozenset(
    "said says told tells thinks thought wants wanted asked asks knows knew feels felt likes hates hated wrote writes keeps kept sent "
    "gave gives agreed agrees disagreed disagrees promised promises denied denies ignores ignored invited doesn't doesnt didn't "
    "didnt both runs ran reports reported works worked leads led believes loves loved got hired fired blocks blocked never always "
    "are were leaves left goes comes set sets makes takes needs calls called manages cancelled canceled refuses refused".split()
)  # fmt: skip
"""What people do, in forms that follow no "will" and no noun that is also a name."""
BEFORE_A_WORD = frozenset(
    "a an the my our your his her its their this these those any some no all every each more most much many such i we you they he "
    "she it who can could would should must might will may shall do does did don't dont didn't please let's not only very too "
    "really still even prices price costs".split()
)  # fmt: skip
"""Before a noun, an adjective or a verb: what follows is no name in small letters."""
BEFORE_A_PERSON = frozenset(
    "boss manager supervisor director lead leader vp colleague coworker co-worker teammate peer friend mentor report assistant "
    "named called told tell ask asked with dear hi hello thanks thank meet meeting met from by cc".split()
)
"""After one of these, a word nobody knows is taken for a name, however it is written."""
SAYS = frozenset(
    "said told was is has had did does wrote left went came took made gave got ran kept knew saw felt meant sent spent led lost "
    "brought thought can could would should never always also just and or who will may might must won't wouldn't isn't wasn't hasn't "
    "doesn't didn't can't".split()
)
"""What follows a person at the start of a sentence, and never follows a verb that begins a question."""
NICKNAMES = (
    "william will bill billy liam", "robert rob bob bobby bert", "richard rick dick rich", "elizabeth liz beth betty lizzie eliza",
    "margaret maggie meg peggy greta", "katherine catherine kate katie kathy cathy", "michael mike mick micky", "james jim jimmy",
    "john jack johnny", "joseph joe joey", "thomas tom tommy", "alexander alexandra alex sasha sandy lex", "anthony tony",
    "charles charlie chuck", "christopher chris kit", "daniel dan danny", "david dave", "edward ed eddie ted ned", "susan sue suzy",
    "patricia patrick pat patty paddy", "samuel samantha sam", "benjamin ben", "andrew andy drew", "nicholas nick nicky",
    "matthew matt", "stephen steven steve", "jennifer jen jenny", "rebecca becky", "victoria vicky tori", "gregory greg",
    "frederick fred freddie", "francis francesco frank", "eugene gene", "arthur art", "raymond ray", "donald don", "timothy tim",
    "philip phil", "lawrence larry", "theodore theo ted", "maximilian max", "ekaterina katya", "dmitri dima", "mohammed mo",
)  # fmt: skip
"""Short forms, each line one name: who is given by one form is written about in another."""
