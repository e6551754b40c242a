"""What stands around a question and is not asked: signatures, notices, mail headers, quoted mail.

Each rule takes lines or sentences away by their form. What is left is the question; where nothing
would be left, the text stays as it is.
"""

import re

from bot.matching.text import MAX_CHARACTERS

_FLAGS = re.IGNORECASE | re.MULTILINE

_QUOTED = re.compile(
    r"""
    ^[^\w\n]*(?:(?:on|el|em)\b.{6,120}\b(?:wrote|escribi[oó]|escreveu):
      |-{2,}\s*(?:original|forwarded)\s+message\W*$).*(?:\n\s*>.*|\n\s*)*
    | \b(?:on|el|em)\s[^?\n]{0,25}\d[^?\n]{0,90}\b(?:wrote|escribi[oó]|escreveu):\s*>.*
    """,
    _FLAGS | re.VERBOSE,
)
_HEADER = re.compile(
    r"^[^\w\n]*(?:(?:from|sent|to|cc|bcc|date|reply-to|subject|importance|attachments?|de|enviado|para"
    r"|asunto|assunto|fecha|data)\s*:\s[^?\n]*|_{5,}|-{5,})$",
    _FLAGS,
)
_TAG = re.compile(
    r"""
    \[\s*(?:external|ext|secure|encrypted|confidential|spam\??)\s*\] | \(external\)
    | \([^()]*(?<!\w)\#[a-z][\w-]*[^()]*\)                           # (posted in #channel)
    | [\[(]?\b(?:ticket|case|incident|request|req|inc|ref|sr|caso|chamado)\s*(?:no\.?\s*)?
      [\#:]?\s*[\w-]*\d[\w-]*\d[\w-]*\d[\w-]*\s*(?:\([^()]*\)\s*)?[\])]?:
    | [\[(]?\b(?:ticket|case|incident|request|req|inc|ref|sr)\s*\#\s*[\w-]*\d[\w-]*\s*[\])]?
    | ^\s*(?:\w+day,?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4})
      (?:[ T,]+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?)?\s*[:,-]?\s
    """,
    _FLAGS | re.VERBOSE,
)
_MAIL = r"(?:e-?mails?|correspondence|communications?|messages?|transmissions?)"
_NOTICE = re.compile(
    rf"""
    (?:(?:notice|note|please\ note|confidential\w*(?:\ notice)?|caution|warning|disclaimer
      |aviso(?:\ legal)?)\b[^.?!\n]{{0,30}}?:\s*)?
    (?:
      \b(?:this|the|any)\ {_MAIL}\b.*?\b(?:confidential|privileged|disclos|intended|public\ record
        |monitored|retention|may\ contain|attach|unauthori|subject\ to)
      | \b(?:(?:all|any|most)\s+)?(?:written\s+)?{_MAIL}\b[^?]*\b(?:public\ records?
        |records?\ (?:law|act)|disclos|sunshine|open\ records|freedom\ of\ information
        |available\ to\ the\ public)
      | \b(?:under|pursuant\ to|per|in\ accordance\ with)\b[^?]{{0,60}}
        \b(?:records?|disclosure|sunshine)\b[^?]*\b{_MAIL}
      | (?:\b[A-Z][a-z]+\ (?:State\ |has\ )?)?\b(?:[a-z]+\ )?(?:public\ records?|public\ disclosure
        |records?\ law|sunshine\ law|open\ records)\b[^?]*\b{_MAIL}
      | \bif\ you\ (?:have\ |are\ not\ )?(?:received?\ (?:this|it)|the\ intended)
      | \b(?:intended\ (?:recipient|only\ for|solely\ for))\b | \bnotify\ the\ (?:sender|privacy)
      | \b(?:this\ (?:e-?mail|message)\ )?originated\ (?:from\ )?outside | \bdo\ not\ click\b
      | \bunless\ you\ (?:recogni[sz]e|know|trust)\b | \bexternal\ (?:e-?mail|sender)\b
      | \bthink\ before\ you\ (?:click|print)\b | \bconsider\ the\ environment\b
      | \b(?:please\ )?(?:delete|destroy)\ (?:this|it|all\ copies)\b
      | \bunauthori[sz]ed\b[^?]*\b(?:use|disclosure|copying|review)\b
      | \bvirus(?:es)?\b[^?]*\battach
      | \b(?:sent\ from|enviado\ desde|enviado\ do)\ (?:my|mi|meu)\b | \bget\ outlook\ for\b
      | \b(?:este|esta)\ (?:correo|mensaje|mensagem|e-?mail)\b[^?]*
        \b(?:confidencia|privilegia|destinat)
      | \b(?:si|se)\ (?:usted\ |voc[eê]\ |lo\ |a\ |o\ )*recib\w+\b[^?]*\b(?:error|engano)
      | \b(?:si|se)\ (?:voc[eê]\ )?(?:a|o)?\ ?receb\w+\b[^?]*\b(?:erro|engano)
    ).*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONG_RULE = re.compile(r"([^\w\s])\1{6,}")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\w))+(?:[.!?\n]+\s*|$)|[.!?\n]+\s*")

_CLOSED_BY = (
    r"(?:best(?: regards| wishes)?|(?:kind |warm )?regards|sincerely|cheers|respectfully|many"
    r" thanks|thanks(?: so much| again| all| in advance)?|thank you|thx|saludos(?: cordiales)?"
    r"|atentamente|gracias|cordialmente|atenciosamente|abra[cç]os?|obrigad[oa]|grat[oa]|att)"
)
_CLOSING = re.compile(rf"^\W*(?:--|—|–|_{{2,}}|{_CLOSED_BY})\W*$", re.IGNORECASE)
_DASHED = re.compile(r"\s(?:--|—|–)\s+(?P<who>[A-Z\[][^?\n]{2,300})$")
_SIGNED_OFF = re.compile(
    rf"(?<=[.?!…])\s+{_CLOSED_BY}[,.!]\s+(?P<who>[^?\n]{{3,300}})$", re.IGNORECASE
)
_SIGNED = re.compile(r"(?<=[.?!…])\s+(?P<who>[^.?!\n]{3,160}(?:\.\s?[^.?!\n]{1,120}){0,2})\.?$")
_ROLE = re.compile(
    r"""
    \b(?:officer|director|manager|analyst|coordinator|administrator|specialist|lead|chief|clerk
    |assistant|deputy|supervisor|engineer|planner|secretary|treasurer|commissioner|attorney
    |associate|fellow|intern|advis[eo]r|consultant|president|mayor|head|technician|division
    |department|dept|office|bureau|unit|team|(?:city|county|town|village)\ of|ext|c[dipt]o|gis
    |cppo|pmp|mpa|phd|pronouns|street|suite|room|avenue|directora?|jef[ea]|coordinadora?|analista
    |gerente|secretari[ao]|alcald[ií]a|prefeitura|coordenadora?|diretora?|assessora?|direcci[oó]n
    |municipio\ de|gabinete|departamento)\b
    | she/her | he/him | they/them | \d{3}[-.]\d{4}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SPOKEN = re.compile(
    r"\?|\b(?:is|are|was|do|does|did|can|could|should|would|will|need|needs|want|have|has|how|what|"
    r"who|where|when|why|which|we|i|you|our|my|help|tell|show|es|son|hay|tenemos|necesit\w+|como|"
    r"qu[eé]|qui[eé]n|qual|quem|temos|precis\w+)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|us|i|nosotros|nuestr[oa]s?|nós|noss[oa]s?)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^\W*(?:(?:hi|hello|hey|hola|ol[aá])\W+)?(?:what|which|who|whom|whose|where|when|why|how|is|are"
    r"|was|do(?!\s+not\b)|does|did|can|could|should|must|would|will|qu[eé]|cu[aá]l\w*|qui[eé]n\w*|d[oó]nde"
    r"|c[oó]mo|hay|debemos|qual|quais|quem|onde|precisamos|tem)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset("of and the for de da do del la y e & - | , / in at".split())
_LONGEST = 24
"""Words that can be a name with a title and an address."""


def set_aside(text: str) -> str:
    """Return a text without what stands around the question."""
    kept = "\n".join(line.strip() for line in text[:MAX_CHARACTERS].split("\n") if line.strip())
    kept = _TAG.sub(" ", _HEADER.sub("", _QUOTED.sub("\n", _LONG_RULE.sub(r"\1\1\1\1\1\1", kept))))
    kept = "".join(_without_notice(sentence) for sentence in _SENTENCE.findall(kept))
    kept = "\n".join(_without_closing(kept.rstrip().split("\n")))
    for signature in (_DASHED, _SIGNED_OFF):
        kept = signature.sub(lambda found: "" if _ROLE.search(found["who"]) else found[0], kept)
    kept = _SIGNED.sub(_without_signature, kept)
    return kept if kept.strip() else text


def _without_notice(sentence: str) -> str:
    """Cut a notice.

    A sentence that asks, or speaks of us, is none; but a notice may follow it at once ("how much is
    a permit This message may be a public record").
    """
    found = _NOTICE.search(sentence)
    if not found:
        return sentence
    spoken = _OURS.search(sentence) or _ASKS.match(sentence) or "?" in sentence
    follows = found.start() > 0 and found[0][0].isupper()
    return sentence[: found.start()] if follows or not spoken else sentence


def _without_signature(found: re.Match[str]) -> str:
    """Return what is left of text behind the last sentence: nothing of a name with a title."""
    signed = _ROLE.search(found["who"]) and _is_signature(found["who"])
    return "" if signed else found[0]


def _without_closing(lines: list[str]) -> list[str]:
    """Cut the lines from a closing on ("Thanks,", "--"), and a block of names at the end.

    What stands below a closing stays where it asks something.
    """
    for place, line in enumerate(lines[1:], start=1):
        asked = any("?" in below or _ASKS.match(below) for below in lines[place + 1 :])
        if _CLOSING.match(line) and not asked:
            return lines[:place]
    end = len(lines)
    while end > 1 and (not lines[end - 1].strip() or _is_nominal(lines[end - 1])):
        end -= 1
    return lines[:end] if any(map(_ROLE.search, lines[end:])) else lines


def _is_signature(text: str) -> bool:
    """Return whether a text has the form of a name with a title: few words, none of them spoken."""
    return 0 < len(text.split()) <= _LONGEST and not _SPOKEN.search(text)


def _is_nominal(line: str) -> bool:
    """Return whether all words of a line are names, titles or numbers, as in a block of address."""
    named = all(
        word in _PARTICLES or not word[0].isalpha() or word[0].isupper() for word in line.split()
    )
    return _is_signature(line) and named
