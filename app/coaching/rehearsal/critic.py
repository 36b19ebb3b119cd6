"""What a model's line in the leader's mouth may not do. Rules decide; '' means that a line is fine."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal.filling import key, sentences
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import LeaderTurn

MOST_WORDS = 90
_META = re.compile(
    r"\b(?:as an ai|language model|i(?:'m| am) (?:an? )?(?:ai|assistant|bot|program|playing|role-?playing)"
    r"|role-?play\w*|rehears\w+|in character|"
    r"this (?:exercise|simulation|scenario|practice)|the coach|coaching tip|tip:|try saying|you (?:could"
    r"|should|might) (?:say|phrase|word|rephrase)|"
    r"better way to (?:say|ask|put)|in a (?:real )?skip-level|persona|stage direction|the user)\b",
    re.I,
)
_FLATTERY = re.compile(
    r"\b(?:(?:great|excellent|fantastic|wonderful|amazing|brilliant|good|interesting) (?:question|point"
    r"|insight|answer)|impress(?:ed|ive)|"
    r"you(?:'re| are) (?:so |very |really |such an? |clearly an? )?(?:great|amazing|brilliant|exceptional"
    r"|talented|outstanding|incredible|insightful|smart|a star)|"
    r"i (?:love|admire) (?:how you|your)|proud of you|keep up the (?:great|good) work"
    r"|i appreciate your (?:honesty|candou?r|openness)|thank you for sharing)\b",
    re.I,
)
_PROMISE = re.compile(
    r"\b(?:i promise|you have my word|consider it done|leave it with me|i guarantee|i(?:'ll| will| can"
    r"| could)(?: \w+)? (?:make sure|see to it|talk to|speak (?:to|with)|look into|raise (?:it|that|this"
    r"|your)|approve|"
    r"sort|fix|get you|push|tell (?:her|him|them|hr|finance)|have a word|step in|take care of|put you"
    r"|promote|support your|back (?:you|your)|sponsor|recommend you|bump|increase|change (?:it|that)"
    r"|arrange|escalate|follow up with)|"
    r"we(?:'ll| will| can) (?:promote|raise|increase|approve|change (?:this|that|your)|fix (?:this|that"
    r"|your|the)|move you|give you|get you)|you(?:'ll| will) (?:get|have|be getting|be promoted|receive"
    r"|see a)|i(?:'m| am) going to (?:tell|talk|fix|approve|make|promote|raise))\b",
    re.I,
)
_HARMLESS = re.compile(
    r"\b(?:i(?:'ll| will| can| could) (?:not|never|only|remember|leave|take that|take the|allow"
    r"|ask it|make (?:it|that) easier|stop))\b",
    re.I,
)
_FOR_USER = re.compile(
    r"^\s*(?:you|user|employee|ic|me)\s*:|^\s*you (?:say|reply|answer|respond|nod|smile|pause)(?:,"
    r"|:)|^\s*[*\[(].*[*\])]\s*$|\*[^*]+\*",
    re.I,
)
_SECRET = re.compile(
    r"\b(?:lay(?:ing)?[- ]?offs?|redundanc\w+|acquisition|acquir\w+|merger|being sold|ipo|headcount (?:cut"
    r"|freeze)|budget (?:cut|freeze)|off the record|between (?:us|you and me|ourselves)|"
    r"don't (?:tell|repeat)|keep (?:this|it) (?:quiet|between|to yourself)|confidential(?:ly)?"
    r"|nobody knows this|not announced)\b",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w.])[£$€]?\d[\d,.]*\s?%?")
_DODGE = re.compile(
    r"\b(?:don't know|can't (?:say|tell|answer|speak)|too far|won't (?:say|guess|hint)|not mine|isn't mine"
    r"|can't promise|rather not|no view|couldn't tell you|not decided|haven't seen enough"
    r"|would be guessing|be a guess)\b",
    re.I,
)
_COMMON = frozenset(
    "that this with have from what when your they them been were will would could should about which "
    "there their more most than "
    "then some into just like know think want need work make made take said says tell still only also very much many".split()
)


def review(sentence: str, turn: LeaderTurn, scene: Scene, said: Sequence[str]) -> str:
    """Return why one sentence may not be said; see `Rehearsal.review`."""
    low = sentence.replace("’", "'")
    if _named_line(low, scene):
        return "speaks for the user or as a stage direction"
    if reason := unsayable(sentence, scene):
        return reason
    known = _known(turn, scene)
    if _SECRET.search(low) and not _planned(low, turn):
        return "invents or hints at something confidential"
    for number in _NUMBER.findall(low):
        if number.strip(" .,%") and number.strip(" .,") not in known and number.strip(" .,%") not in known:
            return f"a figure nobody gave: {number.strip()}"
    if hidden := _reveals(low, turn, scene):
        return hidden
    if key(sentence) in {key(s) for line in said for s in sentences(line)} and len(sentence.split()) > 1:
        return "repeats an earlier sentence"
    return ""


def unsayable(line: str, scene: Scene) -> str:
    """Return why no leader may say this, whoever wrote it: a promise, a verdict, flattery, a step out of the meeting."""
    low = line.replace("’", "'")
    for reason, found in (
        ("speaks for the user or as a stage direction", _FOR_USER.search(low)),
        ("steps out of character", _META.search(low)),
        ("flatters", _FLATTERY.search(low)),
        ("promises something", _PROMISE.search(low) if not _HARMLESS.search(low) else None),
        (f"judges {scene.manager}", _verdict(low, scene)),
    ):
        if found:
            return reason
    return ""


def review_whole(text: str, turn: LeaderTurn, scene: Scene, said: Sequence[str]) -> str:
    """Return why a whole line may not be said; see `Rehearsal.review_whole`."""
    if not text.strip():
        return "says nothing" if turn.planned else ""
    if not turn.planned:
        return "speaks after the role-play has ended"
    if len(text.split()) > MOST_WORDS:
        return f"longer than {MOST_WORDS} words"
    for sentence in sentences(text):
        if reason := review(sentence, turn, scene, said):
            return reason
    if text.count("?") > 1:
        return "asks more than one question"
    if "?" in turn.planned and "?" not in text and not scene.swapped:
        return "drops the question"
    answer = next((b for b in turn.beats if b.move.startswith(("answer.", "too_far")) or "fact" in b.slots), None)
    if answer is not None and turn.reading is not None and turn.reading.questions and not _answers(text, answer.text):
        return "leaves the user's question unanswered"
    if turn.state.ended and text.rstrip().endswith("?"):
        return "opens a new question while closing"
    return ""


def _answers(text: str, planned: str) -> bool:
    wanted = _content(planned)
    return bool(_DODGE.search(text)) or not wanted or len(wanted & _content(text)) >= max(1, len(wanted) // 5)


def _content(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s)$", "", w) for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in _COMMON}


def _named_line(low: str, scene: Scene) -> re.Match[str] | None:
    """Find a line that starts with a speaker's name, as a script would."""
    people = scene.meeting.people
    names = [name for each in (people.user, people.leader) for name in (each.first, each.full) if name]
    return re.match(rf"\s*\**(?:{'|'.join(map(re.escape, names))})\**\s*:", low, re.I) if names else None


