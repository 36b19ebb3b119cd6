"""The coach's remark beside a line, and the hint before the next one. At most two sentences; nothing to say is ''."""

from collections.abc import Sequence

from app.coaching.rehearsal.filling import sentences, telling_number
from app.coaching.rehearsal.rewriting import better
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import Beat, PhraseKind, Reading
from app.domain.risk import RiskFlag

THEIRS = frozenset(
    "leader_priorities company_growth strategy_rationale leadership risk_quality culture team_alignment".split()
)
"""Themes nobody below this leader can answer for."""
WORTH_SAYING = 2
"""The lowest severity that gets an aside."""
_LANDED: tuple[tuple[str, str], ...] = (
    ("repairs", "You put that right at once, and that is usually what is remembered."),
    ("owns", "{quote} bought you more than any defence would have."),
    ("declines_to_speak", "{quote} draws the line without a wall; stop there, as you did."),
    ("includes_manager", "Naming {manager} keeps this from going round anybody."),
    ("credits", "Credit by what somebody did, and not by an adjective: keep that."),
    ("admits_unknown", "{quote} is safer than a guess, and a date for finding out makes it stronger."),
    ("number", "{quote} landed: it can be checked and repeated."),
    ("gives_example", "One case they can picture did more than a summary would."),
    ("states_purpose", "You said why you came, and that lets the rest follow."),
    ("asks_theirs", "{quote} is a question only this person can answer."),
)
_NUDGES: tuple[tuple[str, str], ...] = (
    ("silent", 'Silence is fine. If it feels long, say "Let me think for a second."'),
    ("vague", "{quote} gives them nothing to hold. Try one case: when it was, what happened, what it cost."),
    ("rambles", "Your point came late, or not at all. Say the last sentence first, then stop."),
    ("essay", "That would take minutes to say aloud. Pick the one sentence you'd want repeated."),
    (
        "asks_confidentiality",
        'No leader can honestly promise secrecy. Ask for the rule first: "How do you use what '
        'you hear in these talks?"',
    ),
    (
        "hostile",
        "They will remember the heat and may forget the point. Give one event, with a date, and what it did to the work.",
    ),
    (
        "speaks_for_group",
        "{quote} can't be checked, and it speaks for people who aren't here. Say what you have seen yourself.",
    ),
    ("speaks_to_machine", "Stay with the leader across the table; nothing else is listening here."),
    ("other_language", "Short plain sentences are enough here; nobody scores the language."),
)
_LEADER_NUDGES: tuple[tuple[str, str], ...] = (
    ("talks_self", "They have had few words so far. Ask one open question about their work, and wait."),
    ("asks_wide", 'So wide a question gets "fine". Ask what gets in the way of a good day\'s work.'),
    ("asks_closed", 'That can be answered with yes or no. Start it with "what" or "how".'),
)
_LEADER_LANDED: tuple[tuple[str, str], ...] = (
    (
        "asks_safe",
        "Right to ask, and kindly. If the answer is yes you can't keep it to yourself: say so before they go on, and say "
        "who can help.",
    ),
    ("repairs", "Taking it back cost nothing and buys a good deal. Now wait."),
    ("states_rule", "A rule they can use. Keep it word for word."),
    ("asks_told", "Asking whether the manager has heard it is fair to both of them."),
    ("asks_consent", "Asking what may be shared, before sharing, is what makes the next one talk."),
    ("asks_open", "An open question about the work. Leave the silence to them."),
    ("recaps", "Their words said back to them: keep that."),
)
_HINTS: dict[str, str] = {
    "open": "Thank them, say in one sentence why you came, and ask one question that only they can answer.",
    "probe.share": "Give the before and the after, or say plainly that you don't have them.",
    "probe.number": "Say what the number stands next to: a year ago, another team, what was planned.",
    "probe.gap": "Tell them about the rest, your own part included.",
    "probe.audience": "Say who has seen it, {manager} first if that is so.",
    "probe.example": "One case: when it was, what happened, what it cost.",
    "probe.complaint": "Put a size on it, in time or money or people waiting. A rough one is fine if you call it "
    "rough.",
    "probe.cause": "Name the mechanism and not a person.",
    "probe.own_part": 'Say what you have tried or said so far; "nothing yet" is an answer.',
    "probe.condition": "Describe the hand-off as it reaches you, with no name in it.",
    "probe.reach": "Say what you have seen yourself, and where your view ends.",
    "probe.source": "Say how you know, and how sure you are.",
    "probe.devil": "Give the best case against you in one sentence, then what you would still do.",
    "probe.next": "One step that is yours to take, with a date.",
    "probe.press": "Answer in one sentence first, then explain if they ask.",
    "test.proposal": "Name what could go wrong before they do.",
    "thread.return": "Say where it stands today, in one sentence.",
    "ask.manager": "A real strength, one thing you've already raised with {manager}, and stop.",
    "ask.manager_view": "Give {manager}'s side as fairly as your own.",
    "stress.manager_early": "A real strength, one thing you've already raised with {manager}, and stop.",
    "bait.manager": "Speak for yourself only: something {manager} does well, and stop.",
    "press.loyalty": "You owe no more than you'd say with {manager} in the room.",
    "ask.unsaid": "One thing about the work, with an example; nobody's name.",
    "stress.nobody_says": "One thing about the work, with an example; nobody's name.",
    "stress.rumour": "You may say that you'd be guessing, and ask what can be shared.",
    "stress.project": "Be interested, and bring {manager} in before you say yes.",
    "stress.silence": "They are waiting. You may wait too, or ask a question.",
    "ask.my_job": "One idea, its cost, and a small first step.",
    "ask.change_one": "One idea, its cost, and who should own it.",
    "ask.growth": "A direction, what you're doing about it with {manager}, and a question about skills.",
    "ask.team": 'Say "I" where you mean yourself; praise somebody by what they did.',
    "invite.question": "Ask what only this person can answer, in one sentence.",
    "clock": "Say what you take away and what you will do, with a day.",
    "redirect": "Take the useful half of that answer and move on; asking again won't help.",
    "press.source": "Say you shouldn't pass it on, and turn to what you know yourself.",
    "ask": "Answer in two sentences, with one thing they could check, then ask back.",
}
_LEADER_HINTS: dict[str, str] = {
    "ic.open": "Say why you asked them, what you'd pass on and what not, then one open question about the work.",
    "ic.safe": "That was the safe answer. Ask what gets in the way of a good day's work, and wait.",
    "ic.answer": "Leave the figures there. Ask what gets in the way of it.",
    "ic.yes": "Now one open question about the work, then count to seven before you speak.",
    "ic.hint": "They said half of it. Give their words back, and ask what happens then.",
    "ic.reveal": "Ask what it does to the work, then whether {manager} has heard it.",
    "ic.told": "No verdict on {manager}. Ask what they'd like to be different.",
    "ic.not_told": "That happens, and you may say so. Ask what would make it easier to raise with {manager}.",
    "ic.want": "Promise nothing yet. Ask what you may share of it, and how.",
    "ic.small": "They said the part that felt safe. Say what you pass on and what not, then wait.",
    "ic.if": "Leave the idea there; it was yours. Ask what they'd like to be different.",
    "ic.consent": "Say back what you heard, then ask what first step they could take with {manager}.",
    "ic.no_name": "Say how you'd put it without a name, and where people might still guess.",
    "ic.step": "Leave the step with them. Say what you'll do yourself, and by when they'll hear.",
    "ic.asked_safe": "Leave that open, and say once that they can come back to you or to HR at any time.",
    "ic.unasked": "Ask that, in their words, and wait.",
    "ic.heard_rule": "Say yes if they have it right. Then one question about the work.",
    "ic.no_rule": "Say your rule now: themes go on, names don't, and a few serious things you must act on.",
    "ic.owed": "Say plainly whether you can give them that, and by when they'll hear.",
    "ic.if_no": "Give the reason a no would have, and who could tell them more.",
    "ic.alarm": "Take it back in one sentence: you won't act on this today. Then wait.",
    "ic.no_favour": "Take the promise back, and ask what would put it right for everybody.",
    "ic.retreat": "Say that was the wrong question, and go back to the work.",
    "ic.shrink": "They have few words left. One short question about their work, then count to seven.",
    "ic.relief": "Now ask what gets in the way of a good day's work, and leave the silence to them.",
    "ic.test_rule": "Answer straight: what goes on, what doesn't, and where people might still guess.",
    "ic.warm": "Ask one step further, with a word of theirs.",
    "ic.fair": "Let that stand, with nothing about {manager} from you. Ask what they'd like to be different.",
    "ic.unsure": "Count to seven before you speak. Then ask for one example.",
    "ic.quiet": "They are waiting for you. One short, open question about the work.",
    "ic.clock": "Two sentences: what you heard, and by when they'll hear from you.",
    "ic.ask_safe": "Say your rule: themes go on, names don't, and a few serious things you must act on.",
    "ic.ask_next": "Say only what you'll do yourself, and by when they'll hear, even if it's nothing.",
}
"""For the user who leads, by the employee's last move."""


