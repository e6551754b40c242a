"""Pure functions from Answers, Cards and lists to pages of Block Kit."""
