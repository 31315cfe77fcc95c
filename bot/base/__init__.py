"""The argument base: its models, its loader, its rules and its exchange formats. It knows nothing of the bot."""
