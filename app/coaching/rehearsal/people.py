"""What a line does to the people it speaks of: complains, blames, credits, or brings the manager in."""

import re

from app.coaching.rehearsal.scene import Scene
from app.domain.language import Parsed

_BOSS_WORDS = r"my (?:manager|boss|lead|team lead(?:er)?|supervisor|line manager|head)"
_NOT_NAMES = frozenset(
    "The We It They He She You I This That These Those There My Our Your What When Where Why How Who If "
    "And But So Or Yes "
    "No Not Most One Two Three Nobody Nothing Everyone Everybody People Someone All Thanks Thank Hi "
    "Hello Honestly Fair "
    "Maybe Sure Also Then Because Before After For From In On At To With Each Every Could Would Should "
    "Can Is Are Do Did "
    "Wrong Good Deploys Ours Customers About Her His Their Its Last Next Some Any Both Our Until Once "
    "Quickly Maybe Or Leadership Management Ich Non Ignore Obviously Teams Tickets Scratch Word Rumour "
    "Apparently Sales Design".split()
)
_GOOD = (
    r"(?:(?:really|always|also|has|have|had|often|usually|both|even|who|was the one who|then|just|actually|still) )*"
    r"(?:defends?|defended|stands? up for|stood up for|answers?|answered|replies|replied|remembers?|checks? in"
    r"|turns? up|help(?:s|ed)?|sat (?:with|down)|explain(?:s|ed)|keeps? (?:the |our |my |her |his )?(?:scope|us"
    r"|team|me|things|meetings|plan|focus|work|promises|diary|time|word|standups?|backlog|shift|rota"
    r"|patients|customers)|protect(?:s|ed)?|"
    r"reads?\b|taught|teaches|back(?:s|ed) (?:me|us|the)|makes? (?:time|sure|it)|made (?:time|sure"
    r"|it possible)|listen(?:s|ed)|stayed(?! (?:till|until|at|the same|in|there)\b(?![^.?!]*\bto \w+))|"
    r"covered|found|spotted|built|did (?:most|the|all|half)|fixed|"
    r"(?:is|was|are|were|has been) (?:very |really |always |so |extremely )?(?:clear|great|good|fair"
    r"|patient|generous|quick|excellent|brilliant|supportive|helpful|honest)|"
    r"never once|tells? us why|told us why|gives? (?:us|me|clear|honest|people)|gave (?:us|me)|shares?"
    r"|trusts?|noticed|showed (?:me|us)|"
    r"deserves?|came in|reviewed|saved (?:me|us|the)|shield(?:s|ed)|asks good|let (?:me|us)|lets (?:me|us)"
    r"|walked (?:me|us))"
)
_BAD = (
    r"(?:(?:just|really|simply|always|still|honestly) )*(?:won't|doesn't|does not|(?:can't|cannot"
    r"|couldn't) (?:decide|manage|listen|cope"
    r"|handle|be bothered|lead|say|make|answer|see|explain|tell|plan|run|do (?:his|her|the|their)|even)"
    r"|wouldn't|refuses?|refused|ignores?|"
    r"ignored|micromanag\w+|blocks?|blocking|is blocking|keeps? (?:blocking|changing|saying no|cancelling"
    r"|forgetting|moving|putting)|has no (?:idea|clue)|"
    r"(?:is|was|'s|has been) (?:just |such |really |so |completely |always )?(?:an? |the )?(?:terrible"
    r"|useless|hopeless|worst|bad|weak|lazy|incompetent|blocking|problem|nightmare|"
    r"micromanager|bully|out of (?:his|her|their) depth|not (?:listening|up to|good)|never (?:here|there"
    r"|around)|clueless|unfair|disorganised|difficult|impossible)|"
    r"takes? (?:all )?(?:the )?credit|shuts? (?:me|us) down|belittles?|dismisses|talks? over"
    r"|plays favourites|undermin\w+|shoots? down|drops? (?:the ball|everything)|said no|sits on|sat on"
    r"|hides?|forgets|cancels|"
    r"never (?:listens?|has (?:any )?time|answers?|repl\w+|helps?|shows?|explains?|supports?|reads?|gives?"
    r"|backs?|tells?|does|did|comes?|decides?|follows?|lets?))"
)
_TO_YOU = re.compile(r"\b(?:could|can|would|will|do|did) you\b|^please\b|\bdon't tell\b", re.I)
_BECAUSE_OF = re.compile(
    r"\b[Bb]ecause of (?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Christmas|Easter|Brexit|Covid)\b)[A-Z][a-z]+\b"
)
_ROUTE = (
    r"take|bring|raise|show|tell|ask|check|share|agree|align|talk|line (?:it|that|this) up|run|write|put"
    r"|speak|go|mention|discuss|propose|send|give|proposed|suggested|told|asked|raised|showed|took|spoke|talked"
    r"|mentioned|sent|gave"
    r"|discussed|agreed|shared|checked|brought|wrote|put it"
)


