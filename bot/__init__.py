"""The debate bot: `base` is what it knows, `debate` how it thinks, `record` what it keeps, `terminal` its edge."""