def aside(reading: Reading, scene: Scene, before: Sequence[str]) -> str:
    """Return the coach's remark on a line: the risk and a better line, else what landed, else one nudge.

    Args:
        reading: the line's reading.
        scene: the meeting.
        before: the asides given so far; none is said twice.
    """
    worst = worst_flag(reading)
    if worst is not None and not {"speaks_to_machine", "other_language", "silent"} & set(reading.acts):
        return _risk(worst, reading, scene)
    tables = (_LEADER_NUDGES, _LEADER_LANDED) if scene.swapped else (_NUDGES, _LANDED)
    acts = set(reading.acts)
    if any(n.shape != "date" for n in reading.numbers) and not scene.swapped:
        acts.add("number")
    if "asks" in acts and reading.themes and reading.themes[0].theme in THEIRS:
        acts.add("asks_theirs")
    for table in tables:
        for act, words in table:
            if act not in acts:
                continue
            quote = _quote(act, reading)
            if "{quote}" in words and not quote:
                continue
            text = words.replace("{quote}", quote).replace("{manager}", scene.manager)
            if not any(_same(text, words, old) for old in before):
                return text
    return ""


def hint(beats: Sequence[Beat], scene: Scene) -> str:
    """Return one hint for answering this line; empty when there is nothing to answer."""
    if not beats:
        return ""
    move = beats[-1].move
    if scene.swapped:
        return _LEADER_HINTS.get(move, "").replace("{manager}", scene.manager)
    for start in (move, *(p for p in ("open", "redirect", "clock", "ask") if move.startswith(p))):
        if start in _HINTS:
            return _HINTS[start].replace("{manager}", scene.manager)
    return _HINTS["ask"] if beats[-1].text.endswith("?") else ""


