"""What is typed into a letter's form: names as people write them, minutes in words, somebody else's he and his."""

import pytest

from app.coaching.emails import Letters
from app.coaching.emails.abroad import of_name
from app.coaching.emails.serious import if_it_is_meant
from app.coaching.emails.typed import minutes_of, name_of, people_by_name
from app.coaching.emails.verbs import inside
from app.coaching.emails.wording import to_you
from app.domain.emails import EmailBrief, EmailDraft
from app.domain.library import Library
from app.domain.risk import SeriousFinding
from app.language.spacy_english import SpacyEnglish

READ = SpacyEnglish()
DANA = ("Dana Whitfield", "Dana", "my boss's boss")
WHO = {"me": "Priya Nair", "boss": "Tom Becker", "leader": "Ingrid Solheim"}


def draft(letters: Letters, kind: str, language: str = "en", **facts: str) -> EmailDraft:
    return letters.draft(EmailBrief(kind=kind, facts=WHO | facts, language=language))


def one_line(letters: Letters, kind: str, language: str = "en", **facts: str) -> str:
    return " ".join(draft(letters, kind, language, **facts).body.split())


@pytest.mark.parametrize(
    "said",
    [
        "ask Tom whether he minds",
        "send Ken the deck he asked for",
        "tell Tom before he hears it elsewhere",
        "talk to Tom about his workload",
        "give Rose her access back",
        "ask Tom whether they mind",
        "ask a colleague whether he minds",
        "make sure Tom has what he needs",
        "give Tom the deck himself",
    ],
)
def test_somebody_else_who_is_named_stays_he_she_or_they(said: str) -> None:
    assert to_you(said, DANA, pronouns=True, parsed=READ.parse(said), deed=True) == said


@pytest.mark.parametrize(
    ("said", "to_dana"),
    [
        ("send her the plan and ask Tom whether he agrees", "send you the plan and ask Tom whether he agrees"),
        ("introduce Ken to her", "introduce Ken to you"),
        ("talk to Ken and her about it", "talk to Ken and you about it"),
        ("ask Tom what Dana thinks of her plan", "ask Tom what you think of your plan"),
        ("look at her team's backlog", "look at your team's backlog"),
    ],
)
def test_the_reader_is_you_beside_somebody_else(said: str, to_dana: str) -> None:
    assert to_you(said, DANA, pronouns=True, parsed=READ.parse(said), deed=True) == to_dana


@pytest.mark.parametrize(
    ("said", "to_dana"),
    [
        ("learn about her role", "learn about your role"),
        ("hear how he decides", "hear how you decide"),
        ("learn about Acme and her role", "learn about Acme and your role"),
        (
            "understand how Marcus's team fits into her priorities",
            "understand how Marcus's team fits into your priorities",
        ),
        ("understand how Marcus works with her team", "understand how Marcus works with your team"),
        (
            "learn about her role and what Tom says about his work",
            "learn about your role and what Tom says about his work",
        ),
    ],
)
def test_a_meeting_is_for_hearing_its_reader(said: str, to_dana: str) -> None:
    assert to_you(said, DANA, pronouns=True, parsed=READ.parse(said)) == to_dana


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1 hour", "60"),
        ("2h", "120"),
        ("1.5 hours", "90"),
        ("1h30", "90"),
        ("an hour", "60"),
        ("an hour and a half", "90"),
        ("quarter of an hour", "15"),
        ("1/2 hour", "30"),
        ("thirty", "30"),
        ("30-45", "30"),
        ("15 mins", "15"),
        ("0", ""),
        ("500", ""),
        ("abc", ""),
    ],
)
def test_minutes_are_read_as_they_are_typed(typed: str, minutes: str) -> None:
    assert minutes_of(typed) == minutes


def test_minutes_nobody_can_read_are_asked_for(letters: Letters) -> None:
    letter = draft(letters, "heads_up", minutes="0")
    assert letter.assumed[0] == "30 minutes, the usual length."
    assert "How long should the meeting be?" in letter.missing
    assert "How long should the meeting be?" not in draft(letters, "heads_up", minutes="an hour").missing


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("O'Brien, Pat", "Pat O'Brien"),
        ("van der Berg, Anna", "Anna van der Berg"),
        ("Ingrid Solheim, Director of Quality", "Ingrid Solheim"),
        ("tom becker", "Tom Becker"),
        ("my manager", ""),
        ("her boss", ""),
        ("none", ""),
        ("n/a", ""),
        ("-", ""),
        ("Will", "Will"),
        ("Dr Müller", "Dr Müller"),
    ],
)
def test_a_name_is_taken_as_it_is_typed(typed: str, name: str) -> None:
    assert name_of(typed) == name


