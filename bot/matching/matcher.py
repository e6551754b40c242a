"""How a question becomes a decision.

    read            typed text -> sentences of tokens (reading.py: shorthand, spelling, concepts)
    codes           "OD2", "se #3": taken at their word (codes.py)
    rank            tokens -> vector -> a chance for every family and off-topic kind (index.py;
                    rows.py adds the weights up)
    asks            two questions in one message are ranked apart (asks.py)
    decide          answer, choices or refuse, by calibrated chances (calibration.py)
    lead            which member of a family answers: the standard that was asked for (families.py)

Nothing here does I/O or knows Slack; a Matcher is immutable after it is built and safe to share.
"""

from collections.abc import Iterable
from copy import copy
from typing import NamedTuple

from bot.knowledge import Catalog
from bot.matching.asks import asking_parts, weigh_sentences
from bot.matching.calibration import Calibration
from bot.matching.codes import CodeBook, Reference
from bot.matching.editions import Editions
from bot.matching.explaining import matched_words
from bot.matching.families import family_of, lead, members
from bot.matching.index import Index, chances
from bot.matching.match import Candidate, Decision, Match, MatchedWord
from bot.matching.reading import Token
from bot.matching.suggesting import Suggester

MOST_CANDIDATES = 5
"""The contract's limit for the entries of an answer."""

CODE_CHANCE = 0.97
"""Chance given to a criterion that was named by its code; the rest is for a slip in the code."""

NOT_KNOWN_CHANCE = 0.3
"""Score shown for what is offered when a code names nothing that we know: about one in three."""


class Ranking(NamedTuple):
    """What some tokens are about.

    ``families`` are ordered by their chance, best first. ``chance_of`` holds the raw chances of
    families and off-topic kinds, which add up to 1. ``off_topic`` is the likeliest kind of other
    business, ``in_scope`` the chance that the question is none of them.
    """

    tokens: list[Token]
    families: list[str]
    chance_of: dict[str, float]
    off_topic: str | None
    in_scope: float


