"""How Slack's requests reach the app: Socket Mode or signed HTTP, and the server of /healthz."""
