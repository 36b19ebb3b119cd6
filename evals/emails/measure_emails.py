"""Measure letters from free text and from complete forms: `python -m evals.emails.measure_emails [dev|report|forms]`."""

import re
import sys
from pathlib import Path
from typing import Any

import yaml

from app.bootstrap import build_brief_reader, build_detector, build_english
from app.coaching.emails import Letters
from app.coaching.emails.wording import DAYS
from app.content.library import read_library
from app.domain.emails import EmailBrief, EmailDraft
from app.settings import Settings

HERE = Path(__file__).parent
STANDING = re.compile(
    r"\b(?:I|I'm|I'd|I'll|I've|Hi|Hello|Dear|Best|Warm|Kind|Thank|Could|May|Here|What|It|If|In|From|Our|Since|Is|The|That|This|There|And|Or|A|An|My|We|You|Your|As|Yes|Which|Other|One|First|Safety|Three|Tell|Send|They|Their|Nothing|Everyone|These|Nobody|Re|HR|Would|Might|When|Themes|No|Not|Let|Please|Praise|Whenever|So|Someone|To|With|Say|Also|Meeting)\b"
)


def invented(text: str, draft: EmailDraft) -> list[str]:
    """Return names and numbers of the letter that the brief does not give, sentence starts aside."""
    given = set(re.findall(r"\w+", text.lower()))
    given |= {day for day in DAYS if re.search(rf"\b{day[:3]}(?:s|rs|r)?\b", text, re.I)}
    body = re.sub(r"(?:^|[.?!:]\s+|\n\s*(?:-\s*)?)[A-Z]\w*", " ", STANDING.sub(" ", draft.body))
    names = [word for word in re.findall(r"\b[A-Z][a-zà-ÿ]+\b", body) if word.lower() not in given]
    allowed = {"30"} if not re.search(r"\d+\s*-?\s*min", text) else set()
    words = {
        "60": "hour",
        "30": "half",
        "10": "ten",
        "15": "fifteen|quarter",
        "20": "twenty",
        "25": "twenty-five",
        "40": "forty",
        "45": "forty-five|three quarters",
    }
    numbers = [
        n
        for n in re.findall(r"\d+", draft.body)
        if n not in text and n not in allowed and not re.search(words.get(n, "#"), text.lower())
    ]
    return names + numbers


def faults(case: dict[str, Any], brief: EmailBrief, draft: EmailDraft, asks: dict[str, str]) -> list[str]:
    """Return everything wrong with a letter for a labelled brief; empty when it is right."""
    found: list[str] = []
    if case.get("letter") is False:
        return ["wrote a letter"] if draft.body or not draft.warnings else []
    body = " ".join(draft.body.split()).lower()
    for name, value in case.get("facts", {}).items():
        found_value = brief.facts.get(name, "").lower()
        if found_value != value.lower() and not (name == "role" and value.lower() in found_value):
            found.append(f"{name}: {brief.facts.get(name)!r}, not {value!r}")
    found += [f"claims {name}: {brief.facts[name]!r}" for name in case.get("absent", ()) if brief.facts.get(name)]
    found += [
        f"does not say {said!r}"
        for said in case.get("says", ())
        if not any(way.lower() in body for way in said.split("|"))
    ]
    found += [f"says {said!r}" for said in case.get("never", ()) if said.lower() in body]
    found += [f"does not ask {name}" for name in case.get("asks", ()) if asks.get(name) not in draft.missing]
    if case.get("refused") and not brief.refused:
        found.append("refused nothing")
    if not case.get("refused") and brief.refused:
        found.append(f"refused: {brief.refused[0][:50]}")
    found += [f"check {check.id}" for check in draft.checks if not check.met]
    if brief.language == "en":
        found += [f"invented {word!r}" for word in invented(case["text"], draft)]
    if brief.max_words and draft.words > brief.max_words:
        found.append(f"{draft.words} words of {brief.max_words}")
    return found


def from_forms(letters: Letters) -> int:
    """Print every fault of letters from complete forms, in all tones and lengths, and the share without one."""
    right = total = 0
    for form in yaml.safe_load((HERE / "forms.yaml").read_text(encoding="utf-8")):
        kind = letters.kind(form["kind"])
        tight = max(45, int(kind.max_words * 0.6))
        for tone in ("warm", "plain", "formal"):
            for length, limit in (("standard", 0), ("short", 0), ("standard", tight)):
                brief = EmailBrief(kind=kind.id, facts=form["facts"], tone=tone, length=length, max_words=limit)
                draft = letters.draft(brief)
                wrong = faults({"text": " ".join(form["facts"].values())}, brief, draft, {})
                wrong += [f"asks {ask}" for ask in draft.missing]
                total += 1
                right += not wrong
                if wrong:
                    print(f"{kind.id}/{tone}/{length}/{limit}: " + "; ".join(wrong))
    print(f"forms: {right} of {total} letters right ({right / total:.1%})")
    return 0


def main(part: str) -> int:
    """Print every fault and the share of letters without one."""
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    letters = Letters(library, build_detector(settings, library), build_english(), build_brief_reader(settings))
    if part == "forms":
        return from_forms(letters)
    cases = yaml.safe_load((HERE / f"briefs_{part}.yaml").read_text(encoding="utf-8"))
    right = 0
    for case in cases:
        kind = letters.kind(case["kind"])
        brief = letters.brief(kind.id, case["text"])
        draft = letters.draft(brief)
        wrong = faults(case, brief, draft, {field.id: field.ask for field in kind.fields})
        right += not wrong
        if wrong:
            print(f"{case['id']}: " + "; ".join(wrong))
            if "-v" in sys.argv:
                print(f"    {case['text']}\n    {brief.facts}\n    " + draft.body.replace("\n", "\n    "))
    print(f"{part}: {right} of {len(cases)} letters right ({right / len(cases):.1%})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "report"))
