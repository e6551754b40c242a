"""What a page says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links.pages import Page


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "404 - Example City",
        "Error 404 (Not Found)!!1",
        "HTTP 404",
        "Page not found | GovEx",
        "Not Found",
        "Sorry, the page you are looking for can’t be found",
        "This page could not be found.",
        "We couldn't find that page",
        "The page no longer exists",
        "This document has been removed",
        "That link is no longer available",
        "Nothing was found",
        "Página no encontrada",
        "Página não encontrada",
        "No se encuentra la página",
        "The domain readers.org is for sale",
    ],
)
def test_pages_that_stand_in_for_missing_ones(title: str) -> None:
    """Titles and first headings that say so are recognized, in three languages."""
    assert Page(f"<title>{title}</title>").says_missing() == title
    assert Page(f"<h1 class=x>\n <b>{title}</b></h1>").says_missing() == title


@pytest.mark.parametrize(
    "title",
    [
        "Open data policy",
        "What we found: 404 inventories in 30 cities",
        "Lost and found",
        "A document on missing data",
        "How to find the page you need",
        "The site of the city",
    ],
)
def test_titles_that_only_sound_like_it(title: str) -> None:
    """Ordinary titles are not taken for those of missing pages; nor is text below the heading."""
    assert Page(f"<title>{title}</title><h1>{title}</h1><p>Page not found").says_missing() == ""


@pytest.mark.parametrize(
    ("fragment", "there"),
    [
        ("", True),
        ("top", True),
        ("scope", True),
        ("name-of-a", True),
        ("caf%C3%A9", True),
        ("Readme", True),
        ("!/route", True),
        ("/route", True),
        (":~:text=words", True),
        ("L12", True),
        ("other", False),
        ("description", False),
        ("Scope", False),
    ],
)
def test_places_of_a_page(fragment: str, there: bool) -> None:
    """Ids and named anchors are places; fragments for scripts and browsers are let pass."""
    page = Page(
        '<meta name="description"><h2 id="scope"></h2><a name="name-of-a"></a><p id="café">'
        '<a id="user-content-readme">'
    )

    assert page.has_place(fragment) is there


@given(st.text())
def test_anything_can_be_read(html: str) -> None:
    """No text makes the reading fail."""
    assert isinstance(Page(html).says_missing(), str)
    assert isinstance(Page(f"<title>{html}").places, set)
