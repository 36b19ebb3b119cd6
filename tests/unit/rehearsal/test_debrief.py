import re

GOOD = (
    "Thank you for making time. I'd like to understand what you most need from us. What is on your mind these days?",
    "We cut false alerts from 240 to 160 a week since August.",
    "Last Tuesday the address fix waited two days, and we printed 900 wrong labels.",
    "Priya explains why when the plan changes. I've asked her for more regular feedback.",
    "How would you like bad news to reach you?",
    "I'll give Priya the proposal on Thursday. Thank you, this was useful. Could we do this again next quarter?",
)
SLIP = "Could you tell her to drop the sign-off?"


def by_line(debrief):
    return {score.line: score for score in debrief.scores}


def test_every_score_quotes_what_was_said_and_names_its_rule(hold, dana):
    told = hold(dana).say_all(GOOD)
    scores = told.debrief().scores
    assert len(scores) == 10
    for score in scores:
        assert score.rule
        if score.value is not None:
            assert score.quote.removesuffix(" …") in " ".join(GOOD)
            assert score.quote
            assert 1 <= score.turn <= len(GOOD)


def test_what_was_not_asked_is_unscored_and_not_zero(hold, dana):
    told = hold(dana).say_all(["Hello.", "We have four services.", "I work on the tracking page with four others."])
    assert by_line(told.debrief())["manager_question"].value is None


def test_an_unrepaired_slip_costs_more_than_a_mended_one(hold, dana):
    flags = {SLIP: ("going_over_head", 4)}
    slipped = hold(dana, flags).say_all([*GOOD[:2], SLIP, *GOOD[3:]]).debrief()
    mended = hold(dana, flags).say_all([*GOOD[:2], SLIP, "Sorry, that came out wrong.", *GOOD[3:]]).debrief()
    clean = hold(dana).say_all(GOOD).debrief()
    values = [by_line(d)["judgement"].value for d in (slipped, mended, clean)]
    assert values == sorted(values)
    assert values[0] < values[1] < values[2]
    assert slipped.fixes[0].quote == SLIP
    assert slipped.fixes[0].say_instead
    assert any(SLIP in line for line in slipped.may_reach_boss)


def test_a_fix_uses_the_users_own_words(hold, dana):
    late = (
        "About half my week goes there, because the plants never stop ringing, and there was one where the man nearly "
        "locked the gate behind me, but otherwise it went well, nine of eleven renewed since January"
    )
    fixes = hold(dana).say_all([GOOD[0], late, GOOD[3]]).debrief().fixes
    assert any("ine of eleven renewed since January" in fix.say_instead for fix in fixes)


def test_private_and_serious_words_are_in_no_part_of_it(hold, dana):
    private = "My girlfriend and I split up and my doctor put me on something."
    serious = "The gate switch has been taped down."
    told = hold(dana, {private: ("oversharing_personal", 2)}, {"gate switch": True})
    told.say_all([GOOD[0], private, GOOD[1], serious])
    debrief = told.debrief()
    assert not re.search(r"girlfriend|doctor|gate switch", debrief.model_dump_json())
    assert len(debrief.picture) == 3


def test_talk_share_is_said_once_with_the_range_of_who_asked(hold, dana):
    asked = hold(dana).say_all(GOOD).debrief()
    called = hold(dana.model_copy(update={"asked_by": "leader"})).say_all(GOOD).debrief()
    assert asked.talk_share_note.startswith(f"You said {asked.talk_share}% of the words; 25 to 45%")
    assert "55 to 80%" in called.talk_share_note
    words = sum(row.user_words for row in asked.picture)
    assert asked.counts["words"] == words


def test_the_drill_starts_with_something_the_leader_says(hold, dana):
    debrief = hold(dana).say_all(["Hi.", "It's all fine, really.", "You know, the usual stuff.", "…"]).debrief()
    assert debrief.drill
    assert debrief.drill_line
    assert "{" not in debrief.drill_line


def test_a_step_with_a_day_is_remembered_as_a_promise(hold, dana):
    (mine, *_) = [p for p in hold(dana).say_all(GOOD).debrief().promises if p.owner == "you"]
    assert "proposal" in mine.what
    assert "Thursday" in mine.due


def test_the_headline_praises_only_what_earned_it(hold, dana):
    flags = {SLIP: ("going_over_head", 4)}
    endless = f"{SLIP} {'It goes on and on and nothing is done. ' * 15}"
    debrief = hold(dana, flags).say_all(["Hello.", endless]).debrief()
    assert max(score.value or 0 for score in debrief.scores) == 2
    assert debrief.headline.startswith("Nothing stood out yet. Next time, ")


def test_an_empty_meeting_has_a_debrief_too(hold, dana):
    debrief = hold(dana).debrief()
    assert debrief.headline
    assert debrief.talk_share == 0
    assert debrief.picture == ()


def test_the_aside_shows_the_risk_a_better_line_and_nothing_more(hold, dana):
    turn = hold(dana, {SLIP: ("going_over_head", 4)}).say(SLIP)
    assert SLIP in turn.aside
    assert "Try:" in turn.aside
    landed = hold(dana).say("We cut false alerts from 240 to 160 a week.")
    assert "from 240 to 160" in landed.aside.lower()
    assert "Try:" not in landed.aside
    assert hold(dana).say("We have a team.").aside == ""


def test_who_was_sent_for_owes_no_reason(hold, dana):
    called = hold(dana.model_copy(update={"asked_by": "leader"}))
    told = called.say_all(["The queue doubled in June.", "We count it by hand.", "Priya has the sheet."])
    by_line = {score.line: score for score in told.debrief().scores}
    assert by_line["purpose"].value is None
    assert by_line["opening"].value is None


def test_no_fix_comes_without_the_words_it_is_about(hold, dana):
    private = "My doctor says I should slow down because of the girlfriend situation."
    debrief = hold(dana, {private: ("oversharing_personal", 3)}).say_all([GOOD[0], private, GOOD[1]]).debrief()
    assert all(fix.quote for fix in debrief.fixes)


def test_a_flagged_line_is_never_called_a_strength(hold, dana):
    asked = "What do you make of the plan for the depot?"
    lines = [asked, "The queue doubled.", "Priya has the sheet."]
    assert asked in [s.quote for s in hold(dana).say_all(lines).debrief().strengths]
    flagged = hold(dana, {asked: ("over_familiarity", 2)}).say_all(lines).debrief()
    assert asked not in [s.quote for s in flagged.strengths]


def test_who_said_very_little_hears_so_kindly(hold, dana):
    debrief = hold(dana).say_all(["Hi", "Things are fine", "I don't know", "Not really", "bye"]).debrief()
    assert debrief.headline.startswith("You said very little, which is common")
    scores = {score.line: score for score in debrief.scores}
    assert scores["concision"].value is None
    assert scores["close"].rule == "In your last lines: a goodbye."
