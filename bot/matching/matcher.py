"""How a question becomes a decision.

    set aside   signatures, notices, quoted mail (boilerplate.py)
    read        typed text -> sentences of tokens (reading.py: shorthand, spelling, concepts)
    codes       "OD2", "se #3": taken at their word (codes.py, named.py)
    verbatim    a text of the standard, or a phrasing not learned yet, repeated (bot/fuzzy.py)
    rank        tokens -> a chance for every family and off-topic kind (model.py)
    several     two or three questions in one message are ranked apart (several.py)
    decide      answer, choices or refuse, by calibrated chances (calibration.py)
    lead        which member of a family answers: the standard that was asked for (standards.py)

Nothing here does I/O or knows Slack; a Matcher is immutable after it is built and safe to share.
"""

from collections.abc import Sequence
from copy import copy

from bot.fuzzy import Verbatim
from bot.knowledge import Catalog
from bot.matching import several
from bot.matching.boilerplate import set_aside
from bot.matching.calibration import Calibration
from bot.matching.codes import CodeBook
from bot.matching.lookup import Suggester
from bot.matching.match import Candidate, Decision, Match, MatchedWord
from bot.matching.model import MISSING, STALE, Model, load_model
from bot.matching.named import Named, resolve
from bot.matching.phrasings import checksum, known_texts, own_texts
from bot.matching.ranking import Ranking
from bot.matching.reading import Reader, Token, count_features, count_words
from bot.matching.standards import Standards
from bot.matching.text import fold, words

MOST_CANDIDATES = 5
"""The contract's limit for the entries of an answer."""

CERTAIN = 0.97
"""Chance given to what was named by its code or repeated word for word; the rest is for a slip."""

LEAST_IN_SCOPE = 0.4
"""Chance of the rest of a question being about certification below which a code is no code of ours:
"bus SE3 is late"."""

NOT_KNOWN = 0.3
"""Score shown for what is offered when a code names nothing that we know: about one in three."""

MOST_WORDS = 6
"""Words shown as the reason of a match; the first few carry nearly all of the evidence."""


