"""The bot without Slack: a local Slack to run it against."""
