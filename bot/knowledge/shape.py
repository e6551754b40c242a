"""From parsed YAML to models, with pydantic's findings put into sentences for an editor."""

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.knowledge.entries import EXAMPLES
from bot.knowledge.source import Place, Source

T = TypeVar("T")

_EXPECTED = {
    "string_type": ("should be text", "put it in quotes"),
    "string_too_short": ("is empty", "fill it or delete the line"),
    "tuple_type": ("should be a list", "write [one, two], or one '- item' a line"),
    "too_short": ("is an empty list", "give at least one item"),
    "int_type": ("should be a whole number", "write it without quotes"),
    "bool_type": ("should be true or false", "write true or false without quotes"),
    "date_type": ("is not a date", "write year-month-day, such as 2026-11-23"),
    "model_type": ("should be a block of 'key: value' lines", "copy the block above and change it"),
}


def shape(model: type[T], source: Source, data: Any, place: Place = ()) -> T | None:
    """Build a model from data; return None and note every problem where that fails."""
    try:
        return TypeAdapter(model).validate_python(data)
    except ValidationError as error:
        for finding in error.errors(include_url=False):
            _note(model, source, place, finding)
        return None


def shape_list(model: type[T], source: Source, key: str) -> tuple[T, ...]:
    """Build the models of a file that is one list under one key; skip the items that fail."""
    data = source.data
    if not isinstance(data, dict) or not isinstance(data.get(key), tuple):
        source.add_problem((), f"the file has no list '{key}'", f"begin it with '{key}:'")
        return ()
    for other in data.keys() - {key}:
        source.add_problem(
            (other, "key"), f"unknown key '{other}'", f"this file holds only '{key}'"
        )
    shaped = (shape(model, source, item, (key, at)) for at, item in enumerate(data[key]))
    return tuple(item for item in shaped if item is not None)


def _note(model: Any, source: Source, place: Place, finding: Any) -> None:
    location: Place = (*place, *finding["loc"])
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "the file")
    kind = finding["type"]
    if kind == "too_short" and finding["input"]:
        return  # its items are wrong, each reported by itself; the list is not empty
    if kind == "extra_forbidden":
        allowed = _allowed_keys(model, finding["loc"][:-1])
        near = get_close_matches(name, allowed, n=1)
        instead = f"did you mean '{near[0]}'?" if near else f"allowed are {', '.join(allowed)}"
        source.add_problem((*location, "key"), f"unknown key '{name}'", instead)
    elif kind == "missing":
        source.add_problem(location[:-1], f"'{name}' is missing", f"add a line '{name}: ...'")
    elif kind == "literal_error":
        expected = finding["ctx"]["expected"]
        what = f"'{name}' has the unknown value '{finding['input']}'"
        source.add_problem(location, what, f"write {expected}")
    elif kind == "value_error":
        source.add_problem(
            location, f"'{name}' is not right: {finding['ctx']['error']}", "correct it"
        )
    elif kind == "string_pattern_mismatch":
        example = EXAMPLES[finding["ctx"]["pattern"]]
        what = f"'{name}' is '{finding['input']}', which does not have the usual form"
        source.add_problem(location, what, f"write it like {example}")
    else:
        what, instead = _EXPECTED.get(kind, (finding["msg"].lower(), "compare it with the others"))
        source.add_problem(location, f"'{name}' {what}", instead)


def _allowed_keys(model: Any, location: Place) -> list[str]:
    """Return the keys that the model at a location knows."""
    for part in location:
        if isinstance(part, str):
            model = model.model_fields[part].annotation
        for inner in getattr(model, "__args__", ()):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                model = inner
    return list(model.model_fields)
