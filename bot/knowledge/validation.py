"""From parsed YAML to models, with pydantic's findings put into sentences for an editor."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError, create_model

from bot.fuzzy import closest
from bot.knowledge.fields import Block
from bot.knowledge.located import Located
from bot.knowledge.models import Criterion, Practice, PracticeFile
from bot.knowledge.problems import SlipError
from bot.knowledge.yaml_file import Place, YamlFile

T = TypeVar("T", bound=Block)

UNKNOWN = "extra_forbidden"
"""What pydantic calls a key that a model does not know."""

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


def read_list(model: type[T], file: YamlFile, key: str) -> Iterator[Located[T]]:
    """Yield the blocks of a file that is one list under one key; note those that are not right."""
    if not isinstance(file.data, dict) or not isinstance(file.data.get(key), tuple):
        file.add_problem(1, f"the file has no list '{key}'", f"begin it with '{key}:'")
        return
    for other in file.data.keys() - {key}:
        what = f"unknown key '{other}'"
        file.add_problem((other, "key"), what, f"this file holds only '{key}'")
    for at, data in enumerate(file.data[key]):
        if block := _validate(model, file, data, (key, at)):
            yield Located(block, file, (key, at))


def read_block(model: type[T], file: YamlFile, key: str) -> Located[T] | None:
    """Return the block of a file that is one block under one key; note what is not right."""
    if not isinstance(file.data, dict) or set(file.data) != {key}:
        if not file.problems:
            file.add_problem(1, f"the file is not one block '{key}'", f"begin it with '{key}:'")
        return None
    return next(read_map(model, file), None)


def read_map(model: type[T], file: YamlFile) -> Iterator[Located[T]]:
    """Yield the blocks of a file that has one under each key; note those that are not right."""
    if not isinstance(file.data, dict):
        file.add_problem(1, "the file is not a map", "write 'name:', and its block below")
        return
    for name, data in file.data.items():
        if block := _validate(model, file, data, (name,)):
            yield Located(block, file, (name,))


def read_practice_file(file: YamlFile) -> Iterator[Located[Practice | Criterion]]:
    """Yield the practice of a file and its criteria; note what is not right instead."""
    if content := _validate(PracticeFile, file, file.data, ()):
        yield Located(content.practice, file, ("practice",))
        for at, criterion in enumerate(content.criteria):
            yield Located(criterion, file, ("criteria", at))


def _validate(model: type[T], file: YamlFile, data: Any, place: Place) -> T | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        findings = error.errors(include_url=False)
        meant = {(*f["loc"][:-1], _near_key(model, f)) for f in findings if f["type"] == UNKNOWN}
        for finding in findings:
            if finding["loc"] not in meant:  # a key that is missing since it is misspelt
                _note(model, file, place, finding)
        return None


def slip_of(model: type[Block], key: str, value: Any) -> str:
    """Say what is wrong with the value of one key of a model, and what to write; "" if nothing."""
    field = model.model_fields[key]
    # mypy knows no fields by name that are given as a mapping.
    alone: Any = create_model("Alone", __base__=Block, **{key: (field.annotation, field)})  # type: ignore[call-overload]
    file = YamlFile("")
    _validate(alone, file, {key: value}, ())
    return "; ".join((file.problems[0].what, file.problems[0].instead)) if file.problems else ""


def _note(model: type[BaseModel], file: YamlFile, place: Place, finding: Any) -> None:
    """Put one finding of pydantic into a sentence at its line."""
    location: Place = (*place, *finding["loc"])
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "the file")
    kind, given = finding["type"], finding["input"]
    if kind == "too_short" and given:
        return  # its items are wrong, each reported by itself; the list is not empty
    if kind == UNKNOWN:
        allowed = ", ".join(_allowed_keys(model, finding["loc"][:-1]))
        near = _near_key(model, finding)
        instead = f"did you mean '{near}'?" if near else f"allowed are {allowed}"
        file.add_problem((*location, "key"), f"unknown key '{name}'", instead)
    elif kind == "missing":
        file.add_problem(location[:-1], f"'{name}' is missing", f"add a line '{name}: ...'")
    elif given is None:
        file.add_problem(location, f"'{name}' is empty", "fill it or delete the line")
    elif kind == "literal_error":
        what = f"'{name}' has the unknown value '{given}'"
        file.add_problem(location, what, f"write {finding['ctx']['expected']}")
    elif kind == "value_error" and isinstance(slip := finding["ctx"]["error"], SlipError):
        file.add_problem(location, f"'{name}' {slip.what}", slip.instead)
    else:
        what, instead = _EXPECTED.get(kind, (finding["msg"].lower(), "compare it with the others"))
        file.add_problem(location, f"'{name}' {what}", instead)


def _near_key(model: type[BaseModel], finding: Any) -> str | None:
    """Return the key that an unknown one is a slip of, if it is near to one."""
    *location, name = finding["loc"]
    allowed = _allowed_keys(model, tuple(location))
    return closest(name.lower(), allowed)


def _allowed_keys(model: Any, location: Place) -> list[str]:
    """Return the keys that the model at a location knows."""
    for part in location:
        if isinstance(part, str):
            model = model.model_fields[part].annotation
        for inner in getattr(model, "__args__", ()):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                model = inner
    return list(model.model_fields)
