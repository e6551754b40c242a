"""Which standard a question speaks of: "in 2022", "before 2022", or by an old practice's name."""

from bot.knowledge import Catalog
from bot.matching.reading import Token
from bot.matching.stems import stem
from bot.matching.text import fold, words


class Editions:
    """The names of the standards, longest first, so that "before 2022" is not read as "2022".

    A practice's title tells the standard, too, where its twin has another title: whoever says
    "General Management" speaks of 2018, since 2022 calls it "Leadership and Capacity".
    """

    def __init__(self, catalog: Catalog) -> None:
        """Collect the year and the other names of each standard."""
        self._names: dict[str, list[tuple[list[str], str]]] = {}
        for standard in catalog.standards.values():
            for name in (standard.id, *standard.also_called):
                parts = words(fold(name))
                self._names.setdefault(parts[0], []).append((parts, standard.id))
        for names in self._names.values():
            names.sort(key=lambda named: -len(named[0]))
        self._titles = []
        for practice in catalog.practices.values():
            twin = catalog.practices.get(catalog.twin(practice.id) or "")
            title = _stems(practice.title)
            if twin and title != _stems(twin.title):
                self._titles.append((title, practice.standard))

    def named_in(self, tokens: list[Token]) -> str | None:
        """Return the year of the standard that a question names, if it names just one."""
        typed = [token.read_as for token in tokens]
        named: set[str] = set()
        place = 0
        while place < len(typed):
            length = 1
            for parts, standard in self._names.get(typed[place], ()):
                if typed[place : place + len(parts)] == parts:
                    named.add(standard)
                    length = len(parts)
                    break
            place += length
        if not named:
            named = self._by_practice({token.features[0] for token in tokens})
        return named.pop() if len(named) == 1 else None

    def _by_practice(self, stems: set[str]) -> set[str]:
        """Return the standards of the practices whose titles are all in the question."""
        return {standard for title, standard in self._titles if title <= stems}


def _stems(title: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(fold(title)) if word != "and")
