"""The day as a list and the week as a board."""

from typing import NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from homeward.core.components import DayEntry, WeekBlock, WeekBoard, WeekPart

register = template.Library()

# Where each lane ends among the twelve columns of a day, by how many lanes there are.
ENDS = ((), (13,), (7, 13), (5, 9, 13), (4, 7, 10, 13), (3, 6, 8, 11, 13), (3, 5, 7, 9, 11, 13))


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
    if block.reach > 1 and block.lanes <= len(ENDS) - 1:
        look += f" to-{ENDS[block.lanes][block.lane + block.reach - 2]}"
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
    parts = "".join(_part(part, words) for part in block.parts)
    listed = f'<ul class="block__parts">{parts}</ul>' if parts else ""
    return (
        f'<li class="{escape(look)}"><div class="block__words"><p class="block__title">{title}</p>'
        f'<p class="block__sub"><span class="block__times">{times}</span> {" ".join(says)}</p>'
        f"{listed}</div></li>"
    )


def _part(part: WeekPart, words: _Words) -> str:
    """One of the sessions that share a block: the link shows its label and is read by its name."""
    look = f"block__part phase-{escape(part.phase)}"
    seats: str = escape(part.seats)
    if part.full:
        look += " block__part--full"
        seats += f' <span class="visually-hidden">({escape(words.full)})</span>'
    return (
        f'<li class="{look}"><a href="{escape(part.url)}" aria-label="{escape(part.name)}">'
        f'{escape(part.label)}</a> <span class="block__seats">{seats}</span>'
        f'<span class="block__where">{escape(part.more)}</span></li>'
    )
