"""Whether the addresses in the knowledge still lead where they should: ``wwc-bot links``.

addresses.py    every address that the knowledge holds, with its recorded state and its place
pages.py        what a page says of itself: that it was not found, which places it has
visits.py       what was seen at an address
visiting.py     going to the addresses, politely
today.py        what was seen today, so that a run can be broken off and gone on with
findings.py     what was seen beside what is recorded: what to do, what can be written
"""
