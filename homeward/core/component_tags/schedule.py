"""The day as a list and the week as a board."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from homeward.core.components import DayEntry, WeekBoard

register = template.Library()


@register.simple_tag
def day_timeline(entries: list[DayEntry], empty: str = "") -> SafeString:
    """Your day, in order; what runs now is outlined and says so."""
    return render_to_string(
        "core/components/day_timeline.html", {"entries": entries, "empty": empty}
    )


@register.simple_tag
def week_grid(board: WeekBoard) -> SafeString:
    """The timetable by day and hour; on a phone, a list for each day."""
    start = board.start_hour * 60
    days = [
        (
            day,
            [(block, block.row_in(start), block.span) for block in day.blocks],
        )
        for day in board.days
    ]
    lanes = max((block.lanes for day in board.days for block in day.blocks), default=1)
    return render_to_string(
        "core/components/week_grid.html",
        {
            "board": board,
            "days": days,
            "rows": (board.end_hour - board.start_hour) * 4,
            "crowd": min(lanes, 6),
        },
    )
