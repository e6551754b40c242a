"""From a question to an Answer: what is wanted, what it is about, what the thread spoke of.

talk        "thanks", "hello", "who are you": met with courtesy (talk.py)
follow      "and the 2018 one?", "2", "proof?": resolved by the last turn (following.py)
several     two or three questions in one message are answered apart, in the order asked
computed    levels, who may join, cities, lists, named resources (computed.py)
entry       what the matcher found, said in the way that was asked for (wants.py)
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.compose import ALTERNATIVES, CHOICES, choice, compose
from bot.answers.computed import Computed, computed
from bot.answers.following import Follow, follow, lacks_subject, leans
from bot.answers.models import Answer, Part, Turn
from bot.answers.plain import MOST_WORDS, fit
from bot.answers.short import entry_part, one_line
from bot.answers.talk import (
    COURTESY,
    choices_part,
    courtesy_part,
    refusal_part,
    what_do_you_mean_part,
    why_part,
)
from bot.answers.topics import topic_part
from bot.answers.wants import PART_OF_KIND, compare_part, examples_of
from bot.answers.words import MORE_ASKED, NO_CODE, language, say
from bot.asking import Wanted, WantedReader
from bot.asking.language import language_of
from bot.knowledge import Catalog, Topic
from bot.matching import Candidate, Decision, Match, Matcher
from bot.matching.boilerplate import set_aside
from bot.matching.several import MOST_ASKS, asking_parts

SURE = 0.97
"""Score of what was computed, as of what was named by its code."""

LEAST_OFFERED = 0.1
"""Chance below which an entry is not offered."""

COMMON = 20
"""Times that a word stands in the phrasings which is hardly a slip."""

MOST_SPOKEN = 3
"""Entries of a conversation that are remembered."""

ENTRY_KINDS = ("proof", "example", "compare", "changed", "helper")
"""Kinds of asking that change how an entry is answered, the most telling first."""

_BETWEEN = re.compile(r"\b(?:vs\.?|versus|against|from|and|or|y|o|e|ou|con|com|with|between)\b|/|,")
"""What stands between the two things of a comparison."""


class Answerer:
    """Answers questions; knows neither surfaces nor threads beyond the turn it is given."""

    def __init__(self, catalog: Catalog, matcher: Matcher) -> None:
        """Answer from this catalog with this matcher."""
        self.catalog, self.matcher = catalog, matcher
        counts = matcher.model.words
        known = frozenset(word for word, count in counts.items() if count >= COMMON)
        self._reader = WantedReader(catalog, known)

    def answer(self, question: str, key: str, turn: Turn | None = None) -> Answer:
        """Answer a question, in a conversation that spoke of ``turn`` last."""
        language.set(language_of(question))
        answer = self._several(question, key, turn) or self._one(question, key, turn)
        return replace(answer, question=question, parts=fit(answer.parts))

    def picked(self, entry_ids: Sequence[str]) -> Answer:
        """Answer with entries that somebody picked instead of asking.

        Raises:
            KeyError: when the catalog has no such entry.

        """
        candidates = tuple(Candidate(one, SURE) for one in entry_ids)
        match = Match("", Decision.ANSWER, candidates, SURE, asks=len(candidates), in_scope=1.0)
        parts = tuple(self.part(one, "", "") for one in entry_ids)
        turn = Turn(tuple(entry_ids), tuple(entry_ids))
        return replace(
            compose(self.catalog, match, ""),
            parts=fit(parts, MOST_WORDS * len(parts)),
            choices=(),
            reasons=(),
            turn=turn,
        )

    def _one(self, text: str, key: str, turn: Turn | None) -> Answer:
        """Answer what asks for one thing."""
        answer = self._first_reading(text, key, turn)
        if answer.turn and turn and len(answer.turn.entries) == 1:
            spoken = tuple(dict.fromkeys((*answer.turn.entries, *turn.entries)))[:MOST_SPOKEN]
            answer = replace(answer, turn=replace(answer.turn, entries=spoken))
        return answer

    def _first_reading(self, text: str, key: str, turn: Turn | None) -> Answer:
        """Answer by the first reading that fits, as the head of this module lists them."""
        asked = set_aside(text)
        wanted = self._reader.read(asked)
        followed = follow(self.catalog, wanted, asked, turn)
        if not (followed and (followed.entries or followed.part)) and wanted.alone in COURTESY:
            return self._talk(text, key, wanted.alone)
        if followed and followed.entries:
            return self._followed(text, key, followed)
        if followed and followed.part:
            return self._said(text, key, followed.part)
        match = self.matcher.match(text)
        if followed and followed.kind:
            wanted = replace(wanted, kinds=wanted.kinds | {followed.kind})
        if found := computed(self.catalog, wanted, text, match, turn):
            return self._computed(match, key, found)
        if lacks_subject(wanted, match):
            part = what_do_you_mean_part(self.catalog)
            return replace(self._said(text, key, part), understood=False)
        sure = match.decision is Decision.ANSWER
        if "self" in wanted.kinds and not (sure and wanted.rest):
            return self._talk(text, key, "self")
        if turn and turn.entries and leans(wanted, match):
            return self._followed(text, key, Follow(turn.entries[:1], self._kind(wanted)))
        return self._matched(text, key, wanted, match)

    def _several(self, question: str, key: str, turn: Turn | None) -> Answer | None:
        """Answer a message that asks for several things; None where it asks for one."""
        pieces = asking_parts(set_aside(question))
        if len(pieces) < 2:
            return None
        whole = self.matcher.match(question)
        if whole.by_code and whole.asks > 1:
            return None
        near = {candidate.entry_id for candidate in whole.candidates}
        found: list[Answer] = []
        for piece in pieces:
            answer = self._one(piece, key, found[-1].turn if found else turn)
            plain = not answer.by_code and answer.turn and not answer.turn.kind
            strays = plain and answer.cards and answer.cards[0].choice.entry_id not in near
            same = any(answer.parts == other.parts for other in found)
            if answer.decision is Decision.ANSWER and not strays and not same:
                found.append(answer)
        if len(found) < 2:
            return None
        shown = found[:MOST_ASKS]
        parts = [part for answer in shown for part in answer.parts]
        if len(found) > MOST_ASKS:
            more = one_line(say(MORE_ASKED, count=len(found) - MOST_ASKS))
            parts[-1] = replace(parts[-1], lines=(*parts[-1].lines, more))
        reasons = {r.choice.entry_id: r for answer in shown for r in answer.reasons[:1]}
        turns = [answer.turn for answer in shown if answer.turn]
        entries = tuple(dict.fromkeys(one for turn_ in turns for one in turn_.entries))
        return replace(
            shown[0],
            question=question,
            cards=tuple({card.choice: card for a in shown for card in a.cards}.values()),
            choices=(),
            reasons=tuple(reasons.values()),
            parts=tuple(parts),
            turn=Turn(entries, kind=turns[-1].kind, city=turns[-1].city) if turns else None,
        )

    def _talk(self, text: str, key: str, kind: str) -> Answer:
        """Meet courtesy; what the bot is, is said by its topic where there is one."""
        topic_id = self.catalog.topic_of_role.get("bot") if kind == "self" else None
        if topic_id:
            found = Computed(topic_part(self.catalog, topic_id, text), topic_id, "self")
            return self._computed(Match(text, Decision.REFUSE, (), 0.0), key, found)
        return self._said(text, key, courtesy_part(self.catalog, kind))

    def _said(self, text: str, key: str, part: Part) -> Answer:
        """Say something that no entry stands behind."""
        nothing = Match(text, Decision.REFUSE, (), 0.0)
        return replace(compose(self.catalog, nothing, key), parts=(part,))

    def _followed(self, text: str, key: str, followed: Follow) -> Answer:
        """Answer with entries that the conversation spoke of."""
        kind = followed.kind
        if kind == "why":
            parts = [why_part(self.catalog, followed.entries[0])]
        elif kind == "compare":
            parts = [compare_part(self.catalog, followed.entries)]
        else:
            parts = [self.part(followed.entries[0], kind, text)]
        candidates = tuple(Candidate(one, SURE) for one in followed.entries)
        match = Match(text, Decision.ANSWER, candidates, SURE, in_scope=1.0)
        spoken = followed.remember or followed.entries
        turn = Turn(spoken, spoken, kind, self._city(spoken[0], kind))
        return replace(compose(self.catalog, match, key), parts=tuple(parts), choices=(), turn=turn)

    def _computed(self, match: Match, key: str, found: Computed) -> Answer:
        """Answer with what was computed, and stand behind the entry that it is about."""
        rest = [one for one in match.candidates if one.entry_id != found.entry_id]
        first = (Candidate(found.entry_id, SURE),) if found.entry_id else ()
        match = replace(
            match,
            decision=Decision.ANSWER,
            candidates=(*first, *rest)[:5],
            asks=len(first),
            off_topic=None,
            unknown=(),
        )
        turn = Turn(
            (found.entry_id,) if found.entry_id else (),
            offered=found.offered,
            kind=found.kind,
            city=found.city,
        )
        composed = compose(self.catalog, match, key)
        return replace(composed, parts=(found.part,), choices=(), turn=turn)

    def _matched(self, text: str, key: str, wanted: Wanted, match: Match) -> Answer:
        """Say what the matcher found, in the way that was asked for."""
        answer = compose(self.catalog, match, key)
        if match.decision is Decision.ANSWER:
            return self._answered(text, wanted, match, answer)
        if match.decision is Decision.CHOICES or (match.unknown and not match.off_topic):
            likely = [one for one in match.candidates[:CHOICES] if one.score > LEAST_OFFERED]
            ids = tuple(one.entry_id for one in likely)
            shown = [one for one in ids if examples_of(self.catalog, one)]
            if shown and self._kind(wanted) == "example":
                return self._followed(text, key, Follow((shown[0],), "example"))
            if ids:
                part = choices_part(self.catalog, ids, match.unknown)
                choices = tuple(choice(self.catalog, one) for one in ids)
                kind = self._kind(wanted)
                return replace(
                    answer,
                    parts=(part,),
                    choices=choices,
                    turn=Turn((), ids, kind),
                    understood=match.decision is Decision.CHOICES,
                )
            match = replace(match, decision=Decision.REFUSE)
            answer = replace(answer, decision=Decision.REFUSE, choices=(), reasons=())
        understood = bool(match.candidates or match.off_topic)
        part = refusal_part(self.catalog, match, understood=understood)
        return replace(answer, parts=(part,), choices=(), understood=False)

    def _answered(self, text: str, wanted: Wanted, match: Match, answer: Answer) -> Answer:
        ids = [card.choice.entry_id for card in answer.cards]
        kind = self._kind(wanted)
        if kind == "compare":
            compared = ids if len(ids) > 1 else self._compared(text, ids[0])
            parts = [compare_part(self.catalog, compared)]
            ids = list(compared)
        else:
            parts = [self.part(one, kind, text) for one in ids]
        if match.unknown:
            known = say(NO_CODE, codes=", ".join(match.unknown))
            parts[0] = replace(parts[0], sentence=f"{known} {parts[0].sentence}")
        alternatives = answer.choices[:ALTERNATIVES]
        offered = (*ids, *(one.entry_id for one in alternatives))
        turn = Turn(tuple(ids), offered, kind, self._city(ids[0], kind))
        return replace(answer, parts=tuple(parts), choices=alternatives, turn=turn)

    def _kind(self, wanted: Wanted) -> str:
        """Return the kind of asking that decides how an entry is answered; "" for what it asks."""
        return next((kind for kind in ENTRY_KINDS if kind in wanted.kinds), "")

    def _city(self, entry_id: str, kind: str) -> str | None:
        """Return the city that an answer with examples spoke of first."""
        examples = examples_of(self.catalog, entry_id) if kind == "example" else []
        return examples[0].city if examples else None

    def _compared(self, text: str, first: str) -> list[str]:
        """Return what a comparison without codes compares: two subjects, or two standards."""
        named = [
            found.candidates[0].entry_id
            for piece in _BETWEEN.split(text)
            if (found := self.matcher.match(piece)).decision is Decision.ANSWER
        ]
        different = list(dict.fromkeys(named))
        twin = self.catalog.twin(first)
        if len(different) > 1:
            return different
        return [first, twin] if twin else [first]

    def part(self, entry_id: str, kind: str, text: str) -> Part:
        """Return the short answer of an entry for a kind of asking."""
        if kind in PART_OF_KIND:
            return PART_OF_KIND[kind](self.catalog, entry_id)
        if kind == "compare":
            return compare_part(self.catalog, self._compared(text, entry_id))
        if isinstance(self.catalog.entries[entry_id], Topic):
            return topic_part(self.catalog, entry_id, text)
        return entry_part(self.catalog, entry_id)
