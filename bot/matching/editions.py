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
        self._names = sorted(
            (
                (tuple(words(fold(name))), standard.id)
                for standard in catalog.standards.values()
                for name in (standard.id, *standard.also_called)
            ),
            key=lambda named: -len(named[0]),
        )
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
        taken: set[int] = set()
        for name, standard in self._names:
            for start in range(len(typed) - len(name) + 1):
                place = set(range(start, start + len(name)))
                if tuple(typed[start : start + len(name)]) == name and not place & taken:
                    taken |= place
                    named.add(standard)
        if not named:
            named = self._by_practice(typed)
        return named.pop() if len(named) == 1 else None

    def _by_practice(self, typed: list[str]) -> set[str]:
        """Return the standards of the practices whose titles are all in the question."""
        stems = {stem(word) for word in typed}
        return {standard for title, standard in self._titles if title <= stems}


def _stems(title: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(fold(title)) if word != "and")
