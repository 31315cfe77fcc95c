"""English phrases as expressions over marked sentences, shared by the parts of the fact check.

An expression takes whole words, each with the space after it, so that expressions can be put one after another.
"""

from __future__ import annotations


def either(words: str) -> str:
    """Make an expression for one of several words, without the space after it; `took_over` is one phrase."""
    return f"(?:{'|'.join(word.replace('_', ' ') for word in words.split())})"


def some(most: int, words: str) -> str:
    """Make an expression for at most so many of the words, in any order."""
    return f"(?:{either(words)} ){{0,{most}}}"


POSSESSIVE = r"@\S+_'s"  # "Stalin's", for a list of words
AND_HIS = f"(?:and {either(f'his their {POSSESSIVE}')} {either('friends allies supporters followers group')} )?"
PEOPLE = rf"(@\S+ (?:(?:(?:, @\S+ ){{1,3}}(?:, )?)?{either('and or as_well_as')} @\S+ )?{AND_HIS})"
"""One person or a list of them, as a group: "Trotsky, Zinoviev and Kamenev"."""

NO_OWNER = "(?!'s )"
ADVERBS = (
    "only had has also then later finally eventually himself soon already even actually just really first suddenly"
    " secretly"
    " deliberately quickly simply personally who which that did officially formally successfully clearly now still"
    " both all"
    " permanently famously publicly openly immediately basically literally ever purposely once straight apparently"
)
"""Words that may stand anywhere in a statement without changing what it says."""
