"""Who is to be met: headcounts, teams that multiply, managers counted or not, groups."""

import re
from dataclasses import replace

from app.coaching.programme.figures import NUMBER, PEOPLE, RANGE, Figures, Left

_ABOUT = (
    r"(?:(?:about|around|roughly|some|say|up to|at most|a maximum of|max|maybe|nearly|almost|over|of|only|just|another|all)"
    r" )*"
)
_BOSSES = (
    r"(?:(?:line|team|middle|people|department|section|shift|ward|store|unit|other|direct) )*"
    r"(?:managers?|leads|supervisors|team leaders|directs|direct reports|foremen|directors|charge nurses)\b"
)
_TEAMS = r"(?:teams|squads|crews|wards|shops|stores|departments|units|branches|sites)"
_SIZE = rf"{_ABOUT}{RANGE}(?! ?(?:minutes?|hours?|%|percent|times|weeks?))"
_EACH_TEAM = (
    rf"({NUMBER}) {_BOSSES}[^.;?\d]{{0,30}}\b(?:each|apiece)\b[^.;?\d]{{0,20}}?{_SIZE}(?: {PEOPLE})?",
    rf"({NUMBER}) {_BOSSES}[^.;?\d]{{0,30}}?{_SIZE}(?: [a-z-]+){{0,2}}? (?:each|apiece|per (?:manager|team|lead))\b",
    rf"({NUMBER}) {_BOSSES}[^.;?\d]{{0,20}}\bteams? {_SIZE}(?: {PEOPLE})?",
    rf"({NUMBER}) {_BOSSES}[^.;?\d]{{0,15}}\b(?:average|averaging|avg|mean)\b[^.;?\d]{{0,6}}{_SIZE}(?: {PEOPLE})?",
    rf"({NUMBER}) {_BOSSES} x {_SIZE}(?: {PEOPLE})?",
    rf"({NUMBER}) {_TEAMS} of {_SIZE}(?: {PEOPLE})?",
    rf"({NUMBER}) {_TEAMS}\b[^.;?\d]{{0,12}}{_SIZE}(?: {PEOPLE})? (?:each|apiece|per team)\b",
)
_SIZES = {"pairs": 2, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "sevens": 7, "eights": 8, "tens": 10,
          "twelves": 12}  # fmt: skip
_KINDS = r"(?:groups?|tables?|circles?|cohorts?|batches|lunches|breakfasts?|coffees|sessions|round ?tables?)"
_GROUPS = (
    rf"(?<!my )(?<!our )(?<!whole )(?<!a ){_KINDS} (?:size )?(?:of|with|for) {_ABOUT}{RANGE}(?: people)?\b(?! ?(?:minutes?|hours?|weeks?))",
    rf"{RANGE} (?:people |staff |or so )?(?:at a time|at once|together|a (?:group|session|table)"
    rf"|per (?:group|session|table|sitting)|(?:in|to) (?:a|each|one) (?:group|session|table|room))\b",
    rf"{RANGE} (?:person|people|strong) {_KINDS}",
    rf"\b1:{RANGE}",
    rf"\bgroups? (?:of|with) {_ABOUT}{RANGE}(?! ?(?:people|staff|minutes?|hours?|weeks?)\b)",
)
_BELOW_ONLY = r"\b(?:ics|individual contributors|indirects|indirect reports|non-managers|skip[- ]level reports)\b"
_OTHER_THINGS = (
    "questions topics goals minutes hours weeks days months quarters years times meetings sessions slots rounds groups "
    "teams sites offices wards shops stores branches departments floors shifts countries regions levels percent points "
    "things projects steps ways reasons locations zones calls chats conversations words managers leads layers others "
    "interviews rehearsals emails tickets bugs incidents clients customers jobs roles promotions requests tasks releases "
    "sprints reviews offers dates pages lines examples ideas problems concerns items products languages continents"
)
_NOT_PEOPLE = rf"(?:{'|'.join(_OTHER_THINGS.split())})\b"
_SMALL_WORDS = r"(?:in|on|of|for|with|at|per|a|an|and|or|who|to|across|is|are|x|then|under|plus|that|but|we|i)\b"
_HOLDERS = r"(?:teams?|departments?|orgs?|organi[sz]ations?|groups?|units?|functions?|divisions?|headcounts?|staff|company|totals?)"
_LONE = (
    rf"\b{_HOLDERS} (?:of|is|are|=|:) ?{_ABOUT}{RANGE}(?! ?(?:minutes|hours|%|weeks))",
    rf"{RANGE} (?:person|strong|in total|head)\b",
    rf"{RANGE} (?:(?!{_SMALL_WORDS})[a-z-]+ )?(?!{_NOT_PEOPLE}|{_SMALL_WORDS})[a-z-]{{3,}}s\b(?! (?:a|per) )",
    rf"\b(?:have|'ve got|got|meet|see|meeting|seeing|for|with|of) {_ABOUT}{RANGE}(?! ?{_NOT_PEOPLE}| [a-z]+s\b)",
    rf"^{RANGE}(?=,| x )",
    rf"(?<![\d.-])({NUMBER})()(?=[).,;?!]|$| {_SMALL_WORDS})",
)
_FEWEST = 5
"""A bare number below this is more likely anything else than a headcount."""


