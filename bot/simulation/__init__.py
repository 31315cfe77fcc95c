"""Simulated students play rounds against the opponent, and every line that it says is looked into."""
