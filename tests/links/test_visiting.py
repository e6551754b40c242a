"""Going to addresses: every kind of failure, and manners."""

import asyncio

import pytest

from bot.links.visits import Seen

from .site import serving, visited


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the proxy that the machine of the tests may have."""
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("path", "seen", "why"),
    [
        ("/page", Seen.ANSWERS, ""),
        ("/page#scope", Seen.ANSWERS, ""),
        ("/page#why", Seen.ANSWERS, ""),
        ("/page#cost", Seen.NO_PLACE, "The page has no place '#cost'."),
        ("/odd", Seen.ANSWERS, ""),
        ("/guide.pdf#page=3", Seen.ANSWERS, ""),
        ("/away", Seen.ANSWERS, ""),
        ("/", Seen.ANSWERS, ""),
        ("/missing", Seen.GONE, "The server says that there is no such page (404)."),
        ("/removed", Seen.GONE, "The server says that there is no such page (410)."),
        ("/soft", Seen.GONE, 'The page says of itself: "Acme | Page Not Found".'),
        ("/lost", Seen.GONE, "It leads to the home page instead ({home})."),
        ("/private", Seen.UNSURE, "The server refuses programs (403)."),
        ("/busy", Seen.UNSURE, "The server asks for fewer requests (429)."),
        ("/broken", Seen.UNSURE, "The server reports an error (503)."),
        ("/circle", Seen.UNSURE, "It leads in circles."),
        ("/mail", Seen.UNSURE, "What came back was not a page."),
        ("/torn", Seen.UNSURE, "The connection broke off."),
    ],
)
async def test_what_a_server_answers(path: str, seen: Seen, why: str) -> None:
    """Each answer of a server is one of four states, with a sentence where a page is not there."""
    async with serving() as site:
        (visit,) = await visited(site.url(path))

        assert (visit.seen, visit.why) == (seen, why.format(home=site.url("/")))


async def test_a_server_that_is_not_there() -> None:
    """A host without a name is gone; where nobody listens or names fail, another day may tell."""
    async with serving() as site:
        gone, unsure = site.url("/", "gone.example"), site.url("/", "unsure.example")
    closed = site.url("/", "closed.example")

    visits = {visit.url: visit for visit in await visited(gone, unsure, closed)}

    assert visits[gone].seen is Seen.GONE
    assert visits[gone].why == "There is no host of this name."
    assert visits[unsure].why == "The name of the host could not be looked up."
    assert visits[closed].why.startswith("No connection came about (")
    assert not any(visit.answered for visit in visits.values())


async def test_a_server_that_does_not_answer() -> None:
    """After the time-out the visit ends without a verdict."""
    async with serving() as site:
        (visit,) = await visited(site.url("/silent"), timeout=0.05)

    assert visit.seen is Seen.UNSURE
    assert visit.why == "It did not answer within 0.05 seconds."
    assert not visit.answered


async def test_tls_that_fails() -> None:
    """A certificate that nobody trusts, and a server that speaks no TLS, are told apart."""
    async with serving(tls=True) as site:
        (untrusted,) = await visited(site.url("/page", scheme="https"))
    async with serving() as site:
        (plain,) = await visited(site.url("/page", scheme="https"))

    assert untrusted.seen is plain.seen is Seen.UNSURE
    assert untrusted.why.startswith("The certificate of the host cannot be trusted (self")
    assert plain.why == "No encrypted connection came about."


@pytest.mark.parametrize(
    ("path", "moved_to"),
    [
        ("/old", "/page"),
        ("/older", "/page"),
        ("/old#why", "/page#why"),
        ("/secure", "/page"),
        ("/away", ""),
        ("/slash", ""),
        ("/page", ""),
    ],
)
async def test_a_page_that_moved_for_good(path: str, moved_to: str) -> None:
    """A permanent redirect names the new address; one for today, or of a slash, does not."""
    async with serving() as site:
        (visit,) = await visited(site.url(path))

        assert visit.seen is Seen.ANSWERS
        assert visit.moved_to == (moved_to and site.url(moved_to))


async def test_one_request_at_a_time_for_each_host() -> None:
    """Two hosts are asked at once, and neither gets a second request while one is under way."""
    async with serving() as site:
        site.hold = 2  # the first answer waits for a request to the other host
        urls = [
            site.url(f"/page?{n}", host) for n in (1, 2) for host in ("one.example", "b.example")
        ]

        visits = await visited(*urls, *urls)

        assert sorted(visit.url for visit in visits) == sorted(urls)
        assert site.most == {f"one.example:{site.port}": 1, f"b.example:{site.port}": 1, "all": 2}


async def test_no_more_requests_than_allowed_at_once() -> None:
    """With one at once, three hosts are asked one after the other."""
    async with serving() as site:
        await visited(*(site.url("/page", f"{n}.example") for n in "abc"), at_once=1)

        assert len(site.asked) == 3
        assert site.most["all"] == 1


async def test_a_host_gets_a_pause_between_requests() -> None:
    """Between two requests to a host at least the pause goes by."""
    async with serving() as site:
        start = asyncio.get_running_loop().time()
        await visited(site.url("/page"), site.url("/old"), pause=0.03)

        assert asyncio.get_running_loop().time() - start >= 0.03


async def test_a_server_can_tell_who_asks() -> None:
    """The request names the program and what it is for."""
    async with serving() as site:
        await visited(site.url("/page"))

        assert site.asked[0].headers["User-Agent"].startswith("wwc-bot/")
        assert "checks whether links still work" in site.asked[0].headers["User-Agent"]


async def test_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy is used, except for the hosts of NO_PROXY; one that is away is said."""
    async with serving() as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        (by_proxy,) = await visited("http://gone.example/page")
        monkeypatch.setenv("no_proxy", "gone.example")
        (direct,) = await visited("http://gone.example/page")
    monkeypatch.setenv("no_proxy", "")
    (away,) = await visited("http://gone.example/page")

    assert by_proxy.seen is Seen.ANSWERS
    assert proxy.asked[0].host == "gone.example"
    assert direct.seen is Seen.GONE
    assert away.why == "The proxy could not be reached."