def test_whoever_is_named_by_a_role_is_asked_for(letters: Letters) -> None:
    letter = letters.draft(EmailBrief(kind="request", facts={"boss": "my manager", "leader": "her boss"}))
    assert letter.body.startswith("Hello,")
    assert {"What is your manager's name?", "What is the name of your boss's boss?"} <= set(letter.missing)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("yes, Ann", "Ann"),
        ("her assistant is called Ann", "Ann"),
        ("his PA", "yes"),
        ("no", "none"),
        ("yes, but I don't know the name", "unknown"),
        ("the front desk", "the front desk"),
        ("Jana", "Jana"),
    ],
)
def test_an_answer_about_the_assistant_is_not_their_name(typed: str, kept: str) -> None:
    assert people_by_name({"assistant": typed}) == {"assistant": kept}


def test_every_field_of_a_form_is_said(letters: Letters, library: Library) -> None:
    own = {
        "minutes": "45",
        "manager_knows": "yes",
        "times": "Monday at 10",
        "new_times": "Monday at 10",
        "start": "1 February",
        "format": "in groups, by video",
        "me": "Priya Nair",
        "boss": "Tom",
        "leader": "Ingrid",
        "person": "Will",
        "assistant": "Ann",
        "employer": "Acme",
        "who": "my managers",
        "veto": "no",
    }
    # A title only tells whom a brief speaks of; what the manager knows only settles what may be claimed.
    silent = {"leader_title", "manager_knows"}
    for kind in library.emails:
        if kind.id == "manager_note":
            continue
        facts = {field.id: own.get(field.id, f"the zork {field.id}") for field in kind.fields}
        whole = letters.draft(EmailBrief(kind=kind.id, facts=facts, max_words=400))
        for field in {field.id for field in kind.fields} - silent - {"person" if "leader" in facts else ""}:
            less = letters.draft(EmailBrief(kind=kind.id, facts={**facts, field: ""}, max_words=400))
            assert (less.subject, less.body) != (whole.subject, whole.body), (kind.id, field)


def test_a_letter_goes_to_the_employee_where_only_they_are_named(letters: Letters) -> None:
    letter = letters.draft(EmailBrief(kind="decline", facts={"me": "Ingrid", "person": "Will", "alternative": "May"}))
    assert letter.body.startswith("Hi Will,")
    assert "What is the name of your boss's boss?" not in letter.missing
    assert draft(letters, "decline", person="Will", alternative="May").unused == ("Will",)


@pytest.mark.parametrize(
    ("alternative", "said"),
    [
        ("Tom could go", "Tom could go instead."),
        ("send you a written answer", "I could send you a written answer instead."),
        ("the week after", "Would the week after work instead?"),
    ],
)
def test_what_is_offered_instead_is_a_sentence(letters: Letters, alternative: str, said: str) -> None:
    assert said in one_line(letters, "decline", alternative=alternative)


def test_a_manager_without_a_name_stands_in_the_right_case_in_german(letters: Letters) -> None:
    facts = {"leader": "", "minutes": "30"}
    assert "ich möchte deine Führungskraft um ein Gespräch" in one_line(letters, "heads_up", "de", **facts)
    invited = one_line(letters, "heads_up", "de", **facts, invited="yes")
    assert "Deine Führungskraft hat mich" in invited
    booked = one_line(letters, "heads_up", "de", **facts, booked="yes", when="Thursday")
    assert "mit deiner Führungskraft" in booked


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anna", "d'Anna"),
        ("Élodie", "d'Élodie"),
        ("Yves", "d'Yves"),
        ("Yann", "de Yann"),
        ("Hélène", "d'Hélène"),
        ("Hans", "de Hans"),
        ("Tom", "de Tom"),
    ],
)
def test_french_says_whose_team_it_is(name: str, said: str) -> None:
    assert of_name(name) == said


