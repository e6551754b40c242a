"""Running the bot: its settings, its health and its log. Knows neither matching nor blocks."""
