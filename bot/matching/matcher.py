"""How a question becomes a decision.

    read            typed text -> sentences of tokens (reading.py: shorthand, spelling, concepts)
    codes           "OD2", "se #3": taken at their word (codes.py)
    score           tokens -> vector -> a chance for every family and off-topic kind (index.py)
    asks            two questions in one message are scored apart (asks.py)
    decide          answer, choices or refuse, by calibrated chances (calibration.py)
    lead            which member of a family answers: the standard that was asked for (families.py)

Nothing here does I/O or knows Slack; a Matcher is immutable after it is built and safe to share.
"""

from copy import copy
from dataclasses import dataclass

from bot.knowledge import Catalog
from bot.matching.asks import asking_parts, weigh_sentences
from bot.matching.calibration import Calibration
from bot.matching.codes import CodeBook, Reference
from bot.matching.editions import Editions
from bot.matching.explaining import matched_words
from bot.matching.families import family_of, lead, members
from bot.matching.index import Index, chances
from bot.matching.reading import Token
from bot.matching.result import Candidate, Decision, Match
from bot.matching.suggesting import Suggester

MOST_CANDIDATES = 5
"""The contract's limit for the entries of an answer."""

CODE_CHANCE = 0.97
"""Chance given to a criterion that was named by its code; the rest is for a slip in the code."""


@dataclass(frozen=True)
class _Ranking:
    """Families by calibrated chance, best first, and the chance of being off topic."""

    families: tuple[tuple[str, float], ...]
    off_topic: str | None
    in_scope: float


