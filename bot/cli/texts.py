"""The terminal's own words; those of answers and lists are in bot/answers/texts.py."""

from bot.answers.texts import PROGRAM

NAME = "wwc-bot"
EXAMPLES = """\b
Examples:
  wwc-bot ask "do we need a law for open data?"
  wwc-bot ask "who helps with vendor contracts"
  wwc-bot ask "SE3"
  wwc-bot criteria "open data" --standard 2022
"""

ABOUT = f"Answers questions about {PROGRAM}, offline and with its sources."

MORE = 'All that is known: {command} ask --full "{question}"'
CHAT = "Ask in plain words. An empty line ends the conversation."
LISTS = '"{command} criteria" lists what I know.'
NO_QUESTION = 'The question is empty. Write it like this: {command} ask "who helps with contracts"'
NOT_UTF8 = "Line {line} of the input is not UTF-8 text; its unreadable characters were replaced."
UTF16 = (
    "Line 1 of the input begins as UTF-16 does. Write it as UTF-8, in PowerShell with: "
    "Out-File -Encoding utf8"
)
KNOWLEDGE_OK = (
    "The knowledge is sound: {criteria} criteria, {practices} practices, {topics} topics, "
    "{phrasings} phrasings.\nIn {folder}"
)
KNOWLEDGE_BROKEN = "The knowledge cannot be used. '{command} check' explains each line:"
LEARNED = "Learned {phrasings} phrasings for {entries} entries in {seconds:.1f} s. Written: {path}"
FITTED = "Fitted on {count} questions: {numbers}"
NEEDS_EXTRA = "Learning needs numpy and scipy. Install them: {python} -m pip install numpy scipy"
CHECKING = "Checking links"
LINKS_SEEN = "{addresses} addresses, {differ} not as recorded."
LINKS_STOPPED = "Stopped after {done} of {of}. The same command goes on from there."
LINKS_WRITTEN = "Written: {path}, {entries} of its addresses."
NO_NETWORK = (
    "No address could be reached, so nothing can be said about any. Check the network, and "
    "HTTPS_PROXY where you need a proxy."
)
NOT_WRITTEN = "{path} is as it was ({reason}). Change it by hand."
DIFF_MATCH = {
    "same": "the same",
    "near": "nearly the same",
    "none": "gone",
    "": "not recorded",
}
DIFF_NEW = "new"
DIFF_UNHEARD = "not known in {old}"
DIFF_GONE = "In {old}, and not in {new}"
DIFF_INFERRED = "our inference"
DIFF_PARTLY = (
    'Known of {old}: {known} of its {total} criteria. What is "{unheard}" may be new or may follow '
    "one of the others."
)

NEW_SEVERAL = "{name} (one at a time, an empty line ends them)"
NEW_UNKNOWN = "there is no '{reference}'; write the id of what is there, or add it first"
NEW_TAKEN = "the id '{id}' is already used; write another one"
NEW_MORE = "What else may stand here: take the # away and fill it in, or delete the line."
NEW_WRITTEN = "Written: {path}, {id}"
NEW_NEXT = {
    "criterion": "Next: write how people ask for it, one phrasing a line, under '{id}: |' in "
    "{phrasings}; then '{command} learn'.",
    "resource": "Next: list {id} under 'resources:' of what it helps with; '{command} links' goes "
    "to its address.",
    "partner": "Next: list {id} under 'partners:' of what it helps with, or as 'provider:' of its "
    "resources.",
}
NEW_NEXT["topic"] = NEW_NEXT["criterion"]