@pytest.mark.parametrize(
    ("language", "topics", "when", "talk"),
    [
        ("fr", "ma carrière", "jeudi 12 mai à 15 h", "ceci : ma carrière"),
        ("es", "mi carrera", "el jueves 12 de mayo a las 15:00", "esto: mi carrera"),
        ("de", "die Planung", "am Donnerstag, den 12. Mai um 15 Uhr", "Themen: die Planung"),
    ],
)
def test_a_heads_up_abroad_keeps_the_date_and_asks_for_the_topics(
    letters: Letters, language: str, topics: str, when: str, talk: str
) -> None:
    facts = {"minutes": "30", "when": "Thursday 12 May at 3 pm"}
    english = draft(letters, "heads_up", language, **facts, topics="release risk | my career")
    assert when in " ".join(english.body.split())
    assert "release risk" not in english.body
    assert any(ask.startswith("Topics: how do you say it in") for ask in english.missing)
    own = draft(letters, "heads_up", language, **facts, topics=topics)
    assert talk in own.body
    assert not any(ask.startswith("Topics: how") for ask in own.missing)
    unplain = draft(letters, "heads_up", language, minutes="30", when="some time next week")
    assert any(ask.startswith("Date of the meeting: how") for ask in unplain.missing)


@pytest.mark.parametrize(
    ("kind", "facts", "said"),
    [
        ("request", {"role": "I work in payroll"}, "I work in payroll, and"),
        ("request", {"role": "lead", "team": "our Dublin office", "employer": "Dublin"}, "in our Dublin office, and"),
        ("request", {"purpose": "Could she tell me how budgets are set?"}, "to hear how budgets are set?"),
        ("request", {"purpose": "Is there a plan for Pune?"}, "to ask whether there is a plan for Pune?"),
        ("accept", {"when": "may 3 at 3pm"}, "Yes, May 3 at 3pm works"),
        ("decline", {"alternative": "Office hours on Fridays"}, "Would office hours on Fridays work"),
        ("reschedule", {"new_times": "Mon at 9 and Tue at 10"}, "to Monday at 9 or Tuesday at 10?"),
        ("pushback_reply", {"worry": "he thinks she will ask about the reorg"}, "that Ingrid will ask about the reorg"),
        ("thank_you", {"learned": "how he makes time for Tom and his team"}, "how you make time for Tom and his team"),
        (
            "nudge",
            {"times": "before 9", "assistant": "his PA"},
            "I'm free before 9; if it's easier, I'll arrange it with",
        ),
    ],
)
def test_a_form_reads_as_somebody_would_write_it(letters: Letters, kind: str, facts: dict[str, str], said: str) -> None:
    assert said in one_line(letters, kind, **facts)


def test_a_subject_asks_once(letters: Letters) -> None:
    asked = draft(letters, "request", purpose="Could she tell me how budgets are set?", minutes="1 hour")
    assert asked.subject == "60 minutes to hear how budgets are set?"


def test_what_led_to_a_word_is_not_said_twice(letters: Letters) -> None:
    facts = {"person": "May", "heard": "slow tests", "doing": "buy runners", "praise": "for being frank"}
    assert "thank you for being frank" in one_line(letters, "leader_follow_up", **facts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What worries you most?", "What worries you most"),
        ("Can we hire?", "whether we can hire"),
        ("How do the teams decide?", "How the teams decide"),
        ("our deploy pipeline", "our deploy pipeline"),
    ],
)
def test_a_question_stands_inside_a_sentence(question: str, said: str) -> None:
    assert inside(question) == said


def test_a_question_among_the_topics_does_not_break_the_sentence(letters: Letters) -> None:
    body = one_line(letters, "accept", when="Friday", topics="What worries you most? | our deploy pipeline")
    assert "talk about what worries you most and our deploy pipeline." in body


def test_somebody_at_risk_is_named_inside_a_sentence() -> None:
    found = SeriousFinding(
        category="serious_crisis", name="Somebody may be at risk", start=0, end=1, routes=(), certain=False
    )
    assert if_it_is_meant([found])[0].startswith("If this is about somebody's safety, it need not wait")


def test_a_month_is_one_in_which_something_was(letters: Letters) -> None:
    facts = {"heard": "slow tests", "doing": "buy runners", "not_doing": "hire"}
    assert "skip-level conversation in June." in one_line(letters, "themes_back", when="June", **facts)
    assert "skip-level conversation on 15 June." in one_line(letters, "themes_back", when="15 June", **facts)
