"""One stem for the forms of a word, in English, Spanish and Portuguese at once.

A question does not say in which language it is, so the rules are few and short and hold for all
three: "evaluate", "evaluations" and "evaluación" meet; words of different roots are joined by the
vocabulary instead. Too little is better than too much: "policy" and "police" must stay two words.
"""

from functools import lru_cache

_SHORTEST = 3
"""Letters that must be left of a word."""

_WHOLE_UP_TO = 4
"""Words up to this length keep all letters but a plural s: "date" and "data" are two words."""

# The longest ending that fits is taken off; what is left is the stem.
_ENDINGS = (
    "izations", "ization", "amientos", "amiento", "amentos", "amento", "aciones", "ations",
    "acoes", "adores", "acion", "ation", "ators", "ating", "iendo", "mente", "acao", "ando",
    "endo", "indo", "ador", "ator", "ados", "adas", "idos", "idas", "amos", "ated", "ates", "ings",
    "ate", "ado", "ada", "ido", "ida", "ing", "ally", "edly", "ers", "er", "ed", "ar", "ir", "os",
    "as", "es",
    "s", "e", "o", "a",
)  # fmt: skip

_BY_LAST_LETTER = {
    letter: [ending for ending in _ENDINGS if ending[-1] == letter]
    for letter in {ending[-1] for ending in _ENDINGS}
}

_IRREGULAR = {
    "publicar": "publicar", "publicacion": "publicar", "publicaciones": "publicar",
    "publicacao": "publicar", "publicado": "publicar", "publicados": "publicar",
    "publicamos": "publicar", "publicando": "publicar", "policies": "policy", "used": "use",
    "uses": "use", "using": "use", "canada": "canada", "nevada": "nevada",
}  # fmt: skip
"""Forms that the endings would join with another word ("público") or not join at all."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a folded word. Words with digits stay as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isalpha() or len(word) <= _SHORTEST or word.endswith(("ss", "us", "is")):
        return word
    if len(word) <= _WHOLE_UP_TO:
        return word.removesuffix("s")
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) == _WHOLE_UP_TO + 1 and word.endswith("es") and word[-3] not in "xzsh":
        return word[:-1]  # "pages" and "page" meet
    for ending in _BY_LAST_LETTER.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _undoubled(word[: -len(ending)], ending)
    return word


def _undoubled(left: str, ending: str) -> str:
    """Undo the doubling before -ing and -ed: "planning" and "plan" meet, "calls" stays "call"."""
    doubled = ending in ("ing", "ed", "ings") and left[-1] == left[-2]
    return left[:-1] if doubled and left[-1] not in "aeiosl" else left
