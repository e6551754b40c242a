"""Short answers that calculate: which level a number of criteria reaches, who is large enough."""

from collections.abc import Sequence

from bot.answers import words
from bot.answers.models import Part
from bot.answers.short import one_line, role_part
from bot.answers.words import say
from bot.asking import Number
from bot.knowledge import Catalog, Standard
from bot.knowledge.standard_models import EligibilityCase


def level_part(catalog: Catalog, standard: Standard, number: Number) -> Part:
    """Estimate the level that a number or share of criteria reaches, and how far the next is."""
    total = standard.criteria_total
    met = round(number.value * total / 100) if number.percent else int(number.value)
    if met > total:
        sentence, lines = say(words.TOO_MANY, standard=standard.title, total=total), []
    else:
        percent = f"{number.value:g}" if number.percent else met * 100 // total
        reached = [level for level in standard.levels if level.criteria <= met]
        following = [level for level in standard.levels if level.criteria > met]
        level = (reached or following)[-1 if reached else 0]
        sentence = say(
            words.ESTIMATE if reached else words.BELOW,
            met=met,
            total=total,
            percent=percent,
            level=level.title,
        )
        lines = [one_line(say(words.HIGHEST))]
        if following:
            ahead = following[0]
            lines = [
                one_line(
                    say(
                        words.NEXT,
                        level=ahead.title.capitalize(),
                        criteria=ahead.criteria,
                        percent=ahead.percent,
                        more=ahead.criteria - met,
                    )
                )
            ]
    source = standard.levels_source or standard
    return role_part(catalog, "levels", sentence, lines, source.source, standard.id)


def named_level_part(catalog: Catalog, standards: Sequence[Standard], title: str) -> Part:
    """Say what a level takes, in each of some standards."""
    said = [
        say(
            words.LEVEL_TAKES,
            level=f"{level.title.capitalize()} ({standard.id})",
            percent=level.percent,
            criteria=level.criteria,
            total=standard.criteria_total,
        )
        for standard in standards
        for level in standard.levels
        if level.title == title
    ]
    first = standards[0]
    lines = [one_line(first.levels_source.text)] if first.levels_source else []
    source = first.levels_source or first
    return role_part(catalog, "levels", " ".join(said), lines, source.source, first.id)


def eligibility_part(
    catalog: Catalog, residents: float | None, case: EligibilityCase | None
) -> Part:
    """Say whether a place may take part, by its population, its kind or both."""
    standard = catalog.current_standard
    assert standard.eligibility
    rule, least = standard.eligibility.rule, standard.eligibility.population
    said: list[str] = []
    if case and (case.eligible != "yes" or residents is None):
        said = [say(words.ELIGIBLE[case.eligible]), case.answer.text]
    elif residents is not None:
        chosen = words.BIG_ENOUGH if residents > least else words.JUST_ENOUGH
        chosen = words.TOO_SMALL if residents < least else chosen
        said = [say(chosen, number=f"{residents:,.0f}", least=f"{least:,}")]
        said += [case.answer.text] if case else []
    lines = [one_line(rule.text)]
    sources = (case.answer if case else rule).source
    return role_part(catalog, "eligibility", " ".join(said), lines, sources, standard.id)