def _verdict(low: str, scene: Scene) -> re.Match[str] | None:
    name = scene.meeting.people.boss.first
    who = rf"(?:{re.escape(name)}|your manager|your boss)" if name else r"(?:your manager|your boss)"
    quality = (
        r"(?:great|good|excellent|wonderful|fantastic|solid|strong|talented|poor|bad|weak|wrong|right|terrible"
        r"|difficult|slow|struggling|new to|learning|overloaded|unfair|the problem|out of)"
    )
    return re.search(
        rf"\b{who}(?:'s| is| was| has been| can be| seems) (?:an? |the |so |very |really |quite |a bit "
        rf"|one of the |being )*{quality}\b"
        rf"|\b{who} (?:(?:should|ought to|needs to|must) (?:have|not|stop|start|be|do|listen|let|learn|trust"
        rf"|give|know better)|shouldn't|fails?|failed|lacks?|does(?:n't)? a)\b|\b(?:agree"
        rf"|disagree)(?: with you)? (?:about|on|with) {who}\b"
        rf"|\bi(?:'ve| have) (?:had )?(?:my )?(?:doubts|concerns|complaints|heard) (?:about|of) {who}\b"
        rf"|\bi (?:trust|rate|don't trust) {who}\b",
        low,
        re.I,
    )


def _known(turn: LeaderTurn, scene: Scene) -> str:
    """Return everything a figure may come from: the plan, the facts in it, the user's line, the clock."""
    meeting = scene.meeting
    parts = [turn.planned, turn.reading.text if turn.reading else "", str(meeting.minutes), str(meeting.company.size)]
    parts += [str(round(turn.state.minutes_left)), *(" ".join(b.slots.values()) for b in turn.beats)]
    return " ".join(parts)


def _planned(low: str, turn: LeaderTurn) -> bool:
    """Say whether the sentence stays within what was planned or what the user said."""
    match = _SECRET.search(low)
    said = f"{turn.planned} {turn.reading.text if turn.reading else ''}".lower()
    return match is not None and match.group().lower() in said


def _reveals(low: str, turn: LeaderTurn, scene: Scene) -> str:
    """Say what hidden thing a sentence gives away: a private part, the user's goal, a fact not yet said."""
    words = _content(low)
    allowed = _content(turn.planned) | _content(turn.reading.text if turn.reading else "")
    private = scene.persona.private
    hidden = [
        (private.worry, "a private worry"),
        (private.wants_from_meeting, "a private wish"),
        (private.tell, "a private habit"),
    ]
    hidden.append((scene.meeting.goal, "the user's private goal"))
    if scene.swapped:
        said = set(turn.state.facts_said)
        hidden += [
            (fact.say, "something not yet said")
            for theme, facts in scene.facts.items()
            for place, fact in enumerate(facts, start=1)
            if f"{theme}.{place}" not in said
        ]
    for text, name in hidden:
        whole = _content(text)
        secret = whole - allowed
        if len(whole) >= 3 and secret and whole <= words:
            return f"gives away {name}"
        if len(secret) >= 3 and len(words & secret) >= max(3, round(0.6 * len(secret))):
            return f"gives away {name}"
    return ""
