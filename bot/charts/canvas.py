"""What all pictures share: colours for a dark theme that colour-blind people can tell apart, sizes, and text."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

LONGEST_ALT = 1024  # characters, Discord's limit for the description of a file

# Behind everything Discord's dark grey; the rest from Okabe and Ito's palette, told apart by all kinds of sight.
GROUND, PANEL, TEXT, FAINT = "#2b2d31", "#3a3c43", "#f2f3f5", "#b5bac1"
BLUE, ORANGE, GREEN, YELLOW, GREY = "#56b4e9", "#e69f00", "#009e73", "#f0e442", "#80848e"

WIDTH = 1000  # pixels; a phone shows about a third of that, so 26 pixels of letters stay readable
_DPI = 100


@dataclass(frozen=True)
class Picture:
    """A PNG, and the words that say the same; without rounds to draw there are only the words."""

    png: bytes | None
    alt: str


def nothing_yet(words: str) -> Picture:
    """Say what to do instead of drawing an empty chart."""
    return Picture(None, words)


def new_figure(height: int) -> Figure:
    """Begin a picture of `WIDTH` by `height` pixels."""
    figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=GROUND)
    FigureCanvasAgg(figure)
    return figure


def axes_at(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Add axes at a place in pixels from the top left corner, with nothing drawn on them yet."""
    whole = figure.get_figheight() * _DPI
    axes = figure.add_axes((left / WIDTH, 1 - (top + height) / whole, width / WIDTH, height / whole))
    axes.set_facecolor(GROUND)
    axes.tick_params(length=0, colors=TEXT)
    for side in axes.spines.values():
        side.set_visible(False)
    return axes


def write(figure: Figure, left: float, top: float, text: str, *, size: float = 26, **more: Any) -> None:
    """Write text at a place in pixels from the top left corner; `size` is in pixels too."""
    whole = figure.get_figheight() * _DPI
    style: dict[str, Any] = {"color": TEXT, "va": "top", "parse_math": False, "fontsize": points(size), **more}
    figure.text(left / WIDTH, 1 - top / whole, "\n".join(map(drawable, text.split("\n"))), **style)


def points(pixels: float) -> float:
    """Give a size in pixels as matplotlib's points."""
    return pixels * 72 / _DPI


def wide(text: str, size: float) -> float:
    """Measure how many pixels a text takes in a line; `size` is that of its letters, in pixels."""
    font = get_font(findfont(FontProperties()))
    font.set_size(points(size), _DPI)
    font.set_text(drawable(text))
    return float(font.get_width_height()[0]) / 64


def fitting(text: str, room: float, size: float) -> str:
    """Shorten a text until it fits into so many pixels."""
    text = drawable(text)
    shown = next((text[:end] for end in range(len(text), 0, -1) if wide(f"{text[:end]}…", size) <= room), "")
    return text if wide(text, size) <= room else f"{shown.rstrip()}…"


def finish(figure: Figure, alt: str) -> Picture:
    """Draw the picture as PNG."""
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor=GROUND, metadata={"Software": None})
    return Picture(out.getvalue(), shortened(alt, LONGEST_ALT))


def shortened(text: str, longest: int) -> str:
    """Cut a text to a number of characters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def drawable(text: str) -> str:
    """Leave out what the font cannot draw, such as emoji in names."""
    known = _known_letters()
    drawn = "".join(letter if ord(letter) in known else "" if ord(letter) > 0xFFFF else "·" for letter in text)
    return " ".join(drawn.split()) or "·"


@cache
def _known_letters() -> frozenset[int]:
    return frozenset(get_font(findfont(FontProperties())).get_charmap())
