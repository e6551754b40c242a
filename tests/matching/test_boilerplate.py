"""What stands around a question is set aside, and nothing of a question is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.boilerplate import set_aside
from bot.matching.text import sentences

QUESTION = "Do we need a policy?"

AROUND = [
    # signatures
    "{}\n\nThanks,\nJane Doe\nData Analyst, City of Elm",
    "{}\nBest regards,\nMaria Lopez",
    "{}\n\nCheers\nTom",
    "{}\n--\nTom Reed\nGIS",
    "{}\n—\nTom Reed\nCity Clerk",
    "{}\n___\nTom Reed",
    "{}\n\nTom Reed\nCity Clerk\n555-1234",
    "{}\nAna Ruiz (she/her)\nSenior Planner",
    "{}\nSaludos,\nAna Ruiz\nAlcaldía de Elm",
    "{}\nAtenciosamente,\nJoão Silva\nPrefeitura de Elm",
    "{} Thanks, Jane Doe, Data Analyst",
    "{} Ana Ruiz, Budget Analyst, City of Elm",
    "{} -- Jane Doe, Chief Data Officer",
    # notices
    "{} This email may contain confidential information.",
    "{}\nDISCLAIMER: This message is intended only for the addressee.",
    "{}\nIf you are not the intended recipient, delete this message.",
    "{}\nPursuant to the Public Records Act, emails may be disclosed.",
    "{}\nMost written communications to the city are public records.",
    "{}\nUnauthorized use or disclosure is prohibited.",
    "{}\nThis message may contain attachments; scan attachments for viruses.",
    "{}\nThink before you print",
    "{}\nSent from my iPhone",
    "{}\nEnviado desde mi iPhone",
    "{}\nEnviado do meu iPhone",
    "{}\nGet Outlook for iOS",
    "{}\nEste correo es confidencial.",
    "{}\nEsta mensagem é confidencial e destina-se ao destinatário.",
    "{}\nSi usted recibió este correo por error, bórrelo.",
    "{}\nSe você recebeu por engano, apague.",
    "CAUTION: This email originated from outside of the organization. {}",
    "{} Do not click links unless you recognize the sender.",
    # heads of mails
    "From: Ann <ann@city.gov>\nSent: Monday\nTo: Tom\nSubject: a word\n\n{}",
    "Subject: FW: law\nDate: 5 May\n{}",
    "De: Ana\nPara: Tom\nAsunto: ley\n{}",
    "__________\n{}",
    # tags
    "[EXTERNAL] {}",
    "(external) {}",
    "[SPAM?] {}",
    "{} (sent to #data-team)",
    "INC0012345: {}",
    "Ticket #4421: {}",
    "[Ticket #88] {}",
    "Case 771 (open): {}",
    "2025-11-03 09:12 {}",
    "Monday, 5/12/2025 3:04 pm - {}",
    # quoted mails
    "{}\n\nOn Mon, Jan 5, 2026 at 3:04 PM Bob <b@city.gov> wrote:\n> We met the vendor\n> yesterday",
    "{}\n> El lunes 5 de mayo Ana escribió:\n> hola",
    "{}\nEm 5 de maio, Ana escreveu:\n> oi\n> tudo",
    "{} On May 5 2025 Tom wrote: > the old text",
    "{}\n-----Original Message-----\nFrom: Tom\nSubject: x",
]

LEFT = [
    # of signatures and closings
    "do our contracts need a signature from the mayor?",
    "who has to sign the open data policy?",
    "should signatures on contracts be public?",
    "thanks, who helps with vendor contracts?",
    "Thanks! who helps with vendor contracts",
    "many thanks, is there a template for contracts?",
    "hi\nThanks\nwho helps with vendor contracts?",
    "Do we need a policy?\nThank you!\nTom\nwho else can I ask?",
    "regards to all, do we need a policy?",
    "help with policy — where do I start?",
    # of roles and offices
    "what does the chief data officer do?",
    "is the data director a required role?",
    "does the mayor's office have to approve the policy?",
    "Our chief data officer left. Does LC1 need one?",
    "who helps? Government Performance Lab",
    "what should a data team in a small town do first?",
    "Chief Data Officer",
    # of records and mails
    "Do public records requests count as stakeholder engagement?",
    "does a city need a public records policy?",
    "does the public records law cover email",
    "what about the open records act?",
    "which criterion asks for a mail policy?",
    "what does our mail policy have to say?",
    "can we send evidence by email?",
    "can we get the assessment by email from GovEx?",
    "who reads messages that residents send about data?",
    "how do we protect confidential data?",
    "is our privacy policy subject to certification?",
    "do we have to notify residents of a data breach?",
    "external email is not part of our data inventory, right?",
    "is virus data from the health department open data?",
    # of heads and tags
    "Data: what do we need?",
    "To: do list for certification?",
    "Subject: open data policy",
    "note: we have no policy",
    "requirement 4: what counts?",
    "do we publish data from: police, fire, parks?",
    "how many cases #3 or more do we need?",
    "is a case study about contracts enough?",
    "is OD1 due on 12/31/2025?",
    # of quotes and lists
    "who wrote the policy guide?",
    "on what page is the policy?",
    "- policy\n- inventory\n- portal\nwhich come first?",
    "policy\ninventory\nwho helps?",
    "we have a policy. do we need a law?",
    # nothing but boilerplate
    "Sent from my iPhone",
    "Thanks,",
    "--",
    "?",
    "",
    "   ",
    "\n\n",
]

CUT_TODAY = [
    "Are emails public records under the sunshine law?",
    "Which criteria cover our public records law and email retention?",
    "We publish emails as public records. Does that count as open data?",
    "do we have to publish email correspondence under freedom of information",
    "our correspondence with vendors is available to the public, good enough for OD1?",
    "We need to notify the privacy officer before sharing data, which criterion is that?",
    "how should we review unauthorized use of data?",
    "do we delete this or keep it for the data retention rule?",
    "is the assessment intended for small cities",
    "The guide is intended for cities. Which criterion?",
    "Is any communication with residents subject to OD1?",
    "Subject: do we need an open data law?\nhi",
    "hi\nThanks\nwho helps with vendor contracts",
    "We have a policy — adopted by the Office of the City Clerk",
    "Does OD1 need a policy — and who approves it at the Office of the Mayor",
    "12/31/2025 deadline for certification?",
    "case 3: what counts?",
]


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return [word for sentence in sentences(text) for word in sentence]


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_question_is_set_aside(around: str) -> None:
    """Of a question with a signature, notice, head, tag or quote around it the question is left."""
    assert set_aside(around.format(QUESTION)).strip() == QUESTION


@pytest.mark.parametrize("around", AROUND)
def test_setting_aside_again_changes_nothing(around: str) -> None:
    """What is left of a message is a question, of which nothing more is taken."""
    once = set_aside(around.format(QUESTION))

    assert words(set_aside(once)) == words(once)


@pytest.mark.parametrize(
    "text",
    [
        *LEFT,
        *(
            pytest.param(text, marks=pytest.mark.xfail(reason="a rule takes part of it"))
            for text in CUT_TODAY
        ),
    ],
)
def test_nothing_of_a_question_is_cut(text: str) -> None:
    """A question about records, mails, offices or dates is not boilerplate; it stays as it is."""
    assert words(set_aside(text)) == words(text)


def test_signature_and_notice_and_quote_go_together() -> None:
    """A mail with all of them is left with its question."""
    mail = (
        "From: Ann\nSubject: help\n\n[EXTERNAL] Do we need a policy?\n\nThanks,\nAnn Lee\nClerk\n\n"
        "This email may contain confidential information.\n\n"
        "On Mon, Jan 5, 2026 at 3:04 PM Bob <b@city.gov> wrote:\n> hello"
    )

    assert set_aside(mail).strip() == QUESTION


HEADS = ["From: Ann", "Subject: help", "[EXTERNAL]", "_____", "This email came from outside.", ""]
TAILS = [
    "Thanks,",
    "--",
    "Tom Reed",
    "City Clerk",
    "This email is confidential.",
    "Sent from my iPhone",
    "On 5 May Tom wrote:",
    "> old",
    "public records",
    "email",
    "",
]


@given(
    st.lists(st.sampled_from(HEADS), max_size=5),
    st.lists(st.sampled_from(TAILS), max_size=8),
)
def test_the_question_in_the_midst_is_kept(above: list[str], below: list[str]) -> None:
    """However lines of boilerplate are stacked around a question, the question is left."""
    assert QUESTION in set_aside("\n".join([*above, QUESTION, *below]))


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(TAILS)).map(" ".join)))
def test_any_text_has_a_rest(text: str) -> None:
    """No text raises, and one that is not blank is not left blank."""
    assert bool(set_aside(text).strip()) == bool(text.strip())
