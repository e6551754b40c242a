"""``wwc-bot ask`` and ``wwc-bot criteria``: from a question to text or JSON."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from bot.answers import categories, category_page, compose, resource_links_of
from bot.cli import layout, texts
from bot.cli.options import explain, knowledge_option, load
from bot.knowledge import Catalog, KnowledgeError, load_catalog
from bot.matching import Decision, Match, Matcher, find_practices

LONGEST_LINE = 1_000_000
"""Bytes of one input line that are read; the rest of the line is passed over."""


@click.command(epilog=texts.EXAMPLES)
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a question, one a line.")
@knowledge_option
def ask(question: tuple[str, ...], as_json: bool, knowledge: Path | None) -> None:
    """Answer QUESTION, or with --json every line of the input.

    Without quotes around the question, leave out marks such as ? and '.

    Exit code: 0 answered (or choices shown), 3 not understood, 2 wrong use or broken knowledge.
    """
    asked = " ".join(question)
    if as_json:
        _answer_lines(iter([asked]) if question else _input_lines(), knowledge)
        return
    if not asked.strip():
        raise click.UsageError(texts.NO_QUESTION)
    catalog = load(knowledge)
    match = Matcher(catalog).match(asked)
    click.echo(layout.answer(compose(catalog, match)))
    if match.decision is Decision.REFUSE:
        sys.exit(3)


@click.command()
@click.argument("category", nargs=-1)
@click.option("--standard", type=str, metavar="YEAR", help="Only this standard (2018 or 2022).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a criterion, one a line.")
@knowledge_option
def criteria(
    category: tuple[str, ...], standard: str | None, as_json: bool, knowledge: Path | None
) -> None:
    """List the categories, or the criteria of CATEGORY (a name or a short form such as SE).

    Exit code: 0 listed, 3 no such category, 2 wrong use or broken knowledge.
    """
    catalog = load(knowledge)
    if standard is not None and standard not in catalog.standards:
        known = " or ".join(catalog.standards)
        raise click.UsageError(f"There is no standard '{standard}'. Write {known}.")
    named = " ".join(category)
    practice_ids = _practice_ids(catalog, named, standard)
    if as_json:
        for practice_id in practice_ids:
            for criterion in catalog.criteria_of[practice_id]:
                click.echo(json.dumps(_criterion_json(catalog, practice_id, criterion.id)))
    elif not named:
        click.echo("\n".join(layout.categories(categories(catalog, standard))))
    else:
        pages = (layout.category_page(category_page(catalog, p)) for p in practice_ids)
        click.echo("\n\n".join("\n".join(page) for page in pages))


def _answer_lines(lines: Iterator[str], knowledge: Path | None) -> None:
    """Print one object for each line; with broken knowledge each is a refusal, and exit with 2."""
    try:
        catalog = load_catalog(knowledge)
    except KnowledgeError as error:
        explain(error)
        for line in lines:
            _print_line(_refusal(line))
        sys.exit(2)
    matcher = Matcher(catalog)
    for line in lines:
        _print_line(_as_json(catalog, matcher, line))


def _print_line(found: dict[str, object]) -> None:
    click.echo(json.dumps(found))
    if sys.stdout:
        sys.stdout.flush()


def _practice_ids(catalog: Catalog, category: str, standard: str | None) -> list[str]:
    if not category:
        return [c.choice.entry_id for c in categories(catalog, standard)]
    lookup = find_practices(catalog, f"{category} {standard or ''}")
    if not lookup.found:
        names = ", ".join(f"{p.title} ({p.standard})" for p in lookup.nearest)
        click.echo(texts.UNKNOWN_CATEGORY.format(typed=category, names=names), err=True)
        sys.exit(3)
    return [practice.id for practice in lookup.found]


def _input_lines() -> Iterator[str]:
    """Yield the lines of the input; bytes that are not UTF-8 are replaced, and that is said."""
    if sys.stdin is None:  # closed by whoever started us
        return
    stream = sys.stdin.buffer
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        rest = raw
        while not rest.endswith(b"\n") and (rest := stream.readline(LONGEST_LINE)):
            pass
        try:
            yield raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            click.echo(texts.NOT_UTF8.format(line=number), err=True)
            yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _refusal(question: str) -> dict[str, object]:
    return {
        "question": question.encode("utf-8", errors="replace").decode("utf-8"),
        "decision": str(Decision.REFUSE),
        "entries": [],
        "took_ms": 0.0,
    }


def _as_json(catalog: Catalog, matcher: Matcher, question: str) -> dict[str, object]:
    start = time.perf_counter()
    match: Match = matcher.match(question)
    took_ms = (time.perf_counter() - start) * 1000
    return {
        **_refusal(question),
        "decision": str(match.decision),
        "entries": [
            {
                "id": candidate.entry_id,
                "title": catalog.entries[candidate.entry_id].title,
                "score": candidate.score,
                "resources": _resources_json(catalog, candidate.entry_id),
            }
            for candidate in match.candidates
        ],
        "took_ms": round(took_ms, 3),
    }


def _criterion_json(catalog: Catalog, practice_id: str, criterion_id: str) -> dict[str, object]:
    criterion = catalog.criteria[criterion_id]
    return {
        "id": criterion.id,
        "practice": practice_id,
        "title": criterion.title,
        "wording": criterion.wording or criterion.summary,
        "official": criterion.wording is not None,
        "resources": _resources_json(catalog, criterion_id),
    }


def _resources_json(catalog: Catalog, entry_id: str) -> list[dict[str, str]]:
    return [
        {
            "id": link.id,
            "title": link.title,
            "provider": link.provider,
            "url": link.url,
            "status": link.status,
        }
        for link in resource_links_of(catalog, entry_id)
    ]
