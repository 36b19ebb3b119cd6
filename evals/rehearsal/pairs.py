"""Planted pairs: the same meeting twice, one version made worse in one way, and the rubric line that must notice."""

from dataclasses import dataclass
from itertools import product

from app.coaching.rehearsal import Rehearsal
from app.domain.meeting import Meeting
from app.domain.rehearsal import Beat
from evals.rehearsal.meetings import Told, play

BASES: dict[str, tuple[str, ...]] = {
    "logistics": (
        "Thank you for making time. I'd like to understand what you most need from us this year, so I can "
        "choose my work better. What is taking up most of your head right now?",
        "We cut false alerts from 240 to 160 a week since August. The rest come from two carriers with bad timestamps.",
        "Last Tuesday the address fix waited two days for a sign-off, and we printed 900 wrong labels meanwhile.",
        "{manager} explains why when the plan changes. I've asked for more regular feedback and we're setting a slot.",
        "How would you like bad news to reach you when it's still a guess?",
        "I'd try it on one service for a month and measure wrong labels. I'd take that to {manager} first.",
        "What do you look for in people who move up?",
        "I'll give {manager} the proposal on Thursday. Thank you, this was useful. Could we do this again "
        "next quarter?",
    ),
    "support": (
        "Hello, and thanks for seeing me. I'm here because I'd like to learn what makes a good first year. "
        "What would you hope for by December?",
        "Four of the eleven docks on the ward log people out, about twice a shift.",
        "Yesterday a nurse rang three times, and it was the dock, not the badge.",
        "{manager} sat with me until it worked, and never once took the keyboard off me. I've asked for that "
        "once a month.",
        "Which wards worry you most, and why those?",
        "I'd test one dock for a week and count the calls. {manager} has agreed to look at the batch.",
        "How do you decide what gets fixed first?",
        "I'll take the four docks to {manager} today and write down what I find by Friday. Thank you, that "
        "was kind. May I come back in the spring?",
    ),
    "sales": (
        "Thank you for the time. I want to know which customers matter most to you this year, so I stop "
        "chasing the wrong ones.",
        "Nine of eleven renewed since January; one went on price and the other said nothing until the notice came.",
        "I should have seen it. The service visits had dropped off for two months, and that account was "
        "worth £40,000 a year.",
        "{manager} reads the whole account before a visit and walks us through it. I've asked for ten "
        "minutes before the big ones.",
        "What would worry you about the north, if it were yours?",
        "I'd pull a list of accounts where the visits drop. I'd show {manager} first, then send you one page.",
        "How do you choose what to let go of?",
        "{manager} gets the list on Friday; I'll send you the page after that. Thanks for your time. Could "
        "we take fifteen minutes after quarter-end?",
    ),
    "appeals": (
        "Thank you for inviting me. I'd like to understand what the restructuring means for appeals. Is "
        "there something you were hoping to cover?",
        "The wait has gone from six weeks to ten since April, because two of us now carry three people's hearings.",
        "Last month one in four hearings got moved, each at a cost of about £300.",
        "{manager} is clear about which cases go first and tells us why. I've asked for hearing dates "
        "earlier, and we're working on it.",
        "What are you able to say about where appeals will sit?",
        "I'd list only complete files, as a trial for one month, together with {manager}.",
        "How would you like to hear it if the wait goes past ten weeks?",
        "I'll write it up with {manager} by the thirtieth. Thank you, that was helpful. Could we speak again "
        "in the autumn?",
    ),
}
"""Good versions, by situation. {manager} is the manager's name."""


@dataclass(frozen=True)
class Damage:
    """What is done to a good version: the line at `place` becomes `text`; `line` of the rubric has to fall."""

    line: str
    place: int
    text: str


