"""A Discord made of sockets, for what an in-memory one does not have: connections that drop, resume and break off."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest
from aiohttp import WSMsgType, web
from yarl import URL

APP, GUILD, CHANNEL, THREAD, STUDENT = 900, 100, 101, 102, 200
_NOW = "2026-03-02T09:00:00+00:00"
_ME = {"id": str(APP), "username": "debate-bot", "discriminator": "0", "avatar": None, "bot": True}
_ANN = {"id": str(STUDENT), "username": "ann", "discriminator": "0", "avatar": None}
_APPLICATION = {"id": str(APP), "name": "debate-bot", "flags": 0, "description": "", "icon": None, "verify_key": ""}
_APPLICATION |= {"bot_public": True, "bot_require_code_grant": False, "owner": _ME}
_EVENT, _BEAT, _IDENTIFY, _RESUME, _HELLO, _BEAT_HEARD = 0, 1, 2, 6, 10, 11


def _member(user: dict[str, Any]) -> dict[str, Any]:
    return {"user": user, "roles": [], "joined_at": _NOW, "deaf": False, "mute": False, "flags": 0, "permissions": "0"}


def _thread() -> dict[str, Any]:
    state = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": _NOW, "locked": False}
    return {
        "id": str(THREAD),
        "type": 12,
        "guild_id": str(GUILD),
        "parent_id": str(CHANNEL),
        "owner_id": str(APP),
        "name": "For: the motion",
        "message_count": 1,
        "member_count": 2,
        "thread_metadata": state,
    }


def _guild() -> dict[str, Any]:
    channel = {"id": str(CHANNEL), "type": 0, "name": "history", "position": 0, "permission_overwrites": []}
    return {
        "id": str(GUILD),
        "name": "class",
        "owner_id": "1",
        "roles": [],
        "emojis": [],
        "features": [],
        "members": [_member(_ME)],
        "channels": [channel],
        "threads": [_thread()],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "member_count": 2,
        "afk_timeout": 60,
    }


def _json(data: Any) -> web.Response:
    return web.Response(body=json.dumps(data).encode(), headers={"Content-Type": "application/json"})


class Wire:
    """Serves one bot of one class; `posted` are the messages that it sent, `joined` how it came to the gateway."""

    def __init__(self) -> None:
        self.joined: asyncio.Queue[str] = asyncio.Queue()
        self.posted: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.breaks: Callable[[str], bool] = lambda path: False  # whether a request's connection breaks off
        self.broken: list[str] = []
        self.acknowledging = asyncio.Event()
        self.acknowledged = asyncio.Event()  # cleared, an acknowledgement takes until it is set
        self.acknowledged.set()
        self._events: list[str] = []
        self._socket: web.WebSocketResponse | None = None
        self._messages: list[dict[str, Any]] = []
        self._base = ""

    async def emit(self, name: str, data: dict[str, Any]) -> None:
        """Send an event, if the bot is there; else it is sent when the bot resumes."""
        event = json.dumps({"op": _EVENT, "s": len(self._events) + 1, "t": name, "d": data})
        self._events.append(event)
        if self._socket and not self._socket.closed:
            await self._socket.send_str(event)

    async def drop(self) -> None:
        """Drop the connection to the gateway, as a fault of the network does."""
        assert self._socket
        await self._socket.close(code=4000)

    async def again(self, name: str) -> None:
        """Send the newest event of a kind once more."""
        assert self._socket
        await self._socket.send_str(next(item for item in reversed(self._events) if f'"t": "{name}"' in item))

    def written(self, number: int, words: str, at: int, *, round: int = 1) -> dict[str, Any]:
        """Make the interaction that a submitted turn is."""
        field = {"type": 4, "id": 3, "custom_id": "words", "value": words}
        return {
            "id": str(5000 + number),
            "application_id": str(APP),
            "type": 5,
            "token": f"token{number}",
            "version": 1,
            "guild_id": str(GUILD),
            "channel_id": str(THREAD),
            "channel": _thread(),
            "member": _member(_ANN),
            "locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {},
            "attachment_size_limit": 10485760,
            "data": {
                "custom_id": f"turn:{round}:{STUDENT}:say:{at}",
                "components": [{"type": 18, "id": 2, "component": field}],
            },
        }

    # ---------------------------------------------------------------- what the bot asks

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _HELLO, "d": {"heartbeat_interval": 45000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            asked = json.loads(message.data)
            if asked["op"] == _BEAT:
                await socket.send_json({"op": _BEAT_HEARD})
            elif asked["op"] == _IDENTIFY:
                self._socket = socket
                ready = {
                    "v": 10,
                    "user": _ME,
                    "session_id": "s",
                    "resume_gateway_url": self._gateway_url,
                    "shard": [0, 1],
                }
                ready["guilds"] = [{"id": str(GUILD), "unavailable": True}]
                await self.emit("READY", ready | {"application": {"id": str(APP), "flags": 0}})
                await self.emit("GUILD_CREATE", _guild())
                self.joined.put_nowait("identified")
            elif asked["op"] == _RESUME:
                self._socket = socket
                for event in self._events[asked["d"]["seq"] :]:
                    await socket.send_str(event)
                await self.emit("RESUMED", {})
                self.joined.put_nowait("resumed")
        return socket

    @property
    def _gateway_url(self) -> str:
        return f"{self._base.replace('http', 'ws')}/gateway"

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if self.breaks(path):
            self.broken.append(path)
            assert request.transport
            request.transport.abort()
            raise asyncio.CancelledError
        parts = path.strip("/").split("/")
        match request.method, parts:
            case "GET", ["users", "@me"]:
                return _json(_ME)
            case "GET", ["oauth2", "applications", "@me"]:
                return _json(_APPLICATION)
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return _json({"url": self._gateway_url, "shards": 1, "session_start_limit": limit})
            case "PUT", ["applications", *_]:
                return _json([])
            case "POST", ["interactions", *_]:
                self.acknowledging.set()
                await self.acknowledged.wait()
                return _json({"interaction": {"id": parts[1], "type": 5}})
            case "POST", ["webhooks", *_] | ["channels", _, "messages"]:
                return _json(await self._keep(request))
            case "PATCH", ["channels", _, "messages", number]:
                return _json(next(item for item in self._messages if item["id"] == number))
            case "GET", ["channels", _, "messages"]:
                return _json(self._messages[::-1])
            case "GET", ["guilds", _, "members", _]:
                return _json(_member(_ANN))
        return web.Response(status=204)

    async def _keep(self, request: web.Request) -> dict[str, Any]:
        message = {
            "id": str(7000 + len(self._messages)),
            "channel_id": str(THREAD),
            "author": _ME,
            "content": "",
            "timestamp": _NOW,
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "pinned": False,
            "type": 0,
        } | await request.json()
        self._messages.append(message)
        self.posted.put_nowait(message)
        return message

    @asynccontextmanager
    async def open(self, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Wire]:
        """Serve on a port of this machine, and let discord.py find it."""
        application = web.Application()
        application.router.add_get("/gateway", self._gateway)
        application.router.add_route("*", "/{path:.*}", self._rest)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self._base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        monkeypatch.setattr(discord.http.Route, "BASE", self._base)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", URL(self._gateway_url))
        try:
            yield self
        finally:
            await runner.cleanup()
