"""Strengths, fixes and the drill: what to keep, what to say instead, what to practise next."""

import re
from collections.abc import Iterator, Sequence

from app.coaching.rehearsal.counts import repaired
from app.coaching.rehearsal.exchanges import UNQUOTED, Found, shortened
from app.coaching.rehearsal.filling import thing_said_back
from app.coaching.rehearsal.memory import told, total
from app.coaching.rehearsal.rewriting import better, safe_part, tidy
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.scoring_people import ABOUT_MANAGER
from app.coaching.text import capital
from app.domain.library import Library
from app.domain.rehearsal import Fix, Score, Strength

_KEEP: tuple[tuple[str, str], ...] = (
    ("owns", "You said your own part before anybody asked for it."),
    ("includes_manager", "Nothing here goes round your manager."),
    ("declines_to_speak", "A line drawn early and without heat."),
    ("credits", "You said what they did; that is worth more than praise."),
    ("number", "A figure they can check and repeat."),
    ("gives_example", "One case they can picture."),
    ("repairs", "Mended at once, in your own words."),
    ("states_purpose", "They knew why you had come."),
    ("asks", "A question that is theirs to answer."),
)
_LEADER_KEEP: tuple[tuple[str, str], ...] = (
    ("repairs", "You took it back at once, and that lets them go on talking."),
    ("asks_safe", "You asked after them, and not only after the work."),
    ("asks_consent", "You asked before sharing."),
    ("asks_told", "Fair to both of them."),
    ("states_rule", "A rule they can use."),
    ("asks_open", "An open question about the work."),
)
SAID = frozenset({"raises_problem", "shares_result", "proposes", "gives_example"})
"""Acts of a line that could have been the reason for the meeting."""
_DRILLS: dict[str, str] = {
    "purpose": "Say why you came in one sentence, five times, shorter each time.",
    "opening": "Your first thirty seconds, three times: thanks, why you came, one question.",
    "questions": 'Three questions only this person can answer, each starting with "what" or "how".',
    "substance": "One result in twelve words with the number first, five times, a different result each time.",
    "judgement": "The line you wouldn't want repeated, said again three times with the person left out.",
    "fairness": "The same problem told three times as a hand-off, with nobody's name in it.",
    "listening": "Answer in one sentence, then ask about the word they used last. Five rounds.",
    "concision": "Your point in twelve words, then stop and count to three. Five times.",
    "manager_question": "The manager question, twice, thirty seconds each: a strength, something already raised, stop.",
    "close": "Your last twenty seconds, three times: what you heard, what you'll do and by when, thanks.",
    "leader_rule": "Your rule in one breath, three times: what you pass on, what you don't, what you must.",
    "leader_questions": "Five questions about a good day's work, none of them answerable with a number.",
    "leader_listening": "Ask one open question and count to seven before your next word. Three times.",
    "leader_fairness": "Hear one complaint about somebody absent, three times: thank, keep the effect, ask whether "
    "they've been told.",
    "leader_promises": "Hear a request, three times, and answer with what you'll do yourself and nothing more.",
    "leader_close": "Your last two sentences, three times: what you heard, and what happens by when.",
}
_STARTS: dict[str, tuple[str, ...]] = {
    "purpose": ("open.", "open.purpose"),
    "opening": ("open.", "open.purpose"),
    "questions": ("invite.question",),
    "substance": ("probe.example", "ask.proud"),
    "judgement": ("ask.unsaid", "ask.obstacle"),
    "fairness": ("probe.condition", "ask.obstacle"),
    "listening": ("ask.my_job", "ask.change_one"),
    "concision": ("ask.proud", "ask.obstacle"),
    "manager_question": ("ask.manager",),
    "close": ("clock.last",),
}


def strengths(found: Found, *, swapped: bool) -> tuple[Strength, ...]:
    """Return at most two things that landed, from two different lines, each with the user's words."""
    chosen: list[Strength] = []
    for act, why in _LEADER_KEEP if swapped else _KEEP:
        for e in found:
            if (
                any(s.turn == e.turn for s in chosen)
                or e.reading.risk.flags
                or {"hostile", "vague"} & e.acts
                or (act == "asks" and "asks_meaning" in e.acts)
            ):
                continue
            number = next((n.text for n in e.reading.numbers if n.shape != "date"), "") if act == "number" else ""
            question = next(iter(e.reading.questions), "") if act in {"asks", "asks_open", "asks_safe"} else ""
            said = e.quote(number or question) if number or question else e.said(act)
            if (act in e.acts or number) and (quote := said):
                chosen.append(Strength(turn=e.turn, quote=quote, why=why))
                break
        if len(chosen) == 2:
            break
    return tuple(chosen)


def fixes(found: Found, scene: Scene) -> tuple[Fix, ...]:
    """Return at most three things to change, the gravest first, from different lines, each with a better line."""
    chosen: list[Fix] = []
    for fix in (
        *_risky(found, scene),
        *_buried(found),
        *_late(found),
        *_vague(found),
        *_guessed(found, scene),
        *_summed(found),
    ):
        usable = fix.quote and fix.say_instead and fix.say_instead != fix.quote
        if usable and not any(fix.turn == f.turn or fix.say_instead == f.say_instead for f in chosen):
            chosen.append(fix)
    return tuple(chosen[:3])