class Matcher:
    """Matches questions against a catalog."""

    def __init__(self, catalog: Catalog, index: Index | None = None) -> None:
        """Build the index, or take one that was built before for the same catalog."""
        self.catalog = catalog
        self.index = index or Index(catalog)
        self.calibration = Calibration.from_numbers(catalog.learned.fitted)
        self._codes = CodeBook(catalog)
        self._editions = Editions(catalog)
        self._suggester = Suggester(catalog)
        self._leads = {family: lead(catalog, family, None) for family in self.index.families}

    def with_calibration(self, calibration: Calibration) -> "Matcher":
        """Return a matcher that shares this one's index and decides by another calibration."""
        other = copy(self)
        other.calibration = calibration
        return other

    def match(self, question: str) -> Match:
        """Decide what a question is about. Takes any text, of any length, and never raises."""
        sentences = self.index.reader.read(question)
        tokens = [token for sentence in sentences for token in sentence]
        if not tokens:
            return Match(question, Decision.REFUSE, (), 0.0)
        standard = self._editions.named_in(tokens)
        ranking = self.rank(weigh_sentences(sentences))
        references = self._codes.find(tokens)
        if any(r.known_in(standard) for r in references):
            known = [r for r in references if r.known_in(standard)]
            return self._named(question, known, ranking, standard)
        if references:
            return self._not_known(question, references[0], standard)
        return self._decide(question, sentences, ranking, standard)

    def rank(self, tokens: list[Token]) -> Ranking:
        """Return the families by chance. Off-topic kinds compete for it, too."""
        chance_of = dict(zip(self.index.targets, chances(self.index.scores(tokens)), strict=True))
        off_topics = self.index.off_topics
        return Ranking(
            tokens,
            families=sorted(self.index.families, key=chance_of.__getitem__, reverse=True),
            chance_of=chance_of,
            off_topic=max(off_topics, key=chance_of.__getitem__, default=None),
            in_scope=1 - sum([chance_of[kind] for kind in off_topics]),
        )

    def suggest(self, typed: str, limit: int = 100) -> tuple[str, ...]:
        """Return entry ids for what has been typed so far: by beginnings, then by meaning."""
        begun = self._suggester.begins(typed)
        meant = [
            candidate.entry_id
            for candidate in self.match(typed).candidates
            if candidate.score >= self.calibration.choices
        ]
        return tuple(dict.fromkeys([*begun, *meant]))[:limit]

    def touches(self, text: str) -> tuple[Candidate, ...]:
        """Return the entries that any sentence of a text is about, best first.

        Unlike a question, a text may touch several entries and ask for none; each sentence is
        looked at alone and has to be as clear as a question that is answered.
        """
        best: dict[str, Candidate] = {}
        for sentence in self.index.reader.read(text):
            ranking = self.rank(sentence)
            family = ranking.families[0]
            if self._decision(ranking) is Decision.ANSWER:
                candidate = self._candidate(family, ranking, None, explained=True)
                known = best.get(candidate.entry_id)
                if known is None or known.score < candidate.score:
                    best[candidate.entry_id] = candidate
        return tuple(sorted(best.values(), key=lambda candidate: -candidate.score))

    def members(self, entry_id: str) -> tuple[str, ...]:
        """Return the entry and its twin, the older first."""
        return members(self.catalog, family_of(self.catalog, entry_id))

    def _decide(
        self,
        question: str,
        sentences: list[list[Token]],
        ranking: Ranking,
        standard: str | None,
    ) -> Match:
        decision = self._decision(ranking)
        families = ranking.families[:MOST_CANDIDATES]
        asks = 1
        if decision is Decision.ANSWER and (second := self._second_ask(sentences, ranking)):
            families = [families[0], second, *(f for f in families[1:] if f != second)]
            asks = 2
        candidates = tuple(
            self._candidate(family, ranking, standard, explained=place < asks)
            for place, family in enumerate(families[:MOST_CANDIDATES])
        )
        return Match(
            question,
            decision,
            candidates,
            margin=self._margin(ranking),
            asks=asks,
            in_scope=ranking.in_scope,
            off_topic=ranking.off_topic if decision is Decision.REFUSE else None,
        )

    def _named(
        self,
        question: str,
        references: list[Reference],
        ranking: Ranking,
        standard: str | None,
    ) -> Match:
        """Answer with the criteria named by code, then what else the question is about."""
        standard = standard or _only_standard(references)
        meant = [entry for r in references for entry in self._meant(r, ranking, standard)]
        front = list(dict.fromkeys(meant))[:MOST_CANDIDATES]
        families = {family_of(self.catalog, entry_id) for entry_id in front}
        rest = [family for family in self._around(front[0], ranking) if family not in families]
        named = [
            Candidate(
                entry_id, CODE_CHANCE, self._words(family_of(self.catalog, entry_id), ranking)
            )
            for entry_id in front
        ]
        others = [self._candidate(family, ranking, standard) for family in rest]
        candidates = tuple([*named, *others][:MOST_CANDIDATES])
        return Match(
            question,
            Decision.ANSWER,
            candidates,
            margin=CODE_CHANCE - (others[0].score if others else 0.0),
            asks=min(len(named), 2),
            in_scope=1.0,
            by_code=True,
        )

    def _not_known(self, question: str, reference: Reference, standard: str | None) -> Match:
        """Offer the practice (whose gap says what is not known) for a number that nobody found."""
        wanted = [p for p in reference.practices if standard in (None, p[:4])]
        offered = dict.fromkeys([*wanted, *reference.criteria, *reference.practices])
        candidates = tuple(Candidate(entry_id, NOT_KNOWN_CHANCE) for entry_id in offered)
        candidates = candidates[:MOST_CANDIDATES]
        return Match(question, Decision.CHOICES, candidates, 0.0, in_scope=1.0, by_code=True)

    def _meant(self, reference: Reference, ranking: Ranking, standard: str | None) -> list[str]:
        """Return the criteria that a code means: one, or two different ones of two standards."""
        of_standard = [c for c in reference.criteria if c.startswith(f"{standard}:")]
        if of_standard:
            return of_standard
        if standard is None and len(reference.criteria) == 1:
            return list(reference.criteria)
        by_family = {family_of(self.catalog, c): c for c in reversed(reference.criteria)}
        families = list(reversed(by_family))
        if len(families) == 1:
            return [lead(self.catalog, families[0], standard)]
        best = max(families, key=lambda family: ranking.chance_of[family])
        if self.calibration.chance(ranking.chance_of[best]) >= self.calibration.answer:
            families.sort(key=lambda family: family != best)
        return [by_family[family] for family in families]

    def _around(self, entry_id: str, ranking: Ranking) -> Iterable[str]:
        """Return the families near a named criterion: what else was said, else its practice's."""
        if self._decision(ranking) is Decision.ANSWER:
            yield from ranking.families[:MOST_CANDIDATES]
        practice = self.catalog.practice_of.get(entry_id) or self.catalog.practices[entry_id]
        for sibling in self.catalog.criteria_of[practice.id]:
            yield family_of(self.catalog, sibling.id)
        yield family_of(self.catalog, practice.id)

    def _second_ask(self, sentences: list[list[Token]], ranking: Ranking) -> str | None:
        """Return the family of a second thing that was asked, when both parts are clear."""
        clear: list[str] = []
        parts = asking_parts(sentences)
        for place, part in enumerate(parts):
            if len(clear) + len(parts) - place < 2:
                return None
            ranked = self.rank(part)
            if self._decision(ranked) is Decision.ANSWER:
                clear.append(ranked.families[0])
        first = ranking.families[0]
        if len(set(clear)) < 2 or first not in clear:
            return None
        return next(family for family in clear if family != first)

    def _decision(self, ranking: Ranking) -> Decision:
        chance = self.calibration.chance(ranking.chance_of[ranking.families[0]])
        return self.calibration.decide(chance, ranking.in_scope)

    def _margin(self, ranking: Ranking) -> float:
        chance = [
            self.calibration.chance(ranking.chance_of[family]) for family in ranking.families[:2]
        ]
        return chance[0] - chance[1] if len(chance) > 1 else chance[0]

    def _candidate(
        self, family: str, ranking: Ranking, standard: str | None, *, explained: bool = False
    ) -> Candidate:
        return Candidate(
            lead(self.catalog, family, standard) if standard else self._leads[family],
            round(self.calibration.chance(ranking.chance_of[family]), 4),
            self._words(family, ranking) if explained else (),
        )

    def _words(self, family: str, ranking: Ranking) -> tuple[MatchedWord, ...]:
        return matched_words(self.index, ranking.tokens, family)


def _only_standard(references: list[Reference]) -> str | None:
    """Return the standard of the codes that exist in one standard only, if they agree.

    Whoever compares "EVAL2" with "EVAL3" speaks of the standard that has an EVAL3.
    """
    only = {r.criteria[0][:4] for r in references if len(r.criteria) == 1}
    return only.pop() if len(only) == 1 else None
