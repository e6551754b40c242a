"""Small checks that combine into the shape of a payload.

A check takes a value and the JSON pointer to it, and yields what is wrong in the words that Slack
uses in `response_metadata.messages`, for example
`[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Json = dict[str, Any]
Check = Callable[[Any, str], Iterable[str]]


def wrong(what: str, pointer: str) -> str:
    """Word one mistake as Slack does."""
    return f"[ERROR] {what} [json-pointer:{pointer}]"


def string(maximum: int, minimum: int = 1, pattern: str | None = None) -> Check:
    """Accept a string of `minimum` to `maximum` characters that matches `pattern` entirely."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield wrong("must provide a string", pointer)
        elif len(value) < minimum:
            yield wrong(f"must be more than {minimum - 1} characters", pointer)
        elif len(value) > maximum:
            yield wrong(f"must be less than {maximum + 1} characters", pointer)
        elif pattern and not re.fullmatch(pattern, value, re.DOTALL):
            yield wrong("does not match required pattern", pointer)

    return check


def url(maximum: int = 3000) -> Check:
    """Accept an absolute web address."""
    return string(maximum, pattern=r"https?://[^\s]+")


def whole(minimum: int, maximum: int) -> Check:
    """Accept a whole number between two bounds."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield wrong("must provide a number", pointer)
        elif not minimum <= value <= maximum:
            yield wrong(f"must be between {minimum} and {maximum}", pointer)

    return check


def anything(_value: Any, _pointer: str) -> Iterable[str]:
    """Accept whatever it is."""
    return ()


def mapping(value: Any, pointer: str) -> Iterator[str]:
    """Accept an object with any keys."""
    if not isinstance(value, dict):
        yield wrong("must provide an object", pointer)


def boolean(value: Any, pointer: str) -> Iterator[str]:
    """Accept true or false."""
    if not isinstance(value, bool):
        yield wrong("must provide a boolean", pointer)


def choice(*allowed: str) -> Check:
    """Accept one of a few words."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if value not in allowed:
            yield wrong(f"must be a valid enum value ({', '.join(allowed)})", pointer)

    return check


def array(item: Check, maximum: int, minimum: int = 1) -> Check:
    """Accept a list of `minimum` to `maximum` items."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield wrong("must provide an array", pointer)
            return
        if len(value) < minimum:
            yield wrong(f"no less than {minimum} items allowed", pointer)
        if len(value) > maximum:
            yield wrong(f"no more than {maximum} items allowed", pointer)
        for index, each in enumerate(value):
            yield from item(each, f"{pointer}/{index}")

    return check


def record(
    required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Check
) -> Check:
    """Accept an object with these keys and no other.

    The `rules` look at an object whose keys are right.
    """
    known = {**required, **(optional or {})}

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield wrong("must provide an object", pointer)
            return
        found = [
            wrong(f"missing required field: {key}", pointer) for key in required if key not in value
        ]
        for key, each in value.items():
            if key in known:
                found += known[key](each, f"{pointer}/{key}")
            else:
                found.append(wrong(f"invalid additional property: {key}", pointer))
        yield from found
        if not found:
            for rule in rules:
                yield from rule(value, pointer)

    return check


def typed(
    name: str,
    required: Mapping[str, Check],
    optional: Mapping[str, Check] | None = None,
    *rules: Check,
) -> tuple[str, Check]:
    """Name one sort of object, whose `type` is that name, and its keys: an item for `kind`."""
    return name, record({"type": choice(name), **required}, optional, *rules)


def kind(kinds: Mapping[str, Check]) -> Check:
    """Accept an object whose `type` names one of the checks."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        name = value.get("type") if isinstance(value, dict) else None
        if not isinstance(name, str):
            yield wrong("must provide an object with a type", pointer)
        elif name not in kinds:
            yield wrong(f"unsupported type: {name}", f"{pointer}/type")
        else:
            yield from kinds[name](value, pointer)

    return check


def some_of(*keys: str) -> Check:
    """Rule: at least one of the keys is there and not empty."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if not any(value.get(key) for key in keys):
            yield wrong(f"missing required field: one of {', '.join(keys)}", pointer)

    return check


def one_of(*keys: str) -> Check:
    """Rule: exactly one of the keys is there."""

    def check(value: Any, pointer: str) -> Iterator[str]:
        if sum(key in value for key in keys) != 1:
            yield wrong(f"must have exactly one of {', '.join(keys)}", pointer)

    return check