def _risky(found: Found, scene: Scene) -> Iterator[Fix]:
    slips = [(e, f) for e in found for f in e.reading.risk.flags if f.severity >= 2]
    slips.sort(key=lambda pair: (repaired(found, pair[0]) is not None, -pair[1].severity, pair[0].turn))
    for e, flag in slips:
        quote = "" if flag.category in UNQUOTED else shortened(flag.phrase)
        yield Fix(turn=e.turn, quote=quote, why=flag.reason or flag.name, say_instead=better(e.reading, flag, scene))


def _buried(found: Found) -> Iterator[Fix]:
    """A number after more than twenty-five words belongs at the front."""
    for e in found:
        for number in e.reading.numbers:
            before = len(e.text[: number.start].split())
            if number.shape == "date" or before <= (40 if "states_purpose" in e.acts else 25):
                continue
            clause = next((c.strip() for c in re.split(r"[.;,?!]", e.text) if number.text in c), "")
            clause = re.sub(r"^(?:and|but|so|because|which)\s+", "", clause, flags=re.I)
            if len(clause.split()) >= 4 and any(clause in s for s in e.quotable):
                yield Fix(
                    turn=e.turn,
                    quote=e.quote(),
                    why=f"{before} words came before your figure; it can go first.",
                    say_instead=tidy(clause),
                )
                break


def _late(found: Found) -> Iterator[Fix]:
    """A purpose said late can be said first."""
    for e in found:
        if "states_purpose" in e.acts:
            sentence = next(
                (
                    s
                    for s in e.quotable
                    if re.search(
                        r"\b(?:i'd|i would|i want|i wanted|i was hoping|i came"
                        r"|i'm here|what i)",
                        s.lower(),
                    )
                ),
                "",
            )
            if sentence and (e.turn >= 3 or e.text.find(sentence) > 200):
                yield Fix(
                    turn=e.turn,
                    quote=shortened(sentence),
                    why="They had to wait to learn why you came.",
                    say_instead=f"Thank you for seeing me. {tidy(sentence)}",
                )
            return


def _vague(found: Found) -> Iterator[Fix]:
    """A vague line is mended with what the user said later about the same thing."""
    for e in found:
        if "vague" not in e.acts and "rambles" not in e.acts:
            continue
        later = next(
            (x for x in found[e.turn :] if any(n.shape != "date" for n in x.reading.numbers) and safe_part(x.reading)),
            None,
        )
        quote = next((p.text for p in e.reading.phrases if p.kind == "vague"), "") or e.quote()
        if later is not None and any(quote in s for s in (*e.quotable, quote)):
            yield Fix(
                turn=e.turn,
                quote=quote,
                why=f"Vague here; you gave the fact in turn {later.turn}.",
                say_instead=safe_part(later.reading),
            )


def _guessed(found: Found, scene: Scene) -> Iterator[Fix]:
    """Who asked for the meeting and never said why has a thing of their own to say it with."""
    if scene.swapped or scene.asked_by != "ic" or len(found) < 3 or any("states_purpose" in e.acts for e in found):
        return
    things = [t.text for e in found if SAID & e.acts for t in e.reading.things]
    if things and found[0].quotable:
        thing = re.sub(r"^your ", "our ", thing_said_back(things[0]))
        yield Fix(
            turn=1,
            quote=shortened(max(found[0].quotable, key=len)),
            why="They had to guess why you came.",
            say_instead=f"Thank you for seeing me. I'd like to talk about {thing}.",
        )


def _summed(found: Found) -> Iterator[Fix]:
    """Two figures that the leader has to multiply can come as one."""
    said: list[str] = []
    for e in found:
        said += told(e.reading)
        summed = total(said, "in total")
        if summed and any(n.shape != "date" for n in e.reading.numbers):
            whole, parts = summed
            yield Fix(
                turn=e.turn,
                quote=e.quote(e.reading.numbers[0].text),
                why="The sum says more than its parts, and they may not do it.",
                say_instead=f"{capital(whole)} in all: {parts}.",
            )
            return


def drill(scores: Sequence[Score], found: Found, opening: str, scene: Scene, library: Library) -> tuple[str, str]:
    """Return the drill for the weakest line, and the leader's words that start it."""
    scored = [s for s in scores if s.value is not None]
    weakest = min(scored, key=lambda s: (s.value or 0, s.line != "manager_question"), default=None)
    if weakest is None:
        return "", ""
    if weakest.line == "manager_question":
        asked = next((e.asked for e in found if e.asked_moves and e.asked_moves[-1] in ABOUT_MANAGER), "")
        if asked:
            return _DRILLS[weakest.line], [s for s in re.split(r"(?<=[.?!]) ", asked) if s][-1]
    return _DRILLS[weakest.line], _line(_STARTS.get(weakest.line, ()), opening, scene, library)


def _line(starts: Sequence[str], opening: str, scene: Scene, library: Library) -> str:
    """Return a line of this leader's that starts the drill: the opening itself, or a move without slots."""
    if not starts or "open." in starts or scene.swapped:
        return opening
    for move in library.moves:
        if move.id in starts:
            for text in (*scene.persona.lines.get(move.id, ()), *move.says):
                filled = text.replace("{manager}", scene.manager)
                if "{" not in filled:
                    return filled[:1].upper() + filled[1:]
    return opening
