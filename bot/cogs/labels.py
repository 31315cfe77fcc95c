"""Every word of the Discord interface that is not part of the debate: buttons, refusals, notices, pages.

The debate's own sentences are in `bot/debate/wording.py`. Command names and descriptions stand at the commands;
discord.py hands those to a translator by itself.
"""

from __future__ import annotations

FAILED = "That did not work, and it is not your fault. What you sent before is kept. Please try again in a minute."
STOPPING = "I am restarting. Please press again in a minute; your round is kept."
STOPPING_WORDS = "I am restarting, so I did not take this. Your words are here to send again in a minute:"
