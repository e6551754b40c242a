"""The language of a question, told by its most frequent small words."""

from bot.matching.text import fold, words

_MARKS = {
    "es": frozenset(
        "el los las una unos del que quien quienes como cual cuales cuando cuanto cuantos cuantas "
        "donde es son esta este esto eso y con por para se necesitamos puede podemos hay nuestra "
        "nuestro ciudad tenemos ayuda gracias hola sobre mas muy tambien si pero datos abiertos "
        "nos criterio criterios nivel cuenta".split()
    ),
    "pt": frozenset(
        "o os um uma uns do da dos das que quem como qual quais quando quanto quantos quantas onde "
        "e sao esta este isto isso com por para se precisamos pode podemos ha nossa nosso cidade "
        "temos ajuda obrigado obrigada ola sobre mais muito tambem sim mas dados abertos nos nao "
        "criterio criterios nivel voce em no na".split()
    ),
}
_ENGLISH = frozenset(
    "the a an of to is are do does what which who how where when why we our us i you it this that "
    "in for with on and or can could should would need have has was any please there city data "
    "open no as me".split()
)


def language_of(text: str, default: str = "en") -> str:
    """Return the code of the language a text is in; ``default`` where nothing tells."""
    typed = words(fold(text))
    scores = {code: sum(word in marks for word in typed) for code, marks in _MARKS.items()}
    english = sum(word in _ENGLISH for word in typed)
    only = {
        code: sum(word in marks and word not in _ENGLISH for word in typed)
        for code, marks in _MARKS.items()
    }
    best = max(scores, key=lambda code: (scores[code], only[code]))
    if only[best] and scores[best] > english:
        return best
    return "en" if english else default
