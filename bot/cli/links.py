"""``wwc-bot links``: whether the addresses in the knowledge still lead where they should."""

import asyncio
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from bot.cli import layout, texts
from bot.cli.exit_codes import TO_MEND
from bot.cli.options import knowledge_option, load
from bot.knowledge.editing import EditError, read_text, set_values, write_text
from bot.knowledge.loading import located_blocks
from bot.links.addresses import find_addresses
from bot.links.findings import Finding, changes_by_file, compare
from bot.links.today import VisitsOfToday
from bot.links.visits import Visit
from bot.ops.settings import proxy_problems


@click.command()
@click.option("--write", is_flag=True, help="Record states and today's date in the YAML files.")
@click.option("--all", "again", is_flag=True, help="Go to what was checked today, too.")
@knowledge_option
def links(write: bool, again: bool, knowledge: Path | None) -> None:
    """Go to every address in the knowledge and say what is not as recorded, and what to do.

    Each host gets one request at a time. After Ctrl-C the same command goes on where it stopped:
    what was checked today is not asked for again, also not for --write.

    Exit code: 0 all as recorded, 1 something differs, 2 wrong use or broken knowledge.
    """
    folder, today = load(knowledge).catalog.folder, date.today()
    addresses = list(find_addresses(located_blocks(folder)))
    visits = VisitsOfToday(Path(click.get_app_dir("wwc-bot")) / "links.jsonl", today)
    urls = dict.fromkeys(address.url for address in addresses)
    if due := [url for url in urls if again or url not in visits]:
        _visit_all(due, visits)
    if urls and not any(visits[url].answered for url in urls):
        click.echo(texts.NO_NETWORK, err=True)
        sys.exit(TO_MEND)
    findings = [compare(address, visits[address.url], today) for address in addresses]
    differing = [finding for finding in findings if finding.do]
    for line in _table(differing):
        click.echo(line)
    click.echo(texts.LINKS_SEEN.format(addresses=len(findings), differ=len(differing)))
    written = not write or _write(folder, findings)
    if differing or not written:
        sys.exit(TO_MEND)


def _visit_all(urls: list[str], visits: VisitsOfToday) -> None:
    """Visit addresses with a progress bar; after Ctrl-C say how to go on, and exit with 1."""
    from bot.links.visiting import visit  # takes a moment, for which no other command should wait

    if problem := next(proxy_problems(os.environ), None):
        raise click.UsageError(problem)
    done = 0
    try:
        with click.progressbar(length=len(urls), label=texts.CHECKING, file=sys.stderr) as bar:

            def note(made: Visit) -> None:
                nonlocal done
                visits.add(made)
                done += 1
                bar.update(1)

            asyncio.run(visit(urls, note))
    except KeyboardInterrupt:
        click.echo(texts.LINKS_STOPPED.format(done=done, of=len(urls)), err=True)
        sys.exit(TO_MEND)


def _table(findings: list[Finding]) -> Iterator[str]:
    """Yield the lines of a table: recorded state, what was seen, and what to read about it."""
    form = "{:<9} {:<16} {}".format
    if findings:
        yield form("recorded", "seen", "where")
    for address, made, do, _ in findings:
        yield form(address.status or "-", made.seen, f"{address.file}:{address.line}")
        for text in (address.owner, address.url, made.why, do):
            yield from layout.wrap(text, "  ")
        yield ""


def _write(folder: Path, findings: list[Finding]) -> bool:
    """Record what can be recorded; tell whether every file that had to be could be written."""
    all_written = True
    for name, changes in changes_by_file(findings).items():
        path = folder / name
        try:
            write_text(path, set_values(read_text(path), changes))
        except (EditError, OSError) as error:
            reason = getattr(error, "strerror", None) or error
            click.echo(texts.NOT_WRITTEN.format(path=path, reason=reason), err=True)
            all_written = False
        else:
            entries = len({place[:-1] for place in changes})
            click.echo(texts.LINKS_WRITTEN.format(path=path, entries=entries))
    return all_written
