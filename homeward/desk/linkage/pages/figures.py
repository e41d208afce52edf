"""The figures in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from homeward.core.components import Cell, Column, Figure, Row, Table
from homeward.linkage import words
from homeward.linkage.figures import Figures
from homeward.linkage.rules.figures import Line


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The table by kind of need, the transfers, and the queries word for word."""

    first: str
    last: str
    subline: str
    table: Table
    transfers: tuple[Figure, ...]
    queries: tuple[str, ...]
    is_whole_house: bool

    @classmethod
    def of(cls, found: Figures, first: date, last: date) -> "FiguresPage":
        """Of the days from one to another."""
        moved = found.transfers
        return cls(
            first=first.isoformat(),
            last=last.isoformat(),
            subline=_("sent from %(first)s to %(last)s")
            % {"first": first.isoformat(), "last": last.isoformat()},
            table=_table(found.lines),
            transfers=(
                Figure(f"{moved.in_time} / {moved.all}", _("first visit kept in its days")),
                Figure(str(moved.late), _("kept later")),
                Figure(str(moved.open), _("still on the way")),
            ),
            queries=found.queries,
            is_whole_house=found.is_whole_house,
        )


def _table(lines: tuple[Line, ...]) -> Table:
    columns = (
        Column(_("Need")),
        Column(_("Sent"), numeric=True),
        Column(_("Closed, outcome known"), numeric=True),
        Column(_("Got the help"), numeric=True),
        Column(_("Days to it, median"), numeric=True),
    )
    return Table(
        _("Referrals for needs"),
        columns,
        tuple(_row(line) for line in lines if line.sent),
        empty=_("Nobody was sent anywhere in these days."),
    )


def _row(line: Line) -> Row:
    name = words.said(words.NEEDS, line.kind) if line.kind else _("All")
    days = f"{line.median_days:g}" if line.median_days is not None else "–"
    return Row(
        (
            Cell(name),
            Cell(str(line.sent)),
            Cell(_share(line.ended, line.share_ended)),
            Cell(_share(line.got_help, line.share_helped)),
            Cell(days),
        ),
        current=not line.kind,
    )


def _share(count: int, share: int | None) -> str:
    return f"{count} · {share} %" if share is not None else str(count)