class People:
    """Reads who is spoken of, and how."""

    def __init__(self, scene: Scene) -> None:
        """Compile the patterns for this meeting's names."""
        boss = scene.meeting.people.boss
        named = "|".join(re.escape(name) for name in (boss.full, boss.first, boss.last) if name)
        pronoun = {"she": "her", "he": "him", "they": "them"}.get(boss.pronoun, "her|him")
        self._boss = rf"(?:{named}|{_BOSS_WORDS})" if named else _BOSS_WORDS
        self._known = {part for name in scene.names for part in name.split()}
        boss_or = self._boss
        self._complains = re.compile(rf"\b(?:{boss_or})(?:'s| is| has)? ?,? {_BAD}", re.I)
        self._he_complains = re.compile(rf"\b(?:she|he|they) {_BAD}", re.I)
        self._mentions = re.compile(rf"\b(?:{boss_or})\b", re.I)
        self._includes = re.compile(
            rf"\b(?:{_ROUTE})\b[^.?!]{{0,45}}\b(?:{boss_or})\b(?!'s job)|\bwith (?:{boss_or})\b"
            rf"|\b(?:{boss_or}) and i\b|\b(?:{boss_or}) (?:already )?(?:has (?:already|also|now|just )?(?: ?(?:seen"
            rf"|read|agreed|said|given|looked|heard|backed|approved|offered|the (?:list|numbers|draft|page"
            rf"|figures|report)))|knows"
            rf"|saw|suggested|asked me|encouraged|agreed|agrees|is happy)\b"
            rf"|\b(?:to|past|by|before|with) (?:{boss_or}) (?:first|as|before)\b"
            rf"|\b(?:{_ROUTE})\b (?:\w+ ){{0,3}}(?:to|with|past|by) (?:{pronoun})\b|\b(?:{boss_or}) (?:gets|hears"
            rf"|sees)\b|\bi(?:'d| would) want (?:{boss_or}|{pronoun}) to know\b"
            rf"|\b(?:{boss_or}) (?:would|will|should|might|ought to|needs to|has to|'d) (?:want|like|need|have"
            rf"|prefer)? ?(?:to )?(?:know|hear|see|be told)\b",
            re.I,
        )

    def complains(self, text: str, previous: str) -> tuple[int, int] | None:
        """Return the span of a complaint about the manager, or None."""
        if match := self._complains.search(text):
            return match.span()
        if (self._mentions.search(text) or self._mentions.search(previous)) and (
            match := self._he_complains.search(text)
        ):
            return match.span()
        return None

    def blames(self, text: str, parsed: Parsed) -> tuple[int, int] | None:
        """Return the span of blame laid on somebody absent who is not the manager, or None."""
        others = "|".join(re.escape(name) for name in self._others(text, parsed))
        patterns = [
            r"\bif (?!i\b|we\b|it\b|you\b)(?:the other \w+|\w+) (?:just )?did (?:his|her|their|its) (?:job"
            r"|part)",
            r"\b(?:design|sales|marketing|finance|legal|ops|operations|the other team|hr|procurement"
            r"|the other (?:team|shift)|upstream|night shift|day shift|that team) (?:never|doesn't|don't|won't"
            r"|keeps?|always|can't)\b[^.?!]*",
        ]
        if others:
            patterns.append(
                rf"\b(?:{others}) (?:{_BAD}|leaves (?:it|the|this|that|us|me|everything|inbound)|left (?:it"
                rf"|this|that|us|me|everything|inbound|a|half)\b|messed|screwed|broke|keeps|always)\b"
                rf"|\bbecause of (?:{others})\b|\b(?:{others})(?:'s| is the) (?:fault|weak)|\bit was (?:{others})\b"
            )
        for pattern in patterns:
            if match := re.search(pattern, text, re.I):
                return match.span()
        if match := _BECAUSE_OF.search(text):
            return match.span()
        return None

    def credits(self, text: str, parsed: Parsed) -> bool:
        """Say whether the line says something good of somebody, by what they did."""
        text = re.sub(r"\b(she|he)'s\b", r"\1 is", re.sub(r"\bthey're\b", "they are", text.replace("’", "'")))
        names = "|".join([self._boss, *(re.escape(n) for n in self._others(text, parsed))])
        subject = (
            rf"(?:{names}|she|he|they|(?:the|my|our) (?:whole |own )?(?:team|colleagues?|manager|lead"
            rf"|night shift"
            rf"|nurses?|apprentice|planners?))"
        )
        if re.search(rf"\b{subject},? {_GOOD}\b", text, re.I):
            return True
        return bool(
            re.search(
                rf"\b(?:thanks to|help from|credit (?:goes )?to|was|kudos to|down to) (?:{names}|the team"
                rf"|my team|my colleagues?)\b(?:'s (?:idea|work|doing))?(?! (?:fault|problem|who broke))",
                text,
                re.I,
            )
        ) and not self.complains(text, "")

    def includes_manager(self, text: str) -> bool:
        """Say whether the manager is brought in: told, asked, shown, or already knowing."""
        text = " ".join(s for s in re.split(r"(?<=[.?!])\s+", text) if not _TO_YOU.search(s))
        if self._includes.search(text):
            return True
        return bool(self._mentions.search(text) and re.search(r"\bwith (?:her|him|them)\b", text, re.I))

    def mentions_manager(self, text: str) -> bool:
        """Say whether the manager is spoken of at all."""
        return bool(self._mentions.search(text))

    def asks_view(self, question: str) -> bool:
        """Say whether a question asks the leader to judge the manager."""
        return bool(
            re.search(
                rf"\bwhat do you (?:think|make) (?:of|about) (?:{self._boss})|\bdo you (?:rate|like"
                rf"|agree with|trust) (?:{self._boss})|\bhow do you (?:rate|see|find) (?:{self._boss})"
                rf"|\bdo you (?:think|believe|feel|find)(?: that)? (?:{self._boss})\b"
                rf"|\bis (?:{self._boss}) (?:any good|good|safe|in trouble|leaving|doing)",
                question,
                re.I,
            )
        )

    def names_in(self, text: str, parsed: Parsed) -> tuple[str, ...]:
        """Return names found in the line, in order, each once."""
        found = [n for n in self._known if re.search(rf"\b{re.escape(n)}\b", text)]
        found += self._others(text, parsed)
        return tuple(dict.fromkeys(sorted(found, key=text.find)))

    def _others(self, text: str, parsed: Parsed) -> list[str]:
        boss = self._mentions
        names = [e.text for e in parsed.entities if e.label == "PERSON"]
        names += re.findall(
            r"(?<![.?!…] )(?<!^)\b[A-Z][a-z]{2,}\b(?= (?:[a-z]|'s))|\b[A-Z][a-z]{2,}\b(?=(?:'s| is"
            r"| has| was| did| never| keeps| leaves| won't| doesn't))",
            text,
        )
        return [n for n in dict.fromkeys(names) if n not in _NOT_NAMES and not boss.fullmatch(n) and n[0].isupper()]
