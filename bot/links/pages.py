"""What a page says of itself: whether it is one that was not found, and which places it has."""

import re
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

HEADINGS: Final = ("title", "h1")
"""Where a page names itself. The rest of its text may speak of missing pages without being one."""

MISSING: Final = re.compile(
    r"""
      ^\W* (error \W*)? (404|410) \b
    | \b (error|http) \s* :? \s* (404|410) \b
    | \b (page|file|site|document|content|article|resource|address|url|link) s? \b .{0,40}?
      ( \b not\ found | (can\ ?not|can['’]?t|could\ not|couldn['’]?t)\ be\ found
      | (does\ not|doesn['’]?t|no\ longer)\ exists? | no\ longer\ available | has\ been\ removed
      | is\ (gone|missing|unavailable|not\ available) )
    | ^\W* (nothing\ (was\ )? | not\ )found
    | (can\ ?not|can['’]?t|could\ not|couldn['’]?t)\ find\ (that|this|the|your)\ page
    | página\ (no|não)\ (fue\ |foi\ )?(encontrada|existe|disponible|disponível)
    | no\ se\ (encuentra|encontró|ha\ encontrado)\ la\ página
    | \b domain\b .{0,30}? \b (for\ sale|parked|expired) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Headings of a page that stands in for one that is missing, in the languages of the bot."""

_SCRIPTS = re.compile(r"$|top$|/|!|:~:|L\d+")
"""Fragments that a browser's scripts or the browser itself understand, or that are the top."""


class Page(HTMLParser):
    """An HTML page, as far as a check needs it.

    ``headings``: the texts of title and first-level headings. ``places``: what a fragment can name.
    """

    def __init__(self, html: str) -> None:
        """Read a page; what is not closed or not HTML at all does no harm."""
        super().__init__(convert_charrefs=True)
        self.headings: list[str] = []
        self.places: set[str] = set()
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the places that a tag makes, and whether its text is a heading."""
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.places.add(value)
        if tag in HEADINGS:
            self._open = tag
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        """End a heading."""
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        """Take the text of a heading."""
        if self._open:
            self.headings[-1] += data

    def says_missing(self) -> str:
        """Return the heading by which the page says that it was not found; "" where none does."""
        headings = (" ".join(heading.split()) for heading in self.headings)
        return next((heading for heading in headings if MISSING.search(heading)), "")

    def has_place(self, fragment: str) -> bool:
        """Tell whether a fragment (what follows "#") leads to a place of the page."""
        name = unquote(fragment)
        # GitHub writes a prefix before the anchors of a text and takes it away by a script.
        names = {name, fragment, f"user-content-{name}", f"user-content-{name.lower()}"}
        return bool(_SCRIPTS.match(name) or names & self.places)
