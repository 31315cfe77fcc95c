"""Each class's record, opened when it is needed, used by one at a time, and never on the event loop.

A cog reads and writes with `await bot.classes.run(guild_id, work)`: `work` gets the class's `Record` and runs in a
thread; its value is given back and its errors are raised. Everything that must hold together goes in one `work`.
"""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.record.store import Record

Given = TypeVar("Given")

_KEPT_OPEN = 64  # files; the one that was used longest ago is closed when more are needed


@dataclass
class _Class:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0
    record: Record | None = None


class Classes:
    """The classes whose files are in a folder, `<guild id>.db` each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._classes: OrderedDict[int, _Class] = OrderedDict()
        # More threads than cores would only keep the event loop waiting for its turn.
        self._threads = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 1), thread_name_prefix="record")
        self._under_way: set[asyncio.Task[object]] = set()

    async def run(self, guild_id: int, work: Callable[[Record], Given]) -> Given:
        """Do a class's work with its record, after the work that came before it.

        What was begun is finished, also when whoever waits for it is cancelled.
        """
        task = asyncio.create_task(self._run(guild_id, work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def _run(self, guild_id: int, work: Callable[[Record], Given]) -> Given:
        place = self._classes.setdefault(guild_id, _Class())
        self._classes.move_to_end(guild_id)
        place.users += 1
        try:
            async with place.lock:
                return await asyncio.get_running_loop().run_in_executor(self._threads, self._do, guild_id, place, work)
        finally:
            place.users -= 1
            await self._close_oldest()

    def _do(self, guild_id: int, place: _Class, work: Callable[[Record], Given]) -> Given:
        if place.record is None:
            place.record = Record(self._folder / f"{guild_id}.db")
        return work(place.record)

    async def _close_oldest(self) -> None:
        while len(self._classes) > _KEPT_OPEN:
            idle = next((key for key, place in self._classes.items() if not place.users), None)
            if idle is None:
                return
            record = self._classes.pop(idle).record
            if record:
                await asyncio.get_running_loop().run_in_executor(self._threads, record.close)

    def known(self) -> list[int]:
        """Give the guild ids of the classes that have a file; reads the folder, so call it in a thread."""
        return sorted(int(path.stem) for path in self._folder.glob("*.db") if path.stem.isdecimal())

    def has(self, guild_id: int) -> bool:
        """Tell whether a class has a file; reads the folder, so call it in a thread."""
        return guild_id in self._classes or (self._folder / f"{guild_id}.db").is_file()

    def drop(self, guild_id: int) -> None:
        """Let go of a class whose file is deleted and whose record is closed."""
        self._classes.pop(guild_id, None)

    async def try_reading(self) -> None:
        """Read from the record that was used last, as a sign that records can be used; nothing where none is open."""
        latest = next(reversed(self._classes), None)
        if latest is not None:
            await self.run(latest, Record.try_reading)

    async def close(self) -> None:
        """Finish what is under way and close every file."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        for place in self._classes.values():
            if place.record:
                place.record.close()
        self._classes.clear()
        self._threads.shutdown(wait=False)
