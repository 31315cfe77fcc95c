"""Every word of the Discord interface that is not part of the debate: buttons, refusals, notices, pages.

The debate's own sentences are in `bot/debate/wording.py`. Command names and descriptions stand at the commands;
discord.py hands those to a translator by itself.
"""

from __future__ import annotations

# What went wrong
FAILED = "That did not work, and it is not your fault. What you sent before is kept. Please try again in a minute."
BUSY = "Many of you are writing at once. Please press again in a few seconds."
STOPPING = "I am restarting. Please press again in a minute; your round is kept."
STOPPING_WORDS = "I am restarting, so I did not take this. Here are your words, to send again in a minute:"
NOT_YOURS = "This round belongs to somebody else. `/debate start` opens one of your own."
GONE = "I no longer have this round. `/debate start` opens a new one."
CLOSED = "This round is closed. `/debate start` opens a new one."
OLD_BUTTON = "That button is from earlier in the round. Go on here: {link}"
SENT_AGAIN = "My last answer had not reached you. Here it is again: {link}"
UNREADABLE = (
    "I can only read a message here if it answers one of mine or names me. Press the button, or reply to my message."
)

# Opening a round
WRONG_PLACE = (
    "A round is a private thread, which Discord allows only in ordinary text channels. "
    "Use `/debate start` in one of those."
)
OTHER_PLACE = "Your teacher has chosen where rounds are started: {places}"
MISSING = "I can't open a round in {channel}. Ask your teacher or a server admin to give me there: **{permissions}**."
FULL = "This server has as many open threads as Discord allows. Ask your teacher or a server admin to close old ones."
UNKNOWN_MOTION = "I don't know that motion. Choose one from the list, or leave it out."
LEVEL_CLOSED = "Your teacher has not opened that level. You can choose: {levels}."
OPEN_ALREADY = "You have a round open: {link}. Go on there, or end it and start this one."
OPENED = "Your round is ready: {link}"
OPENED_SILENT = "Your round is ready, but my first message did not arrive. Use `/debate resume` to see it: {link}"
THREAD_GONE = "The thread of that round is gone, so the round is closed. `/debate start` opens a new one."
NO_ACCESS = "I can't see the thread of your round. Ask your teacher to let me see the channel that it is in."
LOCKED = "That thread is locked. Ask your teacher to unlock it, or start a new round with `/debate start`."
NO_ROUND = "You have no round open. `/debate start` opens one."
RESUMED = "You can go on here: {link}"
ENDED = "The round is ended. Your feedback is here: {link}"
FINISH_FIRST = "Your round is still open: {link}. Finish or end it, then swap sides."
NOTHING_TO_SWAP = "There is no round to swap yet. `/debate start` opens one."
PRIVATE = (
    "This thread is private: you, I and staff who manage threads here can read it. What you write in the round is "
    "kept {kept}, so that your teacher can look at it; no other service gets it. `/my-data delete` removes it, "
    "`/privacy` says more."
)
PERMISSIONS = {
    "view_channel": "View Channel",
    "create_private_threads": "Create Private Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "read_message_history": "Read Message History",
}
KEPT_DAYS = "for {days} days"
KEPT = "until it is deleted"
THREAD_NAMES = {"for": "For: {motion}", "against": "Against: {motion}"}

# In a round
MAKE_CLAIM = "Make my claim"
REPLY = "Reply"
SAY_OTHERWISE = "Say it another way"
GIVE_JUDGEMENT = "Give my judgement"
HINT = "Hint"
EVIDENCE = "Show evidence"
REDRAFT = "Redraft"
CONCEDE = "Concede"
END = "End"
NONE_OF_THESE = "None of these"
SWAP = "Swap sides"
AGAIN = "New round"
END_AND_START = "End it and start this one"
END_NOW = "End the round"
SURE_TO_END = "End the round now? You get your feedback, and what you did is kept."
FEEDBACK = "Your feedback"
GO_ON_HERE = "Here is where we were."

