"""The opponent in a history class's debate practice. A room imports only from the rooms below it.

__main__    starts the command line
cli         its commands, one module a kind of user
cogs        the bot in Discord; nothing else knows of discord.py
terminal    a round on a terminal, or on any pair of streams
demo        a class that never was, to look at
simulation  students of many kinds play rounds, and every line is looked into
charts      pictures of a class and of a student
practice    the use cases of a round: what was typed is stored, then answered
minds       builds what the opponent knows of a motion, and keeps what it learnt
record      what is kept: one class, one SQLite file, and all SQL
debate      how the opponent thinks, as pure functions; `wording` holds what it says
base        what it knows: the argument base, loaded and checked
settings    what the operator may set
errors      what a person is told
"""