class Matcher:
    """Matches questions against a catalog."""

    def __init__(self, catalog: Catalog, model: Model | None = None) -> None:
        """Take the model that lies beside the catalog's files, or one that was just learned."""
        self.catalog = catalog
        self.model = load_model(catalog.folder) if model is None else model
        self.calibration = Calibration.from_numbers(self.model.calibration)
        self.standards = Standards(catalog)
        texts = known_texts(catalog, self.standards)
        # Whether the model was learned from these very phrasings and this vocabulary.
        self.is_fresh = self.model.learned_from == checksum(catalog, texts)
        self.reader = Reader(
            catalog.vocabulary,
            self.model.words
            if self.is_fresh
            else count_words(text for lines in texts.values() for text in lines),
        )
        # What the bot's owner should know of the model, if anything.
        self.notice = None if self.is_fresh else STALE if self.model.classes else MISSING
        self._families = list(self.standards.members)
        self._codes = CodeBook(catalog)
        compared = own_texts(catalog, self.standards) if self.is_fresh else texts
        self._verbatim = Verbatim(
            (name, words(fold(text))) for name, lines in compared.items() for text in lines
        )
        self._suggester = Suggester(catalog)

    def with_calibration(self, calibration: Calibration) -> "Matcher":
        """Return a matcher that shares this one's model and decides by another calibration."""
        other = copy(self)
        other.calibration = calibration
        return other

    def match(self, question: str) -> Match:
        """Decide what a question is about. Takes any text, of any length, and never raises."""
        asked = set_aside(question)
        spelled = self.reader.spell(asked)
        typed = [token for sentence in spelled for token in sentence]
        tokens = [token for sentence in self.reader.understand(spelled) for token in sentence]
        year, titled = self.standards.year_in(tokens), self.standards.titled_in(tokens)
        standard = year or titled
        ranking = self.rank(tokens)
        sure = self.decision(ranking) is Decision.ANSWER
        if references := self._codes.find(typed):
            named = resolve(
                self.catalog,
                self.standards,
                references,
                year,
                self._codes.unknown_year(typed),
                ranking.families[:MOST_CANDIDATES] if sure else [],
                titled=titled,
            )
            beside = self.rank(self._codes.rest(tokens))
            return self._by_code(question, named, ranking, beside, standard)
        if self.reader.known.isdisjoint(token.read_as for token in tokens):
            return Match(question, Decision.REFUSE, (), 0.0)
        # A model that has learned all phrasings is only helped where it is not sure by itself.
        helped = not (sure and self.is_fresh)
        if helped and (repeated := self._verbatim.find([token.typed for token in typed])):
            return self._repeated(question, repeated, ranking, standard)
        return self._decide(question, asked, ranking, standard)

    def rank(self, tokens: list[Token]) -> Ranking:
        """Return the families by chance. Off-topic kinds compete for it, too."""
        counts = count_features(tokens)
        unknown = self.model.unknown(token.features[0] for token in tokens)
        raw = self.model.chances(counts, unknown)
        off_topics = [kind for kind in self.catalog.off_topics if kind in raw]
        families = sorted(self._families, key=lambda family: -raw.get(family, 0.0))
        chances = self.calibration.chances([raw.get(family, 0.0) for family in families])
        return Ranking(
            tokens,
            families,
            chance_of=dict(zip(families, chances, strict=True)),
            off_topic=max(off_topics, key=raw.__getitem__, default=None),
            in_scope=1 - sum([raw[kind] for kind in off_topics]),
        )

    def decision(self, ranking: Ranking) -> Decision:
        """Decide by the chance of the first family and the chance of being in scope."""
        first = ranking.chance_of[ranking.families[0]]
        return self.calibration.decide(first, ranking.in_scope)

    def suggest(self, typed: str, limit: int = 100) -> tuple[str, ...]:
        """Return entry ids for what has been typed so far: by title first, then by meaning."""
        meant = [
            candidate.entry_id
            for candidate in self.match(typed).candidates
            if candidate.score >= self.calibration.choices
        ]
        return tuple(dict.fromkeys([*self._suggester.suggest(typed), *meant]))[:limit]

    def touches(self, text: str) -> tuple[Candidate, ...]:
        """Return the entries that any sentence of a text is about, best first.

        Unlike a question, a text may touch several entries and ask for none; each sentence is
        looked at alone and has to be as clear as a question that is answered.
        """
        best: dict[str, Candidate] = {}
        for sentence in self.reader.read(set_aside(text)):
            ranking = self.rank(sentence)
            if self.decision(ranking) is Decision.ANSWER:
                (candidate,) = self._candidates(ranking.families[:1], ranking, None, explained=1)
                known = best.get(candidate.entry_id)
                if known is None or known.score < candidate.score:
                    best[candidate.entry_id] = candidate
        return tuple(sorted(best.values(), key=lambda candidate: -candidate.score))

    def _by_code(
        self,
        question: str,
        named: Named,
        ranking: Ranking,
        beside: Ranking,
        standard: str | None,
    ) -> Match:
        """Answer with the criteria named by code; refuse where a code names nothing that we know.

        ``beside`` is what the rest of the question is about. Where that is plainly other business
        the code is something else, too: "bus SE3 is late".
        """
        other = len(beside.tokens) > 1 and beside.in_scope < LEAST_IN_SCOPE
        known = named.known and not other
        score = CERTAIN if known else NOT_KNOWN
        front = [
            Candidate(entry_id, score, (MatchedWord(code, code, 1.0),))
            for entry_id, code in named.entries.items()
        ]
        rest = self._candidates(named.around, ranking, standard)
        return Match(
            question,
            Decision.ANSWER if known else Decision.REFUSE,
            tuple([*front, *rest][:MOST_CANDIDATES]),
            margin=score - (rest[0].score if rest else 0.0) if known else 0.0,
            asks=min(len(front), several.MOST_ASKS),
            in_scope=beside.in_scope if other else 1.0,
            off_topic=beside.off_topic if other else None,
            by_code=True,
            unknown=named.unknown,
        )

    def _repeated(
        self, question: str, family: str, ranking: Ranking, standard: str | None
    ) -> Match:
        """Answer with the family whose text is repeated; refuse where that is other business."""
        if family in self.catalog.off_topics:
            return Match(question, Decision.REFUSE, (), 0.0, off_topic=family)
        others = [one for one in ranking.families if one != family][: MOST_CANDIDATES - 1]
        first, *rest = self._candidates([family, *others], ranking, standard, explained=1)
        score = max(first.score, CERTAIN)
        margin = score - (rest[0].score if rest else 0.0)
        candidates = (first._replace(score=score), *rest)
        return Match(question, Decision.ANSWER, candidates, margin, in_scope=1.0)

    def _decide(self, question: str, asked: str, ranking: Ranking, standard: str | None) -> Match:
        decision, families = self.decision(ranking), ranking.families
        front = families[:1]
        if parts := self._several(asked, ranking):
            decision, front = Decision.ANSWER, parts
        shown = [*front, *(one for one in families[:MOST_CANDIDATES] if one not in front)]
        candidates = self._candidates(
            shown[:MOST_CANDIDATES], ranking, standard, explained=len(front)
        )
        first, *next_best = (ranking.chance_of[family] for family in families[:2])
        return Match(
            question,
            decision,
            tuple(candidates),
            margin=first - sum(next_best),
            asks=len(front),
            in_scope=ranking.in_scope,
            off_topic=ranking.off_topic if decision is Decision.REFUSE else None,
        )

    def _several(self, text: str, ranking: Ranking) -> list[str]:
        """Return the families that parts of a message ask for, where there are several.

        A part that is not clear by itself counts where the whole message is about its family. At a
        plain "and" both halves must be very clear, and the whole be about them a little.
        """
        least = several.TOLD if several.is_story(text) else several.BARELY
        asked: dict[str, None] = {}
        for family, chance, clear in map(self._part, several.asking_parts(text)):
            near = several.NEAR if clear else several.NEAREST if chance >= several.LIKELY else 0
            if family in ranking.families[:near] and ranking.chance_of[family] >= least:
                asked[family] = None
        if len(asked) > 1 and (least == several.BARELY or ranking.families[0] in asked):
            return list(asked)[: several.MOST_ASKS]
        for parts in several.halves(text):
            found = {family: chance for family, chance, _ in map(self._part, parts)}
            if len(found) > 1 and all(
                chance >= several.VERY_CLEAR and ranking.chance_of[family] >= several.TOUCHED
                for family, chance in found.items()
            ):
                return list(found)
        return []

    def _part(self, text: str) -> tuple[str, float, bool]:
        """Return the likeliest family of a part of a message, its chance, and if it is clear."""
        tokens = [token for sentence in self.reader.read(text) for token in sentence]
        ranking = self.rank(tokens)
        first = ranking.families[0]
        clear = bool(tokens) and self.decision(ranking) is Decision.ANSWER
        return first, ranking.chance_of[first] if tokens else 0.0, clear

    def _candidates(
        self,
        families: Sequence[str],
        ranking: Ranking,
        standard: str | None,
        *,
        explained: int = 0,
    ) -> list[Candidate]:
        """Return the entries that lead families, the first ``explained`` with their words."""
        return [
            Candidate(
                entry_id,
                round(ranking.chance_of[family], 4),
                self._words(family, ranking.tokens) if place < explained else (),
            )
            for place, (family, entry_id) in enumerate(
                zip(families, self.standards.leads(families, standard), strict=True)
            )
        ]

    def _words(self, family: str, tokens: list[Token]) -> tuple[MatchedWord, ...]:
        """Return the words that speak for a family, the strongest first, with their shares."""
        supports = self.model.supports([token.features for token in tokens], family)
        spoke = {
            token.typed: (support, token)
            for token, support in zip(tokens, supports, strict=True)
            if support > 0
        }
        total = sum(support for support, _ in spoke.values())
        ranked = sorted(spoke.values(), key=lambda pair: (-pair[0], pair[1].typed))[:MOST_WORDS]
        return tuple(
            MatchedWord(token.typed, token.meaning, round(support / total, 3))
            for support, token in ranked
        )
