"""wwc-bot: answers questions about What Works Cities Certification."""
