"""The day as a list and the week as a board."""

from typing import NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from homeward.core.components import DayEntry, WeekBlock, WeekBoard

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
    words = _Words(_("full"), _("changed"), _("cancelled"))
    days = [
        (
            day,
            mark_safe("".join(_block(block, start, words) for block in day.blocks)),
            min(day.lanes, 6),
        )
        for day in board.days
    ]
    lanes = max((day.lanes for day in board.days), default=1)
    return render_to_string(
        "core/components/week_grid.html",
        {
            "board": board,
            "days": days,
            "rows": (board.end_hour - board.start_hour) * 4,
            "crowd": min(lanes, 6),
        },
    )


class _Words(NamedTuple):
    """What a block may say of itself, translated once for a board of hundreds."""

    full: str
    changed: str
    cancelled: str


def _block(block: WeekBlock, board_start: int, words: _Words) -> str:
    """One session as a list item; written here because a board may hold hundreds of them."""
    look = f"block phase-{block.phase} from-{block.row_in(board_start)} span-{block.span}"
    look += f" lane-{block.lane}-{block.lanes}"
    title = escape(block.title)
    if block.url:
        title = f'<a href="{escape(block.url)}">{title}</a>'  # type: ignore[assignment]
    says = [escape(block.sub)] if block.sub else []
    for is_so, mark, word in (
        (block.full, "block--full", words.full),
        (block.changed, "block--changed", words.changed),
    ):
        if is_so:
            look += f" {mark}"
            says.append(f'<span class="visually-hidden">({escape(word)})</span>')  # type: ignore[arg-type]
    notes = [block.note] if block.note else []
    if block.cancelled:
        look += " block--cancelled"
        notes.insert(0, words.cancelled)
    says += [f'<span class="block__note">{escape(note)}</span>' for note in notes]  # type: ignore[misc]
    times = f"{escape(block.times)}{' ·' if block.sub else ''}"
    return (
        f'<li class="{escape(look)}"><p class="block__title">{title}</p><p class="block__sub">'
        f'<span class="block__times">{times}</span> {" ".join(says)}</p></li>'
    )
