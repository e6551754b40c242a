"""What people see of a message is read, and what could not be read is named."""

from typing import Any

import pytest

from bot.slack.reading import Reading, read_message


def rich(*lines: str) -> dict[str, Any]:
    """Word lines as the composer does, each in a section of a list."""
    sections = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": line}]}
        for line in lines
    ]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "elements": sections}]}


def says(text: str) -> dict[str, Any]:
    """Word a text object."""
    return {"type": "mrkdwn", "text": text}


EMAIL = {
    "mode": "email",
    "filetype": "email",
    "title": "Policy",
    "subject": "Open data policy",
    "plain_text": "Dear all,\n\nwe want one.",
    "preview": "<p>Dear all</p>",
    "preview_is_truncated": True,
}
RECORDING = {
    "name": "clip.mp4",
    "transcription": {"status": "complete", "preview": {"content": "we said", "has_more": False}},
}


@pytest.mark.parametrize(
    ("message", "text", "unread"),
    [
        ({"text": "one\ntwo <@U1> <https://a.example|three>"}, "one\ntwo three", ()),
        ({"text": "a b", "blocks": [rich("a b")]}, "a b", ()),
        ({"text": "", "blocks": [rich("first", "second")]}, "first\nsecond", ()),
        (
            {
                "text": "New form",
                "blocks": [
                    {"type": "header", "text": {"type": "plain_text", "text": "Request"}},
                    {"type": "section", "text": says("*Why*"), "fields": [says("f1"), says("f2")]},
                    {"type": "context", "elements": [says("small"), says("print")]},
                    {"type": "divider"},
                ],
            },
            "New form\nRequest\n*Why*\nf1\nf2\nsmall print",
            (),
        ),
        (
            {"attachments": [{"pretext": "p", "title": "t", "text": "x", "fallback": "no"}]},
            "p\nt\nx",
            (),
        ),
        (
            {"attachments": [{"fields": [{"title": "k", "value": "v"}]}, {"fallback": "only"}]},
            "k\nv\nonly",
            (),
        ),
        (
            {
                "text": "look",
                "attachments": [
                    {
                        "is_share": True,
                        "message_blocks": [{"message": {"blocks": [rich("forwarded words")]}}],
                        "files": [{"name": "plan.pdf"}],
                    }
                ],
            },
            "look\nforwarded words",
            ("plan.pdf",),
        ),
        ({"files": [EMAIL]}, "Open data policy\nDear all,\nwe want one.", ()),
        ({"files": [RECORDING]}, "we said", ()),
        ({"files": [{"name": "s.txt", "preview": "start", "lines_more": 9}]}, "start", ("s.txt",)),
        ({"files": [{"title": "Scan", "name": "s.png"}, {}]}, "", ("Scan", "?")),
        ({"text": None, "blocks": "x", "attachments": [None], "files": None}, "", ()),
    ],
)
def test_what_people_see(message: dict[str, Any], text: str, unread: tuple[str, ...]) -> None:
    """Text, rich text, blocks, attachments, forwarded messages, e-mails, snippets, recordings."""
    assert read_message(message) == Reading(text, unread)