SAID = {"claim": "You", "pick": "You", "reply": "You", "judgement": "Your judgement", "redraft": "Your new version"}
DID = {
    "hint": "You asked for a hint.",
    "evidence": "You asked for evidence.",
    "concede": "You conceded the point.",
    "end": "You ended the round.",
    "pick": "You picked: {title}",
    "none": "You picked: none of these",
}
MODAL_TITLES = {
    "claim": "Your claim",
    "pick": "Your claim",
    "reply": "Your reply",
    "judgement": "Your judgement",
    "redraft": "Your new version",
}
MODAL_LABEL = "In your own words"
MODAL_HELP = {
    "claim": "One or two sentences: what mattered, and how it decided things.",
    "pick": "One or two sentences: what mattered, and how it decided things.",
    "reply": "One to three sentences. A name, a date or a figure makes it stronger.",
    "judgement": "Two or three sentences: how far, compared with what, and why.",
    "redraft": "Change what you like. Both versions are kept.",
}

# Browsing the base
ARGUMENTS_OF = "Arguments: {motion}"
SIDE_HEADING = {"for": "For: {title}", "against": "Against: {title}"}
CHOOSE_ARGUMENT = {"for": "Open an argument for the motion", "against": "Open an argument against it"}
ALL_ARGUMENTS = "All arguments"
EARLIER = "Back"
LATER = "More evidence"
EVIDENCE_PAGE = "Evidence ({page} of {pages})"
SOURCE = "Source: {cite}"
NO_ARGUMENT = "I have no argument of that name. Choose one from the list, or leave the name out to see them all."
NOBODY = "I don't know that name.{near} Your teacher can help with others."
NEAR = " Did you mean {names}?"

# Progress
NO_PROGRESS = "There is nothing to show yet. Start a round with `/debate start`; it takes about ten minutes."
PROGRESS = "Your progress: {motion}"
PROGRESS_SIDE = {"for": "For: {used} of {all}", "against": "Against: {used} of {all}"}
PROGRESS_COMMENTS = "From your teacher"
PROGRESS_COMMENT = "Round {round}: {text}"

# What is kept
NO_DATA = "I keep nothing of you on this server."
EXPORTED = "Here is everything that I keep of you on this server."
SURE_TO_DELETE = (
    "Delete your rounds, everything you wrote in them, and the comments on them? This can't be undone. "
    "Download a copy first with `/my-data export` if you want one."
)
DELETE_ALL = "Delete everything"
DELETING = "Deleting ..."
DELETED = "Done. Rounds deleted: {rounds}; turns: {turns}. Only these numbers are kept, without your name."
THREADS_STAY = (
    " I could not delete these threads on Discord, where your words can still be read: {threads}. "
    "Ask your teacher or a server admin to delete them."
)
PRIVACY = """### What I keep, and for whom
- **What**: your Discord id and name here, your rounds, what you write in them, and what I made of it. Nothing from \
other channels.
- **Why**: so that you can go on with a round, see your progress, and get comments from your teacher.
- **Who can read it**: you, the teachers of this server, and whoever runs this bot. Staff who manage threads can read \
a round's thread.
- **Where**: on the machine that runs this bot, in one file for this server. No other service gets your words, and \
nothing is trained on them.
- **How long**: {kept}.
- **Your choice**: `/my-data export` gives you a copy, `/my-data delete` removes everything of you.
I give no grades. If something is wrong, tell your teacher{contact}."""
PRIVACY_KEPT = "{days} days after a round; then it is deleted by itself"
PRIVACY_KEPT_ALWAYS = "until you or your teacher delete it"
PRIVACY_CONTACT = " or {contact}"
HELP = """### How a round works
1. `/debate start` opens a private thread. You need no options: leave them out and I choose a side.
2. **Make a claim** in your own words: press the button, reply to my message, or name me in the thread.
3. I say what I heard and put a **challenge**: a fact with its source, and a question.
4. **Reply**. Stuck? **Hint**. Want facts? **Show evidence**. Better idea? **Redraft**. Not worth holding? **Concede**.
5. At the end you give a **judgement**, and I give you feedback. No grades.
### Commands
- `/debate start`, `resume`, `swap` (the other side), `end`
- `/arguments` to read the arguments with their evidence, `/who` for people and terms
- `/progress` for what you have covered, `/assignments` for what is set for you
- `/my-data` and `/privacy` for what is kept"""
