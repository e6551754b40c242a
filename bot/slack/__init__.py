"""The bot in Slack: every surface shows the answers of one engine.

transport/           Socket Mode, signed HTTP, and the server of /healthz
middleware.py        what happens before every listener: dependencies, copies (dedupe.py)
listeners/<kind>/    one short callback per file: parse, ask the engine, send
blocks/              Answer, Card, ... -> Page (text and Block Kit), within Slack's limits
posting.py           where a page goes; client.py says which calls are tried again
error_handler.py     what the person is told when something goes wrong (errors.py)
runtime.py           starting, staying accepted (auth.py) and stopping
bolt_workarounds.py  all that is done against the grain of Bolt, and when it can go
"""
