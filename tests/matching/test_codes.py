"""Codes and numbers by which people name criteria."""

import pytest

from bot.matching import Decision, Matcher


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("OD1", "2022:OD1"),
        ("od 1 link pls", "2022:OD1"),
        ("`OD-2` resource?", "2018:OD2"),
        ("se3", "2018:SE3"),
        ("SE2 🔗", "2018:SE2"),
        ("dm 4", "2022:DM4"),
        ("lc-6?", "2022:LC6"),
        ("PA #2", "2022:PA2"),
        ("stakeholder engagment #4", "2018:SE4"),
        ("stakeholder engagement criterion 2 - what does it link to", "2018:SE2"),
        ("need #4 under Stakeholder Engagement, who has the link", "2018:SE4"),
        ("which doc goes with open data crit. two", "2018:OD2"),
        ("third stakeholder one, which guide was it", "2018:SE3"),
        ("results driven contracting number 6", "2022:RDC6"),
        ("OD2 of the 2022 standard", "2022:OD2"),
        ("what did OD2 ask before 2022", "2018:OD2"),
        ("criterio 3 de stakeholder engagement", "2018:SE3"),
        ("S.E. 3", "2018:SE3"),
        ("L.C. five", "2022:LC5"),
        ("LC-05", "2022:LC5"),
        ("BF two", "2022:BF2"),
        ("data mgmt criterion 3", "2022:DM3"),
        ("perf and analytics #2", "2022:PA2"),
        ("number one in leadership and capacity", "2022:LC1"),
        ("criterion number 4 in stakeholder engagement", "2018:SE4"),
        ("the 2nd one under data management", "2022:DM2"),
        ("which is 5 in LC", "2022:LC5"),
        ("the first one in rdc", "2022:RDC1"),
        ("result driven contrating 4", "2022:RDC4"),
        ("LC one", "2022:LC1"),
        ("RDC one", "2022:RDC1"),
        ("leadership and capacity number one", "2022:LC1"),
        ("data management criterion one", "2022:DM1"),
        ("Data Management eight", "2022:DM8"),
        ("leadership & capacity, third", "2022:LC3"),
        ("R D C 4", "2022:RDC4"),
        ("DM II", "2022:DM2"),
        ("P&A 5", "2022:PA5"),
        ("opendata 3", "2022:OD3"),
        ("in open data, what is criterion 4", "2022:OD4"),
        ("for data management, tell me about the third criterion", "2022:DM3"),
        ("DM N° 7", "2022:DM7"),
        ("evaluation 4", "2022:EVAL4"),  # the title of 2018, but only 2022 has a fourth
        ("the 5th one in data management", "2022:DM5"),
    ],
)
def test_a_code_is_taken_at_its_word(matcher: Matcher, question: str, first: str) -> None:
    """A code or a practice with a number leads to its criterion, whatever stands around it."""
    match = matcher.match(question)

    assert match.decision is Decision.ANSWER
    assert match.candidates[0].entry_id == first


@pytest.mark.parametrize("question", ["OD2", "od #2", "o.d.2", "OD 02", "(OD_2)", "open data 2"])
def test_code_with_two_meanings_shows_both(matcher: Matcher, question: str) -> None:
    """OD2 is the publishing process in 2018 and how-to guidance in 2022: both are shown."""
    match = matcher.match(question)

    assert match.asks == 2
    assert [c.entry_id for c in match.candidates[:2]] == ["2018:OD2", "2022:OD2"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("LC4 / PA2 overlap?", ["2022:LC4", "2022:PA2"]),
        ("compare OD4 with SE1", ["2022:OD4", "2018:SE1"]),
    ],
)
def test_two_codes_are_both_answered(matcher: Matcher, question: str, asked: list[str]) -> None:
    """Whoever compares two criteria gets both, in the order asked, also where one became the other."""
    match = matcher.match(question)

    assert match.asks == 2
    assert [c.entry_id for c in match.candidates[:2]] == asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("RDC1 to RDC3", ["2022:RDC1", "2022:RDC2", "2022:RDC3"]),
        ("RDC 1 through 3", ["2022:RDC1", "2022:RDC2", "2022:RDC3"]),
        ("SE1-3", ["2018:SE1", "2018:SE2", "2018:SE3"]),
        ("SE1 a SE3", ["2018:SE1", "2018:SE2", "2018:SE3"]),
        ("od1-od3", ["2022:OD1", "2022:OD2", "2022:OD3"]),  # only 2022 has an OD3
        ("SE1, SE3 and OD2", ["2018:SE1", "2018:SE3", "2018:OD2"]),
        ("DM1, 2 and 4", ["2022:DM1", "2022:DM2", "2022:DM4"]),
        ("criteria 1 to 3 of open data", ["2022:OD1", "2022:OD2", "2022:OD3"]),
        ("DM1-DM9", ["2022:DM1", "2022:DM2", "2022:DM3"]),  # five are shown, three explained
    ],
)
def test_lists_and_ranges_of_codes_are_answered_in_order(
    matcher: Matcher, question: str, asked: list[str]
) -> None:
    """A list may go on with bare numbers, and a range names all that lie between."""
    match = matcher.match(question)

    assert (match.decision, match.asks) == (Decision.ANSWER, 3)
    assert [c.entry_id for c in match.candidates[:3]] == asked


