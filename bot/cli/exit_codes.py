"""The exit codes of every command. The README's table is checked against them."""

# 1 is also what Python ends with after a crash; so nothing that a restart cannot mend may use it.
DONE = 0
TO_MEND = 1
WRONG_USE = 2
NOT_UNDERSTOOD = 3
REFUSED = 4
