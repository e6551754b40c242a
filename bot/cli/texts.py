"""Every word that people read in the terminal."""

EXAMPLES = """\b
Examples:
  wwc-bot ask "do we need a law for open data?"
  wwc-bot ask "who helps with vendor contracts"
  wwc-bot ask "SE3"
  wwc-bot criteria "open data" --standard 2022
"""

ABOUT = "Answers questions about What Works Cities Certification, offline and with its sources."

ASKS = "What it asks"
ANSWER = "Answer"
EVIDENCE = "Proof"
RESOURCES = "Where to get help"
CRITERIA = "Criteria"
CROSSWALK = "Other standard"
UNKNOWN = "Not known"
NOTE = "Note"
SOURCE = "Source"
NEAR = "Not what you meant? Ask for"
PICK = "I am not sure what you mean. Is it one of these?"
REFUSE = "I don't know. I found nothing in the certification standard that answers this."
OFF_TOPIC = (
    "It looks like a question about {kind}, and I know only What Works Cities Certification."
)
GUESSES = "The nearest that I have"
BETTER = (
    "To ask better: name the thing you need help with (open data policy, vendor contracts, data "
    'inventory), or a code (SE3). "wwc-bot criteria" lists what I know.'
)
TWO = "This may mean two things, or asks for two; both are shown."
NO_RESOURCE = "No resource is named for this."
SUCCESSOR = "If it does not work: {title}, {url}"
WHY = "Matched on: {words} (score {score:.2f})"

NO_QUESTION = 'The question is empty. Write it like this: wwc-bot ask "who helps with contracts"'
NOT_UTF8 = "Line {line} of the input is not UTF-8 text; its unreadable characters were replaced."
UNKNOWN_CATEGORY = "There is no category '{typed}'. The nearest names are: {names}."
COUNTS = ("no criterion known", "1 criterion known", "{count} criteria known")
KNOWLEDGE_OK = (
    "The knowledge is sound: {criteria} criteria, {practices} practices, {topics} topics, "
    "{phrasings} phrasings.\nIn {folder}"
)
KNOWLEDGE_BROKEN = "The knowledge cannot be used. 'wwc-bot check' explains each line:"
LEARNED = "Learned {phrasings} phrasings for {entries} entries in {seconds:.1f} s. Written: {path}"
FITTED = "Fitted on {count} questions: {numbers}"
NEEDS_EXTRA = "Learning needs numpy and scipy. Install them: python -m pip install 'wwc-bot[learn]'"
