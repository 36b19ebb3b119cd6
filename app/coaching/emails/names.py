"""Taking a name from a place in a text where a name must stand, whether or not it is written with capitals."""

import re

NOT_NAMES = frozenset(
    """
    a an the and or but so if then than that this these those there here what which who whom whose when where why
    how i i'm im i'd id i'll ill i've ive we us me my our he she they it him her them his hers their its you your
    one is are was were be been being am isn't isnt has have had having hasn't hasnt do does did doesn't doesnt
    don't dont didn't didnt will would can could should may might must won't wont can't cant knows know knew known
    said says say told tell tells thinks thought agreed agrees agree suggested suggests supports supported support
    approved approves wants want wanted asked asks ask gave gives give also already not no yes never always very
    really quite too still just only both some any all every each to of in on at for from with without about by as
    into over under up down out off after before since until while because new nervous worried happy glad sorry sure
    myself okay ok fine aware unaware good bad great nice kind strict busy difficult hard easy looking trying hoping
    writing working asking thinking planning going based currently now today tomorrow yesterday monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august september october
    november december please thanks thank hi hello dear hey regards best cheers boss manager lead leader supervisor
    director head chief vp svp evp ceo cto coo cfo cio president team group department office company firm role job
    title name called named minutes minute mins hour email letter note meeting meet chat call talk time assistant pa
    ea hr it qa email-address somebody someone anyone nobody everyone people person awful terrible useless
    incompetent horrible annoying toxic unhappy angry against supportive unfair lazy rude away leaving gone part
    full senior junior principal associate two three four five ten twenty thirty half next last first second like
    liked love loves wondering interested curious keen excited anxious afraid scared hoping unsure confused
    frustrated tired stuck her's let lets let's make makes made got get gets going gonna wanna need needs needed
    encouraged encourages encouraged mentioned said recommended offered promised reports report reporting works
    worked doing did done responsible sits runs leads managed manages owns there's that's it's he's she's they're
    who's what's under over words word max skip skip-level level peer colleague colleagues client customer friend
    mentor mine ours don doesn isn subject re fyi urgent draft request reply announcement announce invite invitation
    thank-you follow-up nudge reschedule decline heads-up unknown none dunno forgot remember tbd accept write send
    move remind sign meet thank's again another short long brief plain warm formal french spanish german english
    ok'd okd sender signed limit told status superintendent chancellor provost minister commissioner
    ambassador governor mayor headteacher headmistress headmaster matron inspector foreman
    proposed advised likes okayed allowed accepted confirmed yet ever once
    anyway together personally directly properly ago later soon early
    either neither unless however also maybe perhaps probably
    """.split()
)
"""Words that no name is made of where a brief says "my boss is …"."""
_ALSO_NAMES = frozenset("will may april june august don".split())
"""Words that are a name when they stand with a capital where a name must stand."""
_NEVER_LAST = frozenset(
    """
    a an the and or but so if then than that this i i'm im i'd we us me my our he she they it him her them his is
    are was were knows know said says told agreed suggested for to of in on at from with about by as monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december please thanks thank boss manager director head vp svp evp ceo cto coo cfo cio max under keep
    no not ok'd okd topics agenda subject request tomorrow today yesterday last next
    """.split()
)
"""Words that never end a name, even with a capital: a new sentence or a date begins there."""
TITLES = frozenset(
    """
    dr prof professor mr mrs ms mx miss shri smt sri commander sir dame lord lady madam madame mme mlle monsieur herr frau señor señora sr
    sra
    doctor chef captain pastor sister sgt sergeant col colonel capt captain lt lieutenant maj engr eng rev reverend judge
    """.split()
)
RANKS = frozenset(
    "director president principal chancellor dean superintendent inspector matron chief judge minister".split()
)
"""Ranks that go before a surname where people are not called by their first names: "Director Shimizu"."""
_ALSO_WORK = frozenset("sister chef doctor captain pastor judge lady".split())
"""Titles that are plain words where a text has no capitals."""
_ALSO_SURNAMES = frozenset("maj gen eng lord judge chef".split())
PARTICLES = frozenset(
    {
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "da",
        "di",
        "la",
        "le",
        "bin",
        "al",
        "el",
        "ibn",
        "dos",
        "ter",
        "ten",
        "du",
        "st",
        "st.",
        "y",
        "e",
    }
)
_TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?|&")
_SUFFIX = re.compile(r"['’]s?$")
_WORK = re.compile(
    r"^(?:analyst|engineer|developer|designer|nurse|teacher|specialist|coordinator|consultant|officer"
    r"|administrator|technician|scientist|"
    r"researcher|accountant|planner|architect|recruiter|tester|producer|operations|sales|marketing|finance"
    r"|engineering|product|quality|support|"
    r"legal|people|design|data|software|customer|clinical|nursing|regional|global|chief|vice|general|managing"
    r"|platform|security|supply|research)$",
    re.I,
)

