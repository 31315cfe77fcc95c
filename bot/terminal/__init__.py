"""The same practice on a terminal, or on any pair of streams: `playing` is the round, `screen` how it looks."""
