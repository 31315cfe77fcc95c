"""Rounds taken out of the record: CSV, JSON lines, Markdown, one self-contained HTML page, and Argdown of a round."""