@pytest.mark.parametrize(
    ("question", "first", "decision", "unknown"),
    [
        ("SE9", "2018:stakeholder-engagement", Decision.REFUSE, ("SE9",)),
        ("LC0", "2022:leadership-and-capacity", Decision.REFUSE, ("LC0",)),
        ("RDC12", "2022:results-driven-contracting", Decision.REFUSE, ("RDC12",)),
        ("the eleventh open data criterion", "2022:open-data", Decision.REFUSE, ("OD11",)),
        ("DM10", "2022:data-management", Decision.REFUSE, ("DM10",)),
        ("LC9 in 2022", "2022:leadership-and-capacity", Decision.REFUSE, ("LC9",)),
        ("OD1 2027", "2018:OD1", Decision.REFUSE, ("OD1 2027",)),
        ("OD2 in the 2021 edition", "2018:OD2", Decision.REFUSE, ("OD2 2021",)),
        ("OD1 and SE9", "2022:OD1", Decision.ANSWER, ("SE9",)),
        ("SE1, 9", "2018:SE1", Decision.ANSWER, ("SE9",)),
        ("EVAL 2 vs EVAL 9", "2018:EVAL2", Decision.ANSWER, ("EVAL9",)),
        ("OD1, our deadline is 2026", "2022:OD1", Decision.ANSWER, ()),  # a year of something else
        ("OD1 in 2018", "2018:OD1", Decision.ANSWER, ()),
    ],
)
def test_codes_and_years_that_do_not_exist_are_told(
    matcher: Matcher, question: str, first: str, decision: Decision, unknown: tuple[str, ...]
) -> None:
    """What was named and does not exist is said; it is never taken for something else."""
    match = matcher.match(question)

    assert (match.decision, match.candidates[0].entry_id) == (decision, first)
    assert match.unknown == unknown
    assert match.by_code


@pytest.mark.parametrize(
    ("question", "practice"),
    [
        ("rdc", "2018:results-driven-contracting"),
        ("SE?", "2018:stakeholder-engagement"),
        ("rdc 2022", "2022:results-driven-contracting"),
        ("please: lc", "2022:leadership-and-capacity"),
    ],
)
def test_an_abbreviation_alone_is_its_practice(
    matcher: Matcher, question: str, practice: str
) -> None:
    """Whoever types nothing but an abbreviation gets the practice, in whichever standard leads."""
    match = matcher.match(question)

    assert match.decision is Decision.ANSWER
    family_of = matcher.standards.family_of
    assert family_of[practice] == family_of[match.candidates[0].entry_id]


@pytest.mark.parametrize(
    "question",
    [
        "performance review in 2 weeks",
        "can someone DM me",
        "top 5 open data tools",
        "we have 2 open data people",
        "ward 3",
        "OD100",
        "ev1",
    ],
)
def test_a_number_nearby_is_no_code(matcher: Matcher, question: str) -> None:
    """Numbers that count something, and short forms without a number, name no criterion."""
    assert not matcher.match(question).by_code


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("RDC3 2018", "2018:results-driven-contracting"),
        ("EVAL4 in the 2018 standard", "2018:evaluations"),
        ("PA2 of 2018", "2018:performance-and-analytics"),
        ("GM1", "2018:general-management"),
        ("SE5", "2018:stakeholder-engagement"),
        ("OD 7", "2022:open-data"),
    ],
)
def test_a_number_that_nobody_found_is_not_answered_by_another(
    matcher: Matcher, question: str, first: str
) -> None:
    """Where a standard's criterion is not known, its practice is offered, which says the gap."""
    match = matcher.match(question)

    assert match.decision is Decision.REFUSE
    assert match.candidates[0].entry_id == first


@pytest.mark.parametrize(
    ("question", "first"), [("SE3 2022", "2018:SE3"), ("DG1 in 2022", "2022:DM2")]
)
def test_an_old_code_asked_for_the_new_standard(
    matcher: Matcher, question: str, first: str
) -> None:
    """An old code leads to its successor, or to itself where 2022 has none."""
    assert matcher.match(question).candidates[0].entry_id == first


@pytest.mark.parametrize("question", ["our first evaluation", "second open data portal"])
def test_an_ordinal_that_counts_something_else_is_no_code(matcher: Matcher, question: str) -> None:
    """Ordinals before a name count criteria only where it is said."""
    assert not matcher.match(question).by_code