def _only_standard(references: list[Reference]) -> str | None:
    """Return the standard of the codes that exist in one standard only, if they agree.

    Whoever compares "EVAL2" with "EVAL3" speaks of the standard that has an EVAL3.
    """
    only = {r.criteria[0][:4] for r in references if len(r.criteria) == 1}
    return only.pop() if len(only) == 1 else None


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
        references = [r for r in self._codes.find(tokens) if r.criteria]
        if references:
            return self._named(question, tokens, references, ranking, standard)
        second = self._second_ask(sentences, ranking)
        return self._decide(question, tokens, ranking, second, standard)

    def rank(self, tokens: list[Token]) -> _Ranking:
        """Return the families by chance. Off-topic kinds compete for it, too."""
        vector = self.index.vector(tokens)
        by_chance = sorted(
            zip(chances(self.index.scores(vector)), self.index.targets, strict=True),
            key=lambda pair: (-pair[0], pair[1]),
        )
        off = [(chance, target) for chance, target in by_chance if target.startswith("off:")]
        inside = [(t, self.calibration.chance(c)) for c, t in by_chance if not t.startswith("off:")]
        off_topic = off[0][1] if off and off[0][0] > 0 else None
        return _Ranking(tuple(inside), off_topic, 1 - sum(chance for chance, _ in off))

    def _decide(
        self,
        question: str,
        tokens: list[Token],
        ranking: _Ranking,
        second: str | None,
        standard: str | None,
    ) -> Match:
        top = ranking.families[: MOST_CANDIDATES + 1]
        if second and top[0][0] != second:
            front = [pair for pair in ranking.families if pair[0] in (top[0][0], second)]
            top = (*front, *(pair for pair in top if pair not in front))
        best = top[0][1]
        margin = best - (top[1][1] if len(top) > 1 else 0.0)
        decision = self.calibration.decide(best, ranking.in_scope)
        candidates = tuple(
            Candidate(
                lead(self.catalog, family, standard),
                round(chance, 4),
                matched_words(self.index, tokens, family),
            )
            for family, chance in top[:MOST_CANDIDATES]
        )
        asks = 2 if second and decision is Decision.ANSWER else 1
        off_topic = ranking.off_topic if decision is Decision.REFUSE else None
        return Match(question, decision, candidates, margin, asks, ranking.in_scope, off_topic)

    def _named(
        self,
        question: str,
        tokens: list[Token],
        references: list[Reference],
        ranking: _Ranking,
        standard: str | None,
    ) -> Match:
        """Answer with the criteria named by code, then what else the question is about."""
        chance_of = dict(ranking.families)
        front: list[str] = []
        standard = standard or _only_standard(references)
        for reference in references:
            front.extend(self._meant(reference, chance_of, standard))
        front = list(dict.fromkeys(front))
        families = {family_of(self.catalog, entry_id) for entry_id in front}
        rest = [
            Candidate(lead(self.catalog, family, standard), round(chance, 4))
            for family, chance in ranking.families
            if family not in families
        ]
        named = [
            Candidate(
                entry_id,
                CODE_CHANCE,
                matched_words(self.index, tokens, family_of(self.catalog, entry_id)),
            )
            for entry_id in front
        ]
        candidates = tuple([*named, *rest][:MOST_CANDIDATES])
        margin = CODE_CHANCE - (rest[0].score if rest else 0.0)
        return Match(
            question,
            Decision.ANSWER,
            candidates,
            margin,
            asks=min(len(named), 2),
            in_scope=1.0,
            by_code=True,
        )

    def _meant(
        self, reference: Reference, chance_of: dict[str, float], standard: str | None
    ) -> list[str]:
        """Return the criteria that a code means: one, or two different ones of two standards."""
        of_standard = [c for c in reference.criteria if c.startswith(f"{standard}:")]
        if of_standard:
            return of_standard
        families = list(dict.fromkeys(family_of(self.catalog, c) for c in reference.criteria))
        if len(families) == 1:
            return [lead(self.catalog, families[0], standard)]
        entries = {
            family_of(self.catalog, entry_id): entry_id for entry_id in reversed(reference.criteria)
        }
        ordered = sorted(families, key=lambda family: -chance_of.get(family, 0.0))
        if chance_of.get(ordered[0], 0.0) < self.calibration.answer:
            ordered = families
        return [entries[family] for family in ordered]

    def _second_ask(self, sentences: list[list[Token]], ranking: _Ranking) -> str | None:
        """Return the family of a second thing that was asked, when both parts are clear."""
        parts = asking_parts(sentences)
        if len(parts) < 2:
            return None
        clear = []
        for part in parts:
            ranked = self.rank(part)
            family, chance = ranked.families[0]
            if ranked.in_scope >= self.calibration.in_scope and chance >= self.calibration.answer:
                clear.append(family)
        first = ranking.families[0][0]
        return next((family for family in clear if family != first), None)

    def suggest(self, typed: str, limit: int = 100) -> tuple[str, ...]:
        """Return entry ids for what has been typed so far: by beginnings, then by meaning."""
        begun = self._suggester.begins(typed)
        meant = [candidate.entry_id for candidate in self.match(typed).candidates]
        return tuple(dict.fromkeys([*begun, *meant]))[:limit]

    def touches(self, text: str) -> tuple[Candidate, ...]:
        """Return the entries that any sentence of a text is about, best first.

        Unlike a question, a text may touch several entries and ask for none; each sentence is
        looked at alone and has to be as clear as a question that is answered.
        """
        best: dict[str, Candidate] = {}
        for sentence in self.index.reader.read(text):
            ranking = self.rank(sentence)
            clear = ranking.in_scope >= self.calibration.in_scope
            for family, chance in ranking.families[:2]:
                if not clear or chance < self.calibration.answer:
                    break
                entry_id = lead(self.catalog, family, None)
                if entry_id not in best or best[entry_id].score < chance:
                    words = matched_words(self.index, sentence, family)
                    best[entry_id] = Candidate(entry_id, round(chance, 4), words)
        return tuple(sorted(best.values(), key=lambda candidate: -candidate.score))

    def members(self, entry_id: str) -> tuple[str, ...]:
        """Return the entry and its twin, the older first."""
        return members(self.catalog, family_of(self.catalog, entry_id))
