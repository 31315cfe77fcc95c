"""The views over a class's file: the one source of every figure, for Discord, export, terminal and web.

A draft that was replaced, with what followed it up to the redraft, is kept in `turns` and counts in no figure.
"""

from __future__ import annotations

VIEWS = {
    # The student's turns that count. `memory` is what the round remembers of one, as JSON; null until it is answered.
    "kept_turns": """
        select asked.id, asked.round, rounds.student, asked.number, asked.kind, asked.text, asked.at,
               json_extract(said.state, '$[1]') as memory
        from turns as asked
        join rounds on rounds.id = asked.round
        left join turns as said
            on said.round = asked.round and said.number = asked.number + 1 and said.speaker = 'bot'
        where asked.speaker = 'student' and not exists (
            select 1 from turns as redraft
            where redraft.round = asked.round and redraft.draft_of is not null
              and redraft.draft_of <= asked.id and asked.id < redraft.id
        )
    """,
    # Each argument that a turn made, as the round took it; a teacher's correction takes the place of what was heard.
    "arguments_made": """
        select turn.round, turn.student, turn.id as turn, turn.at, made.value as argument
        from kept_turns as turn
        left join corrections on corrections.turn = turn.id
        join json_each(case when corrections.id is null then json_extract(turn.memory, '$.arguments')
                            when corrections.argument = 'none' then '[]'
                            else json_array(corrections.argument) end) as made
    """,
    # Each reply that was assessed, 0-3.
    "replies": """
        select turn.round, turn.student, turn.id as turn, turn.at, assessments.challenge, assessments.quality
        from kept_turns as turn join assessments on assessments.turn = turn.id
        where assessments.quality is not null
    """,
    # Each challenge put, and how its best reply met it: met (2 or 3), unmet (0 or 1), conceded, or open (no reply).
    "challenge_results": """
        select *, case when quality >= 2 then 'met' when quality is not null then 'unmet'
                       when conceded then 'conceded' else 'open' end as result
        from (
            select said.round, asked.student, put.turn, said.at, put.challenge, put.argument, put.kind, put.why,
                (select group_concat(json_extract(line.value, '$.text'), ' ') from json_each(said.said) as line
                 where json_extract(line.value, '$.role') in ('challenge', 'question')) as words,
                (select max(replies.quality) from replies
                 where replies.round = said.round and replies.challenge = put.challenge) as quality,
                exists (select 1 from kept_turns as turn where turn.round = said.round and turn.kind = 'concede'
                        and json_extract(turn.memory, '$.answered') = put.challenge) as conceded
            from challenges_put as put
            join turns as said on said.id = put.turn
            join kept_turns as asked on asked.round = said.round and asked.number = said.number - 1
        )
    """,
    # Each mistake of fact, wherever it was made; what historians dispute is none. In a round, the same one counts once.
    "mistakes_made": """
        select turn.round, turn.student, turn.id as turn, turn.at, mistakes.misconception, mistakes.kind,
               mistakes.says, mistakes.source
        from kept_turns as turn join mistakes on mistakes.turn = turn.id
        where mistakes.sure <> 'disputed'
    """,
    "round_list": """
        select rounds.id, rounds.student, students.name, students.alias, rounds.motion, rounds.side, rounds.level,
            rounds.exchanges, rounds.started, rounds.ended, rounds.how, rounds.thread, rounds.base,
            (select max(turns.at) from turns where turns.round = rounds.id) as last_turn,
            (select count(*) from kept_turns where kept_turns.round = rounds.id) as turns,
            (select count(*) from replies where replies.round = rounds.id) as replies,
            (select avg(replies.quality) from replies where replies.round = rounds.id) as mean_quality,
            (select count(*) from challenge_results as put where put.round = rounds.id and put.result = 'met') as met,
            (select count(*) from challenge_results as put where put.round = rounds.id and put.result = 'unmet')
                as unmet,
            (select count(distinct misconception) from mistakes_made where mistakes_made.round = rounds.id) as mistakes,
            exists (select 1 from kept_turns as turn where turn.round = rounds.id and turn.kind = 'judgement')
                as judgement,
            (select json_group_array(distinct argument) from arguments_made where arguments_made.round = rounds.id)
                as arguments,
            (select count(*) from comments where comments.round = rounds.id) as comments
        from rounds join students on students.id = rounds.student
    """,
    # Claims that the base could not place, and turns where a teacher put the bot right: the curator's work list.
    "unplaced": """
        select turns.id as turn, turns.round, rounds.student, rounds.side, rounds.motion, turns.number, turns.text,
            turns.at, first.verdict, first.stance, first.nonsense, corrections.argument as correction,
            (select json_group_array(argument) from
                (select argument from recognitions where turn = turns.id order by rank)) as nearest,
            case first.verdict when 'unsure' then (
                select json_extract(pick.memory, '$.arguments[0]') from kept_turns as pick
                where pick.round = turns.round and pick.number = turns.number + 2 and pick.kind = 'pick'
            ) end as picked
        from turns
        join rounds on rounds.id = turns.round
        left join recognitions as first on first.turn = turns.id and first.rank = 1
        left join corrections on corrections.turn = turns.id
        where turns.speaker = 'student' and (
            corrections.id is not null
            or (turns.kind in ('claim', 'aside') and first.verdict = 'unsure')
            or (turns.kind in ('claim', 'aside') and first.verdict = 'none'
                and first.nonsense in ('vague', 'off-topic', 'vote-for', 'vote-against'))
        )
    """,
}
