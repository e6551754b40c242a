"""The bot in Slack: every door, one engine.

listeners/<kind>/   one short callback per file: parse, call a pure function, send
engine.py             the engine as the registry see it: question -> Answer
blocks/             Answer, Card, ... -> Page (text and Block Kit), within Slack's limits
words.py            every word people read here
escape.py           text between people and Slack's markup, both ways
incoming.py         what is addressed to us, and what it says in plain words
dedupe.py        one question, one answer, whatever Slack re-sends
middleware.py       what happens before every listener
place.py, posting.py, retries.py    where a page goes, and how it gets there
errors.py           one handler for everything that goes wrong
failures.py         what an exception means, and its line in the log
registry.py            everything that is registered, for the help and the manifest
app.py              the Bolt app, the same for both modes
socket.py; http.py and guard.py     its two ways to be connected; web.py serves /healthz
run.py, signin.py, identity.py, underway.py     starting, staying accepted, stopping
"""
