"""What a class has settled, shown and changed; every change stands in the audit with who and when."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import discord
from discord import app_commands, ui
from discord.app_commands import Choice
from discord.ext import commands

from bot.base.motion import Level
from bot.cogs import class_labels as words
from bot.cogs import suggestions
from bot.cogs.client import explain, tell
from bot.cogs.desk import Desk
from bot.cogs.layouts import Block, messages
from bot.cogs.teachers import HIDDEN, teacher
from bot.record.audit import Entry, entries
from bot.record.retention import would_expire
from bot.record.rules import ClassSettings, Names, change_setting
from bot.record.store import Record

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]

_COMMANDS = {
    "teacher_role": "teacher-role",
    "time_zone": "time-zone",
    "retention_days": "retention",
    "levels": "levels",
    "plain_messages": "plain-messages",
    "places": "places",
    "names": "names",
}
_LATEST, _LOOKED_AT = 6, 200  # lines of the audit
_ORDER: tuple[Level, ...] = ("guided", "standard", "tough")
LEVELS = [
    Choice(name=" and ".join(some) if len(some) < 3 else "all three", value=",".join(some))
    for some in (
        _ORDER,
        *((_ORDER[a], _ORDER[b]) for a, b in ((0, 1), (1, 2), (0, 2))),
        *((level,) for level in _ORDER),
    )
]


@app_commands.default_permissions(HIDDEN)
class Settings(commands.GroupCog, group_name="settings", group_description="For teachers: what this class has settled"):
    """Answers `/settings`."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Make the menus of old screens work."""
        self.bot.add_dynamic_items(PlacesMenu)

    @app_commands.command(description="See every setting of this class, and the latest changes.")
    async def show(self, interaction: Asking) -> None:
        """Show all settings."""
        rules = await teacher(interaction)
        latest = await self.bot.classes.run(
            interaction.guild_id or 0,
            lambda record: (entries(record, limit=_LOOKED_AT), Desk(record, rules, {}, self.bot.clock())),
        )
        found, desk = latest
        lines = [f"### {words.SETTINGS}"]
        lines += [
            words.SETTING.format(name=name, value=self._value(rules, key), command=_COMMANDS[key])
            for key, name in words.SETTING_NAMES.items()
        ]
        parts = [Block("talk", lines)]
        changes = [self._entry(item, desk) for item in found if item.did in ("setting changed", "refused")][:_LATEST]
        if changes:
            parts.append(Block("notice", [f"**{words.LATEST}**", *changes]))
        await interaction.response.send_message(view=messages(parts)[0], ephemeral=True)

    @app_commands.command(name="teacher-role", description="Who is a teacher; only who manages the server can set it.")
    @app_commands.describe(role="Its members may review, comment and set; leave it out for none")
    async def teacher_role(self, interaction: Asking, role: discord.Role | None = None) -> None:
        """Set the role whose members are teachers."""
        await teacher(interaction, admin=True)
        if role and role.is_default():
            await tell(interaction, words.NOT_EVERYONE)
            return
        seen = "" if role is None else words.ROLE_SEES if role.permissions >= HIDDEN else words.ROLE_BLIND
        await self._change(interaction, "teacher_role", str(role.id) if role else None, seen)

    @app_commands.command(name="time-zone", description="The zone in which due dates are typed and times are shown.")
    @app_commands.describe(zone="Such as Europe/London")
    @app_commands.autocomplete(zone=suggestions.zones)
    async def time_zone(self, interaction: Asking, zone: str) -> None:
        """Set the time zone."""
        await teacher(interaction)
        await self._change(interaction, "time_zone", zone)

    @app_commands.command(description="After how many days a round is deleted by itself.")
    @app_commands.describe(days="Days after its end; 0 keeps everything")
    async def retention(self, interaction: Asking, days: app_commands.Range[int, 0, 3650]) -> None:
        """Set how long rounds are kept, and say how many go at once."""
        await teacher(interaction)
        now = self.bot.clock()
        going = await self.bot.classes.run(interaction.guild_id or 0, lambda record: would_expire(record, days, now))
        text = words.WILL_GO_ONE if going == 1 else words.WILL_GO.format(number=going) if going else ""
        await self._change(interaction, "retention_days", days, text)

    @app_commands.command(description="Which levels students may choose.")
    @app_commands.describe(levels="Which of them")
    @app_commands.choices(levels=LEVELS)
    async def levels(self, interaction: Asking, levels: str) -> None:
        """Set the levels."""
        await teacher(interaction)
        await self._change(interaction, "levels", levels.split(","))

    @app_commands.command(name="plain-messages", description="Whether a plain message in a round's thread is a turn.")
    @app_commands.describe(on="True: any message is a turn. False: students press a button, or reply to me")
    async def plain_messages(self, interaction: Asking, on: bool) -> None:
        """Turn plain messages on or off."""
        await teacher(interaction)
        await self._change(interaction, "plain_messages", on)

    @app_commands.command(description="In which channels rounds may be started.")
    async def places(self, interaction: Asking) -> None:
        """Offer the channels."""
        rules = await teacher(interaction)
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.TextDisplay(words.CHOOSE_PLACES))
        view.add_item(ui.ActionRow(PlacesMenu(rules.places)))
        await interaction.response.send_message(view=view, ephemeral=True)

    @app_commands.command(description="How students are called in reviews and exports.")
    @app_commands.describe(by="Their names, or pseudonyms such as student 7")
    async def names(self, interaction: Asking, by: Names) -> None:
        """Set names or pseudonyms."""
        await teacher(interaction)
        await self._change(interaction, "names", by)

    @commands.Cog.listener()
    async def on_places(self, interaction: Asking, chosen: list[str]) -> None:
        """Take the channels that were chosen."""
        try:
            await teacher(interaction)
            await self._change(interaction, "places", chosen)
        except Exception as error:
            await explain(interaction, error)

    async def _change(self, interaction: Asking, name: str, value: Any, more: str = "") -> None:
        who, now = str(interaction.user.id), self.bot.clock()

        def change(record: Record) -> ClassSettings:
            return change_setting(record, name, value, who=who, at=now)

        rules = await self.bot.classes.run(interaction.guild_id or 0, change)
        said = words.CHANGED.format(name=words.SETTING_NAMES[name], value=self._value(rules, name))
        await tell(interaction, f"{said} {more}".strip())

    def _value(self, rules: ClassSettings, name: str) -> str:
        """Say a setting in words."""
        match name:
            case "teacher_role":
                return f"<@&{rules.teacher_role}>" if rules.teacher_role else words.NO_ROLE
            case "time_zone":
                return f"{rules.time_zone} (now {self.bot.clock().astimezone(rules.zone):%H:%M})"
            case "retention_days":
                days = rules.retention_days
                return words.KEPT_DAYS.format(days=days) if days else words.KEPT_ALWAYS
            case "levels":
                return ", ".join(rules.levels)
            case "plain_messages" if not rules.plain_messages:
                return words.PLAIN_OFF
            case "plain_messages":
                return words.PLAIN_ON if self.bot.settings.message_content else words.PLAIN_CLOSED
            case "places":
                return ", ".join(f"<#{place}>" for place in rules.places) or words.ANYWHERE
            case _:
                return words.CALLED[rules.names]

    def _entry(self, item: Entry, desk: Desk) -> str:
        """Say one line of the audit."""
        who = f"<@{item.who}>" if item.who.isdecimal() else item.who
        if item.did == "refused":
            return words.REFUSED_LINE.format(at=desk.at(item.at), who=who, tried=item.detail.get("tried", ""))
        name = str(item.detail["setting"])
        before, after = (
            self._value(ClassSettings.model_validate({name: json.loads(str(item.detail[key]))}), name)
            for key in ("before", "after")
        )
        title = words.SETTING_NAMES[name].lower()
        return words.CHANGE_LINE.format(at=desk.at(item.at), who=who, name=title, before=before, after=after)


class PlacesMenu(ui.DynamicItem[ui.ChannelSelect[Any]], template=r"settings:places"):
    """Chooses channels."""

    def __init__(self, chosen: tuple[str, ...] = ()) -> None:
        now = [
            discord.SelectDefaultValue(id=int(place), type=discord.SelectDefaultValueType.channel) for place in chosen
        ]
        super().__init__(
            ui.ChannelSelect(
                custom_id="settings:places",
                placeholder=words.PLACES,
                channel_types=[discord.ChannelType.text],
                min_values=0,
                max_values=25,
                default_values=now,
            )
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read the menu again."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the choice on."""
        data: Any = interaction.data
        interaction.client.dispatch("places", interaction, list(data["values"]))