def worst_flag(reading: Reading) -> RiskFlag | None:
    """Return the gravest flag worth a word, the earliest of equals."""
    flags = [flag for flag in reading.risk.flags if flag.severity >= WORTH_SAYING]
    return max(flags, key=lambda flag: (flag.severity, -flag.start), default=None)


def _risk(flag: RiskFlag, reading: Reading, scene: Scene) -> str:
    """Say what could travel and how to say it, in two sentences."""
    why = sentences(flag.reason)[0].rstrip(".") if flag.reason else flag.name
    say = better(reading, flag, scene)
    quoted = f'"{_short(flag.phrase)}": ' if flag.category not in PRIVATE else ""
    start = why if quoted else why[:1].upper() + why[1:]
    first = f"{quoted}{start[:1].lower() + start[1:] if quoted and not start.startswith('I ') else start}."
    return f'{first} Try: "{say}"' if say else first


PRIVATE = frozenset({"oversharing_personal", "confidential_info", "discriminatory_remark"})
"""Risks whose words the coach does not repeat."""


def _short(phrase: str) -> str:
    words = phrase.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _same(text: str, words: str, old: str) -> bool:
    """Say whether an earlier aside came from the same template."""
    tail = words.split("{quote}")[-1]
    return text == old or ("{quote}" in words and len(tail) > 12 and old.endswith(tail))


_KINDS = {
    "owns": PhraseKind.ADMISSION,
    "declines_to_speak": PhraseKind.DECLINING,
    "admits_unknown": PhraseKind.UNKNOWN,
    "vague": PhraseKind.VAGUE,
    "speaks_for_group": PhraseKind.VAGUE,
}


def _quote(act: str, reading: Reading) -> str:
    if act == "number":
        number = telling_number(reading)
        said = number.text if number else ""
    elif act == "asks_theirs":
        said = next((q for q in reading.questions if len(q.split()) <= 16 and q.endswith("?")), "")
    else:
        said = next((p.text for p in reading.phrases if p.kind == _KINDS.get(act)), "")
    return f'"{said[:1].upper() + said[1:]}"' if said else ""
