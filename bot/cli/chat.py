"""``wwc-bot chat``: a conversation in the terminal."""

from pathlib import Path

import click

from bot.cli import layout, texts
from bot.cli.options import knowledge_option, load, say_notice

THREAD = "chat"


@click.command()
@knowledge_option
def chat(knowledge: Path | None) -> None:
    """Ask one question after another; what was spoken of is remembered until the end.

    An empty line, "bye" or the end of the input ends it. Exit code: 0, 2 broken knowledge.
    """
    engine = load(knowledge)
    say_notice(engine)
    click.echo(texts.CHAT)
    while True:
        try:
            question = click.prompt("", prompt_suffix="> ", default="", show_default=False)
        except click.Abort:
            click.echo()
            return
        if not question.strip():
            return
        click.echo(f"{layout.spoken_answer(engine.ask(question, THREAD))}\n")
