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