DAMAGES: tuple[Damage, ...] = (
    Damage("purpose", 0, "Hi. So, yes, here I am."),
    Damage("purpose", 0, "Hello. It's been a busy month, you know."),
    Damage("opening", 0, "So. Deploys are slow."),
    Damage("opening", 0, "We had 12 tickets yesterday."),
    Damage(
        "substance",
        1,
        "It's all kind of a mess, you know. | It's just the usual stuff. | There are various "
        "things we could do, it depends.",
    ),
    Damage("substance", 1, "A lot of stuff is going on. | Hard to say, really. | It's complicated."),
    Damage("judgement", 5, "Honestly, {manager} just won't push for it. Could you tell {manager} to decide?"),
    Damage("judgement", 5, "I think I deserve 15% more. Could you approve it?"),
    Damage("judgement", 5, "Did you hear why Marta really left? Word is she had a fight with someone upstairs."),
    Damage("fairness", 3, "{manager} never listens and has no idea what we do."),
    Damage("fairness", 5, "We missed the date because of Ravi. He never tests anything."),
    Damage("concision", 1, "LONG"),
    Damage("questions", 4, "Is it busy? | It runs every night. | We meet on Mondays. | Nothing else."),
    Damage("manager_question", 3, "{manager} is the worst manager I've had and never listens."),
    Damage("manager_question", 3, "It's fine, I guess."),
    Damage("close", 7, "Okay. That's it."),
    Damage("listening", 1, "… | … | Um. | … | …"),
)
"""A text of several parts, split at |, replaces as many lines from `place` on."""
LONG = (
    "So this goes back quite a way, and I'll try to be brief, but there was the old system, and before "
    "that another one, "
    "and when I joined we had both, which nobody liked, and then they moved the office, and two people "
    "left, and the tool "
    "was changed again in the middle of it, and I remember thinking that it would calm down, and it did "
    "for a while, and "
    "then came the summer with all the holidays, and the rota, and the new shift times, and some of that "
    "was good and some "
    "of it less so, and by the autumn we were more or less where we had been, except for the reports, which had become "
    "longer, and the meetings, which had too, and so I suppose what I am saying is that it has been a "
    "long road and that "
    "there is a great deal one could say about it if there were more time than we have today."
)


def pairs(manager: str) -> list[tuple[str, Damage, list[str], list[str]]]:
    """Return (situation, damage, good lines, bad lines) for every situation and damage."""
    made = []
    for (name, base), damage in product(BASES.items(), DAMAGES):
        good = [line.format(manager=manager) for line in base]
        bad = list(good)
        for offset, text in enumerate(damage.text.split(" | ")):
            place = min(damage.place + offset, len(bad) - 1)
            bad[place] = LONG if text == "LONG" else text.format(manager=manager)
        if damage.line == "questions":
            bad[0] = bad[0].split("What is")[0].split("What would")[0].split(" Is there")[0]
            bad[6] = "The numbers were fine."
        made.append((name, damage, good, bad))
    return made


def compare(rehearsal: Rehearsal, meeting: Meeting) -> tuple[int, int, list[str]]:
    """Debrief both versions of every pair; return how many fell where they had to, how many there are, and the rest."""
    meeting = meeting.model_copy(update={"minutes": 45})
    manager = meeting.people.boss.first
    right, wrong = 0, []
    made = pairs(manager)
    for name, damage, good, bad in made:
        values = []
        for lines in (good, bad):
            told = play(rehearsal, meeting, lines, stop=False)
            if damage.line == "manager_question":
                _plant(told, damage.place, manager)
            debrief = rehearsal.debrief(told.session(), told.messages)
            values.append(next(s.value for s in debrief.scores if s.line == damage.line))
        better, worse = values
        if better is not None and worse is not None and worse < better:
            right += 1
        else:
            wrong.append(f"{name}, {damage.line}: {better} to {worse} ({damage.text[:50]})")
    return right, len(made), wrong


def _plant(told: Told, place: int, manager: str) -> None:
    """Let the leader ask the manager question in their last words before the user's line at `place`."""
    users = [i for i, message in enumerate(told.messages) if message.role == "user"]
    if place >= len(users):
        return
    at = max(i for i in range(users[place]) if told.messages[i].role == "leader")
    message = told.messages[at]
    if message.plan is None or message.plan.leader is None:
        return
    question = f"What is {manager} like to work for?"
    turn = message.plan.leader.model_copy(
        update={"beats": (Beat(move="ask.manager", template=question, text=question),), "planned": question}
    )
    plan = message.plan.model_copy(update={"leader": turn, "planned": question})
    told.messages[at] = message.model_copy(update={"text": question, "plan": plan})
