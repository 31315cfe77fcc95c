"""Full-text search over the arguments, the plain way of recognising a claim that recognition has to beat."""

from __future__ import annotations

import re

from sqlite_utils import Database

from bot.base.motion import Motion

_WORD = re.compile(r"\w+")


class ArgumentSearch:
    """One document an argument, with all its phrasings, in SQLite's FTS5, in memory, ranked by bm25."""

    def __init__(self, motion: Motion) -> None:
        self._documents = Database(memory=True).table("arguments")
        self._documents.insert_all(
            {"id": item.id, "text": "\n".join((item.title, item.claim, item.explanation, *item.phrasings))}
            for item in motion.arguments.values()
        )
        self._documents.enable_fts(["text"])

    def rank(self, text: str, *, first: int = 3) -> list[tuple[str, float]]:
        """Give the ids of the arguments that share any word with a text, best first, with bm25's score, above 0."""
        words = dict.fromkeys(_WORD.findall(text.lower()))
        if not words:
            return []
        query = " OR ".join(f'"{word}"' for word in words)
        found = self._documents.search(query, columns=["id"], limit=first, include_rank=True)
        return [(row["id"], -row["rank"]) for row in found]
