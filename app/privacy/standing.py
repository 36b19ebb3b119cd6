"""Where a word that is also a name stands as a name, though written in small letters: "my boss bill green", "cc rose"."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from app.privacy.words import (
    ADDRESSED,
    ADJECTIVES,
    AFTER_A_PERSON,
    ALSO_VERBS,
    ALSO_WORDS,
    BEFORE_A_WORD,
    DOES,
    MODALS,
    MONTHS,
    ORDINARY,
    PARTICLES,
    ROLES,
    SAYS,
    SMALL_WORDS,
    SURNAMES,
    TITLES,
    VIRTUES,
)

_GAPS = re.compile(r"[ ,:;=(/–—-]{1,3}")
_JOINS = frozenset("and or & / - ,".split())
_IS = frozenset("is are am was were be being just so very too really quite not how".split())
_ASKS = frozenset("can could does did should is was has".split())
_UP = frozenset("to through from by above up fast again in".split())
_AFTER_HAS = frozenset("too not gone a an the all so very in on".split())
"""After one of these the ending of "hope's" is a verb, no possessive."""
_HONORIFICS = frozenset("san sama kun ji".split())


@dataclass(frozen=True)
class Word:
    """A word of a text without its possessive ending: `text[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")


class Standing:
    """The words of one text and what stands beside each."""

    def __init__(self, text: str, words: Sequence[Word], small: Set[int], unknown: Callable[[Word], bool]) -> None:
        """`small` is where the words begin whose letters tell nothing; `unknown` says whether our content never uses one."""
        self._text = text
        self._small = small
        self._words = words
        self._unknown = unknown
        self._place = {word.start: place for place, word in enumerate(words)}

    def is_word(self, word: Word) -> bool:
        """Say whether a word that is also a name is the word here: "i hope", "a rich talk", "he rose to the top"."""
        before, gap = self._before(word)
        after, _ = self._after(word)
        if gap == " " and before in BEFORE_A_WORD:
            return True
        if word.low in ADJECTIVES and gap == " " and before in _IS and not self._pair(word):
            return True
        if word.low in ADJECTIVES and self._describes(word):
            return True
        return word.low == "rose" and after in _UP and before not in ADDRESSED

    def names(self, found: Set[int]) -> set[int]:
        """Return where words begin that stand as names, given where other names begin."""
        names = {word.start for word in self._words if self._may_be(word) and self._stands_alone(word)}
        names |= {word.start for word in self._words if self._is_couple(word)}
        said = {
            word.low for word in self._words if word.start in names and word.low not in MODALS | SURNAMES | ADJECTIVES
        }
        names |= {w.start for w in self._words if w.low in said and self._may_be(w) and not self.is_word(w)}
        for _ in range(3):  # each name may give away the ones beside it
            more = {word.start for word in self._words if self._beside(word, found | names)} - names - found
            names |= more
            if not more:
                break
        return names

    def _describes(self, word: Word) -> bool:
        """Say whether an adjective stands before what it describes: "ask rich questions"."""
        after, gap = self._after(word)
        if gap != " " or self._begins(word) or after in SAYS | DOES | AFTER_A_PERSON or after.endswith("ed"):
            return False
        return not self._pair(word) and not self._unknown(self._words[self._place[word.start] + 1])

    def _is_couple(self, word: Word) -> bool:
        """Say whether a hyphen joins two names: "the mark-bill quarrel"."""
        parts = set(word.low.split("-"))
        return len(parts) > 1 and parts <= ALSO_WORDS - MODALS and bool(parts - SURNAMES - ADJECTIVES)

    def _may_be(self, word: Word) -> bool:
        return word.low in ALSO_WORDS and word.start in self._small

    def _stands_alone(self, word: Word) -> bool:
        low = word.low
        before, gap = self._before(word)
        after, _ = self._after(word)
        pair = self._pair(word)
        if before in TITLES and gap in {" ", ". "}:
            return True
        thanked = self._words_before(word) == ("thank", "you") and self._ends(word)
        if thanked or self._after_a_role(word) or self._is_asked_about(word):
            return True
        if self.is_word(word) or low in SURNAMES:
            return low in SURNAMES and after in DOES and self._begins(word)
        if pair and (self._anchored(word) or self._words[self._place[word.start] + 1].low not in ALSO_VERBS):
            return True
        if after in DOES and self._begins(word):
            return True
        if before in ADDRESSED and gap.strip() in {"", ",", ":", "/"}:
            ends = self._ends(word) or after in AFTER_A_PERSON - ({"this", "next", "last"} if low in MODALS else set())
            return ends and (
                low not in VIRTUES or before not in SMALL_WORDS | {"w"} or after in AFTER_A_PERSON - {"and"}
            )
        if low not in MODALS | MONTHS and self._possessive(word) and after not in _AFTER_HAS and low not in ADJECTIVES:
            return True
        with_me = (after == "and" and self._after(word, 2)[0] == "i") or self._words_before(word) == ("me", "and")
        return with_me and low not in MODALS and (self._begins(word) or before == "and")

    def _after_a_role(self, word: Word) -> bool:
        """Say whether the word names the role before it: "my boss mark says", "skip = joy", "our vp (will)"."""
        before, gap = self._before(word)
        place = self._place[word.start]
        linked = before if gap == " " else ""
        role = self._words[place - 2].low if place > 1 and linked in {"is", "was"} else before
        if linked in {"is", "was"} and role in {"name", "names"}:
            return True
        if role not in ROLES or not (_GAPS.fullmatch(gap) or gap == " "):
            return False
        after, _ = self._after(word)
        if self._pair(word):
            return True
        if word.low in SURNAMES:
            return False
        if linked in {"is", "was"}:
            if word.low in MODALS:
                return self._ends(word) or self._unknown(self._words[place + 1])
            return word.low not in ADJECTIVES and (self._ends(word) or after in AFTER_A_PERSON)
        if gap != " ":  # in brackets, between commas, after a colon
            return self._ends(word) or (word.low not in MODALS and after in SAYS | DOES)
        if word.low in MODALS:
            return after in DOES
        if word.low == "rose" and after in _UP:
            return False
        return after in SAYS | DOES or self._ends(word) or (len(after) > 3 and after.endswith("ed"))

    def _is_asked_about(self, word: Word) -> bool:
        """Say whether a question asks what somebody does: "can rose see this?", and not "can hope help?"."""
        place = self._place[word.start]
        if not place or word.low in MODALS | MONTHS | VIRTUES | ADJECTIVES | SURNAMES | {"art"}:
            return False
        before, (after, gap) = self._words[place - 1], self._after(word)
        asks = before.low in _ASKS and self._begins(before) and self._before(word)[1] == " "
        return asks and gap == " " and after not in BEFORE_A_WORD | {"me", "us", "them"}

    def _anchored(self, word: Word) -> bool:
        before, _ = self._before(word)
        return self._begins(word) or before in ADDRESSED | SMALL_WORDS or before.endswith("ed")

    def _pair(self, word: Word) -> bool:
        """Say whether the word is a first name with its surname: "bill green", "may chen wants"."""
        place = self._place[word.start]
        if word.low in SURNAMES or word.low not in ALSO_WORDS or place + 1 >= len(self._words):
            return False
        other = self._words[place + 1]
        if self._text[word.end : other.start] != " " or other.low in MODALS:
            return False
        named = other.low in ALSO_WORDS or self._unknown(other)
        third, _ = self._after(other)
        if word.low in MODALS:
            told = self._before(word)[0] in ADDRESSED and (self._ends(other) or third in AFTER_A_PERSON)
            return named and other.low not in ALSO_VERBS and (told or third in DOES)
        if other.low not in SURNAMES and not self._unknown(other):
            return False
        return named and (
            self._ends(other)
            or third in SAYS | DOES | AFTER_A_PERSON
            or third.endswith("ed")
            or self._possessive(other)
        )

    def _beside(self, word: Word, found: Set[int]) -> bool:
        """Say whether a name beside the word makes it one: its other half, past a particle, or in a list of names."""
        place = self._place[word.start]
        if word.start in found or word.start not in self._small or word.low in ORDINARY - {"jan"} | _HONORIFICS:
            return False
        before, after = (self._words[at] if 0 <= at < len(self._words) else None for at in (place - 1, place + 1))
        low = word.low
        if before and before.start in found and self._text[before.end : word.start] == " ":
            if before.text[0].islower() and self._unknown(word):
                return True
            if self._may_be(before) and self._pair(before):
                return True
            follows, _ = self._after(word)
            if low in SURNAMES and not self._unknown(word):
                done = (
                    self._ends(word) or follows in SAYS | DOES | {"and", "about", "yesterday"} or self._possessive(word)
                )
                return done or (low not in ALSO_VERBS and follows in AFTER_A_PERSON)
        if self._past_a_particle(place, found):
            return True
        if low not in ALSO_WORDS or low in SURNAMES or self.is_word(word):
            return False
        if after and after.start in found and self._text[word.end : after.start] == " ":
            third, _ = self._after(after)
            if low in MODALS:
                return third in DOES
            return low not in ADJECTIVES and self._begins_or_is_addressed(word)
        return low not in MODALS and self._in_a_list(place, found)

    def _past_a_particle(self, place: int, found: Set[int]) -> bool:
        """Say whether particles stand between this word and a name: "jan van der berg", "nguyen van minh"."""
        word = self._words[place]
        if word.low in SMALL_WORDS | PARTICLES:
            return False
        for step in (-1, 1):
            at = place + step
            while 0 <= at < len(self._words) and self._words[at].low in PARTICLES:
                at += step
            if abs(at - place) < 2 or not 0 <= at < len(self._words) or self._words[at].start not in found:
                continue
            first, last = sorted((place, at))
            between = self._text[self._words[first].end : self._words[last].start]
            if not re.fullmatch(r"[\w' -]+", between):
                continue
            if step < 0 or word.low in ALSO_WORDS | {"jan"} or self._unknown(word):
                return True
        return False

    def _in_a_list(self, place: int, found: Set[int]) -> bool:
        word = self._words[place]
        for step in (-1, 1):
            at = place + step
            joined = False
            if 0 <= at < len(self._words) and self._words[at].low in {"and", "or"}:
                at, joined = at + step, True
            if not 0 <= at < len(self._words) or self._words[at].start not in found:
                continue
            first, last = self._words[min(place, at)], self._words[max(place, at)]
            between = self._text[first.end : last.start].strip()
            if (joined or between in _JOINS) and not {first.low, last.low} <= VIRTUES:
                return word.low not in ADJECTIVES or self._ends(word)
        return False

    def _begins_or_is_addressed(self, word: Word) -> bool:
        before, _ = self._before(word)
        return self._begins(word) or before in ADDRESSED | ROLES | TITLES | {"is", "of", "for"}

    def _begins(self, word: Word) -> bool:
        """Say whether a clause begins with the word."""
        before, gap = self._before(word)
        return not before or gap != " " or before in {
            "and", "or", "but", "because", "that", "if", "when", "since", "so", "then", "what", "why", "after", "before",
            "while", "where", "until", "yesterday", "today", "though", "as",
        }  # fmt: skip

    def _ends(self, word: Word) -> bool:
        _, gap = self._after(word)
        return gap != " " and not self._possessive(word)

    def _possessive(self, word: Word) -> bool:
        return bool(re.match(r"['’]s\b", self._text[word.end : word.end + 3]))

    def _before(self, word: Word) -> tuple[str, str]:
        """The word before, and what stands between the two."""
        place = self._place[word.start]
        if not place:
            return "", self._text[: word.start]
        before = self._words[place - 1]
        return before.low, re.sub(r"^['’]d", "", self._text[before.end : word.start])

    def _after(self, word: Word, steps: int = 1) -> tuple[str, str]:
        """The word that many steps after, and what stands between it and the one before it."""
        place = self._place[word.start] + steps
        if place >= len(self._words):
            return "", self._text[self._words[-1].end :] if steps == 1 else ""
        return self._words[place].low, self._text[self._words[place - 1].end : self._words[place].start]

    def _words_before(self, word: Word) -> tuple[str, ...]:
        place = self._place[word.start]
        return tuple(each.low for each in self._words[max(0, place - 2) : place])
