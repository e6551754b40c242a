"""Standards: which one a question speaks of, and which entry of a family answers for it.

A family is an entry with those that ask (nearly) the same in the other standards. No question could
tell them apart by its content, so they are matched as one; which member leads the answer is decided
afterwards, by the standard that the question names.
"""

from collections.abc import Iterable

from bot.knowledge import Catalog
from bot.matching.reading import Token
from bot.matching.stems import stem
from bot.matching.text import fold, name_words, words


class Standards:
    """The families of a catalog and the names of its standards."""

    def __init__(self, catalog: Catalog) -> None:
        """Join the entries to families and collect the names by which standards are told.

        A practice's title tells the standard, too, where its twin has another title: people who
        say "General Management" speak of 2018, since 2022 calls it "Leadership and Capacity".
        """
        self._standard_of = {entry.id: entry.standard for entry in catalog.entries.values()}
        blocks = (*catalog.criteria.values(), *catalog.practices.values())
        self._leading = {block.id for block in blocks if block.leads}
        self.members: dict[str, tuple[str, ...]] = {}
        for entry_id in catalog.entries:
            if entry_id not in catalog.predecessors:
                self.members[entry_id] = tuple(_line(catalog, entry_id))
        self.family_of = {
            member: family for family, members in self.members.items() for member in members
        }
        self._names = sorted(
            (
                (words(fold(name)), standard.id)
                for standard in catalog.standards.values()
                for name in (standard.id, *standard.also_called)
            ),
            key=lambda named: -len(named[0]),  # "before 2022" is not "2022"
        )
        self._titles = [
            (_stems(practice.title), practice.standard)
            for members in self.members.values()
            for practice in (catalog.practices.get(member) for member in members)
            if practice and len({_stems(catalog.entries[m].title) for m in members}) > 1
        ]

    def year_in(self, tokens: list[Token]) -> str | None:
        """Return the standard that a question names by its year or name, if it names just one."""
        spoken = [token.read_as for token in tokens]
        named: set[str] = set()
        for parts, standard in self._names:
            for place in range(len(spoken) - len(parts) + 1):
                if spoken[place : place + len(parts)] == parts:
                    named.add(standard)
                    spoken[place : place + len(parts)] = [""] * len(parts)
        return named.pop() if len(named) == 1 else None

    def titled_in(self, tokens: list[Token]) -> str | None:
        """Return the standard whose title of a practice a question uses, if it is just one's."""
        stems = {token.features[0] for token in tokens}
        said = [(title, standard) for title, standard in self._titles if title <= stems]
        named = {year for title, year in said if not any(title < other for other, _ in said)}
        return named.pop() if len(named) == 1 else None

    def leads(self, families: Iterable[str], standard: str | None) -> list[str]:
        """Return the member that answers for each family."""
        return [self.lead(family, standard) for family in families]

    def lead(self, family: str, standard: str | None) -> str:
        """Return the member that answers for a family.

        It is the one of the standard that was asked for; else the one that the editors let lead;
        else the newest.
        """
        members = self.members[family]
        asked = [member for member in members if self._standard_of[member] == standard]
        leading = [member for member in members if member in self._leading]
        return (asked or leading or members[-1:])[0]


def _line(catalog: Catalog, entry_id: str) -> list[str]:
    """Return an entry and its successors, the oldest first."""
    line = [entry_id]
    while (newer := catalog.successors.get(line[-1])) and newer not in line:
        line.append(newer)
    return line


def _stems(title: str) -> frozenset[str]:
    return frozenset(map(stem, name_words(title)))
