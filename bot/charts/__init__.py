"""Pictures where looking beats reading: PNG for a phone and a dark theme, each with words that say the same.

They take the figures of the reports and draw; they are pure and slow (up to a second), so draw off the event loop.
"""

from bot.charts.canvas import LONGEST_ALT, Picture
from bot.charts.classroom import assignment_bars, class_heatmap, coverage_bars
from bot.charts.progress import student_progress

__all__ = ["LONGEST_ALT", "Picture", "assignment_bars", "class_heatmap", "coverage_bars", "student_progress"]
