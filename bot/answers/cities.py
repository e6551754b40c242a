"""Short answers on cities: whether one is certified, and at which level it was seen."""

from bot.answers import words
from bot.answers.models import Part
from bot.answers.short import one_line, role_part
from bot.answers.words import say
from bot.knowledge import Catalog
from bot.knowledge.models import CityLevel


def city_part(catalog: Catalog, city_id: str) -> Part:
    """Say at which level a city was seen, and where to check what holds today."""
    city = catalog.cities[city_id]
    levels = map(level_seen, reversed(city.levels))
    sentence = say(words.CITY_LEVEL, city=city.title, levels="; ".join(levels))
    lines = [one_line(city.note)] if city.note else []
    lines.append(one_line(say(words.CITY_TODAY)))
    return role_part(catalog, "cities", sentence, lines, city.levels[-1].source)


def level_seen(one: CityLevel) -> str:
    """Say at which level a city was seen, and for which year, as far as both are known."""
    level = one.level or say(words.CERTIFIED)
    return say(words.CITY_SEEN if one.year else words.CITY_UNDATED, level=level, year=one.year)


def unknown_city_part(catalog: Catalog, named: str) -> Part:
    """Say that it is not known whether a city is certified, and where the list of cities is."""
    sentence = say(words.CITY_UNKNOWN, city=named, count=len(catalog.cities))
    topic = catalog.topics[catalog.topic_of_role["cities"]]
    lines = [one_line(say(words.CITY_CHECK))]
    return role_part(catalog, "cities", sentence, lines, topic.statements[0].source)
