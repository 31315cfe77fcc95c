"""Reads a message as a student sees it: its texts in order, its boxes, its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def components(message: Any) -> list[dict[str, Any]]:
    """Give a message's components as Discord has them."""
    return [item if isinstance(item, dict) else item.to_dict() for item in message.components]


def texts(message: Any) -> list[str]:
    """Give every text of a message."""
    return ([message.content] if message.content else []) + list(_texts(components(message)))


def _texts(items: list[dict[str, Any]]) -> Iterator[str]:
    for item in items:
        if item["type"] == 10:
            yield item["content"]
        yield from _texts(item.get("components", []))


def text(message: Any) -> str:
    """Give all that a message says."""
    return "\n".join(texts(message))


def labels(message: Any) -> list[str]:
    """Give the labels of a message's buttons."""
    return [item.get("label", "") for item in _buttons(components(message))]


def custom_ids(message: Any) -> dict[str, str]:
    """Give the custom id of each button by its label."""
    return {item.get("label", ""): item.get("custom_id", "") for item in _buttons(components(message))}


def _buttons(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        if item["type"] == 2:
            yield item
        yield from _buttons(item.get("components", []))
