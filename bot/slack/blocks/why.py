"""Why an entry was shown: the words that decided it, and what came next."""

from bot.answers import Answer, Reason
from bot.answers.texts import name
from bot.slack import texts
from bot.slack.blocks.elements import Block, cut, literal_section, section
from bot.slack.blocks.page import TOP_TEXT, Page
from bot.slack.mrkdwn import bold, escape, literal

# Share of the evidence (0 to 1) below which a word decided nothing.
MATTERS = 0.1


def why_page(answer: Answer) -> Page:
    """Explain an answer: what was chosen by which words, and the runner-up."""
    titles = (texts.CHOSEN, texts.RUNNER_UP)
    said: list[str] = []
    blocks: list[Block] = []
    for title, reason in zip(titles, answer.reasons, strict=False):
        said.append(f"{title}: {name(reason.choice)}.")
        blocks.append(section(f"{bold(f'{title}:')} {escape(name(reason.choice))}"))
        if reason.words:
            blocks.append(literal_section(matched_words(reason)))
    return Page(texts.WHY, cut(escape(" ".join(said)), TOP_TEXT), body=tuple(blocks))


def matched_words(reason: Reason) -> str:
    """List the words that mattered as text that Slack does not format: people typed them."""
    words = [literal(word.typed, 60) for word in reason.words if word.weight >= MATTERS]
    return f"{texts.MATCHED}: {', '.join(words) or texts.NO_WORDS}"