_WORK_TYPED = frozenset(
    "devops ops staff trainee"
    " apprentice claims field site shift service warehouse account janitor porter carer growth night "
    "day nhs frontend backend full-stack freelance part-time retail store bank customer payroll test lab".split()
)
"""Words for work that are surnames too: no part of a name where a text has no capitals."""


def take_name(text: str, start: int, *, lower: bool = False) -> tuple[str, int]:
    """Return the name that starts at `start` and where it ends; an empty name when none does.

    Args:
        text: the whole text.
        start: offset of the first letter.
        lower: accept a name without capitals; only where the words before leave no other reading.
    """
    words: list[str] = []
    position = end = start
    while len(words) < 5:
        match = _TOKEN.match(text, position)
        if not match:
            break
        word = match.group()
        if word.endswith(".") and word.lower()[:-1] not in TITLES and not (len(word) == 2 and words):
            word = word[:-1]
        owned = bool(_SUFFIX.search(word)) and len(word) > 2
        core = (_SUFFIX.sub("", word) if owned else word).removesuffix("." if word.lower()[:-1] in TITLES else " ")
        if (
            not _fits(core, words, lower)
            and not (core == "Max" and re.match(r"\s[A-Z][a-z]", text[match.end() :]))
            and not (words and core == "Said" and re.match(r"\s*[,.(\n]", text[match.end() :]))
        ):
            break
        words.append(core)
        end = match.start() + len(word)
        if owned or not text[end : end + 2].startswith(" ") or not text[end + 1 : end + 2].strip():
            break
        position = end + 1
    while len(words) > 1 and words[-1].lower() in PARTICLES - {"le", "la", "al"}:
        words.pop()
    if words and words[-1].lower() in TITLES and (len(words) == 1 or words[-1].lower() not in _ALSO_SURNAMES):
        return "", start
    return " ".join(_cased(word, words) for word in words), end


def _fits(word: str, before: list[str], lower: bool) -> bool:
    low = word.lower()
    named = [w for w in before if w.lower() not in TITLES]
    if low in TITLES and named and low in _ALSO_SURNAMES:
        return word[0].isupper()
    if low in TITLES:
        return not named and (word[0].isupper() or lower or low not in _ALSO_WORK)
    if named and low in PARTICLES:
        return True
    if named and re.match(r"(?:al|el|abu|bin|ibn|d|o|t)[-'’][A-ZÀ-Ý]", word):
        return True
    if word[0].isupper() and low in (_ALSO_NAMES if not named else NOT_NAMES - _NEVER_LAST):
        return True
    if low in NOT_NAMES or _WORK.match(word):
        return False
    if word[0].isupper():
        return not (
            word.isupper()
            and len(word) in (2, 3)
            and not named
            and low in {"qa", "hr", "it", "vp", "pm", "ux", "ui", "gm", "md", "cmo", "cio", "cpo"}
        )
    return (
        lower
        and low not in _WORK_TYPED
        and len([w for w in named if w.lower() not in PARTICLES]) < 2
        and len(low) > 1
        and not (low.endswith(("ing", "ly")) and len(low) > 5)
        and all(not w[0].isupper() or w.lower() in TITLES for w in before)
    )


def _cased(word: str, words: list[str]) -> str:
    if word.lower() in PARTICLES and word != words[0]:
        return word
    if word != word.lower() and not word[0].isupper():
        return word
    if not word[0].isupper():
        return "-".join(part.capitalize() for part in word.split("-"))
    return word.title() if word.isupper() and len(word) > 3 else word


def forms(name: str) -> list[str]:
    """Return how somebody may be called: the full name, the last, the first."""
    words = [word for word in name.split() if word.lower().rstrip(".") not in TITLES]
    return [form for form in dict.fromkeys((name, " ".join(words), *words[:1], *words[-1:])) if form]