def teams(left: Left, figures: Figures) -> Figures:
    """Read "9 managers with 8 people each" and "6 teams of 9"; the product has no managers in it."""
    found = left.first(*_EACH_TEAM)
    if found is None:
        return figures
    count, low, high = float(found[1]), float(found[2]), float(found[3] or found[2])
    people = tuple(dict.fromkeys((round(count * low), round(count * high))))
    product = f"{count:g} × {low:g}" if len(people) == 1 else ""
    return replace(figures, people=people, product=product, managers_counted=False)


def groups(left: Left, figures: Figures) -> Figures:
    """Read the size of groups; eight where groups are wanted and no size is given."""
    if many := left.first(rf"({NUMBER}) (?:group )?{_KINDS} of ({NUMBER})(?: {PEOPLE})?\b(?! ?(?:minutes?|hours?))"):
        count, size = int(float(many[1])), int(float(many[2]))
        return replace(figures, people=(count * size,), product=f"{count} × {size}", group=size)
    found = left.first(*_GROUPS)
    size = round(float(found[2] or found[1])) if found else 0
    if not size and (word := left.first(rf"\bin ({'|'.join(_SIZES)})\b")):
        size = _SIZES[word[1]]
    if not size and left.first(
        r"\b(?:in|small|use|with|as|do|by|or) groups\b|\bgroup (?:sessions?|meetings?|format|skip)"
    ):
        size = 8
    single = re.search(r"\bsingle\b|\bindividual(?:ly| meetings)\b|\bone by one\b|\bbetter\b|\binstead\b", left.text)
    against = re.search(r"\b(?:or|vs|versus|instead|rather than|compared?|than|better)\b", left.text)
    return replace(figures, group=size if size > 1 else 0, single_too=bool(size > 1 and single and against))


def managers(left: Left, figures: Figures) -> Figures:
    """Read how many managers there are, and whether the headcount has them in it."""
    text = left.text
    found = left.first(rf"({NUMBER}) (?:of (?:them|whom|which|those) )?(?:are |being )?{_BOSSES}")
    bosses = rf"(?:(?:the|my|our|those|these|all|{NUMBER}) )*{_BOSSES}"
    apart = (
        r"\b(?:not (?:counting|including)|excluding|excl|without|plus|on top of|besides|apart from|in addition to"
        rf"|as well as|and|under|below|beneath|report(?:s|ing)?(?: in)? ?to|led by|managed by) {bosses}"
        rf"|{_BOSSES} (?:who |that )?(?:each )?(?:manage|lead|have|run|with)\b"
        rf"|{_BOSSES}[^.?]{{0,6}}(?:not (?:counted|included)|excluded|apart|extra)\b|{_BELOW_ONLY}"
    )
    within = (
        rf"\b(?:including|includes?|incl|inc|counting)\.? {bosses}|\bof (?:whom|which|them|those),? {NUMBER} (?:are )?{_BOSSES}"
        rf"|{NUMBER} of (?:whom|which|them|those) (?:are )?{_BOSSES}|{NUMBER} (?:are|being) {_BOSSES}"
        rf"|{_BOSSES} (?:are )?(?:included|in it|in that|counted)\b"
    )
    counted = figures.managers_counted
    if re.search(apart, text):
        counted = False
    elif re.search(within, text):
        counted = True
    return replace(figures, managers=int(float(found[1])) if found else 0, managers_counted=counted)


def headcount(left: Left, figures: Figures) -> Figures:
    """Read how many people: "85 people", "a team of 12", "40 engineers and 25 designers", "80-90 staff"."""
    if figures.people:
        return figures
    said = re.search(rf"{RANGE} (?:(?!{_SMALL_WORDS})[a-z'-]+ ){{0,3}}?{PEOPLE}", left.text)
    lone = (found for pattern in _LONE for found in re.finditer(pattern, left.text) if float(found[1]) >= _FEWEST)
    first = said or next(lone, None)
    if first is None:
        return figures
    if first[2]:
        return replace(figures, people=tuple(dict.fromkeys((int(float(first[1])), int(float(first[2]))))))
    parts = [int(float(first[1])), *_more(left.text[first.end() :])]
    product = " + ".join(map(str, parts)) if len(parts) > 1 else ""
    return replace(figures, people=(sum(parts),), product=product)


def _more(text: str) -> list[int]:
    """Headcounts that follow the first and add to it: "and 25 designers", ", 12 in Leeds"."""
    joined = re.compile(
        rf"[a-z ]{{0,25}}?(?:,| and|,? plus| \+| &) {_ABOUT}({NUMBER})"
        rf"(?= (?:in|at|on|from) [a-z]| (?!{_NOT_PEOPLE})[a-z'-]+s\b| {PEOPLE})(?! (?:of (?:them|whom)))"
    )
    parts = []
    while found := joined.match(text):
        parts.append(int(float(found[1])))
        text = text[found.end() :]
    return parts
