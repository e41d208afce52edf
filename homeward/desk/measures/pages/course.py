"""The course of one questionnaire over time: the change that counts, a picture, a table."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.desk.measures.pages.scores import short_title
from homeward.instruments.library import instrument
from homeward.instruments.models import Response
from homeward.instruments.queries import course_of
from homeward.instruments.rules.change import THRESHOLDS, Direction, change_between
from homeward.instruments.rules.instrument import Number, Score
from homeward.instruments.score_lines import score_name
from homeward.instruments.words import BANDS
from homeward.kernel.reasons import Decision
from homeward.people.models import Client

# Right of the last mark stand the names of the bands.
WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 640.0, 180.0, 34.0, 150.0, 12.0, 26.0
# The score that stands for the whole: its total where there is one, else what is watched weekly.
LEADING = ("total", "risk", "ideation_level", "symptom_severity", "t_physical")
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """One answered score in the picture; `label` is what its title reads."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Stripe:
    """A band of the score behind the line."""

    y: float
    height: float
    words: str
    is_upper: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A word at an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """One score over time. A time without a score leaves a gap, never a nought."""

    name: str
    title: str
    about: str
    change: str
    change_tone: str
    decision: Decision | None
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]
    stripes: tuple[Stripe, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    table: Table

    @classmethod
    def of(cls, actor: Actor, client: Client, instrument_id: str) -> "Course | None":
        """The course of the leading score; None before there are two times."""
        rows = course_of(actor, client, instrument_id)
        key = leading_score(instrument_id)
        if key is None or len(rows) < 2:
            return None
        return cls.drawn(instrument_id, key, rows)

    @classmethod
    def drawn(cls, instrument_id: str, key: Score, rows: list[Response]) -> "Course":
        """The picture from finished answers, oldest first."""
        points = [(row.answered_at, _value(row, key.id)) for row in rows]
        plot = _Plot(points[0][0], points[-1][0], float(key.low), float(key.high))
        decision = change_of(instrument_id, key.id, rows[-2], rows[-1])
        name = f"{short_title(instrument_id)} · {score_name(key.id)}"
        known = [(at, value) for at, value in points if value is not None]
        return cls(
            name=name,
            title=_("%(name)s over time") % {"name": name},
            about=_("%(times)s times from %(first)s to %(last)s: %(values)s.")
            % {
                "times": len(points),
                "first": _day(points[0][0]),
                "last": _day(points[-1][0]),
                "values": ", ".join(
                    _("not complete") if value is None else _number(value) for _at, value in points
                ),
            },
            change=change_words(decision),
            change_tone=TONES.get(decision.outcome, "neutral"),
            decision=decision,
            lines=tuple(plot.lines(points)),
            marks=tuple(
                Mark(plot.x(at), plot.y(value), f"{_day(at)}: {_number(value)}")
                for at, value in known
            ),
            stripes=tuple(plot.stripes(key)),
            across=tuple(Tick(plot.x(at), _day(at)) for at, _value_ in _spread(points)),
            up=(
                Tick(plot.y(float(key.low)), _number(key.low)),
                Tick(plot.y(float(key.high)), _number(key.high)),
            ),
            table=_table(name, key, rows),
        )


TONES = {
    Direction.IMPROVED.value: "done",
    Direction.WORSENED.value: "attention",
}


def leading_score(instrument_id: str) -> Score | None:
    """The score whose course is shown; None for a form that has no number to follow."""
    scores = {score.id: score for score in instrument(instrument_id).scores}
    for name in LEADING:
        if name in scores:
            return scores[name]
    return next(iter(scores.values()), None)


def change_of(instrument_id: str, score_id: str, before: Response, after: Response) -> Decision:
    """What the difference of two finished answers amounts to."""
    return change_between(
        _value(before, score_id), _value(after, score_id), THRESHOLDS.get((instrument_id, score_id))
    )


def change_words(decision: Decision) -> str:
    """ "improved by 6, more than the 5 that counts", "no real change"."""
    by, counts = decision.extras.get("by"), decision.extras.get("counts_from")
    said = {"by": _number(by) if by is not None else "", "counts": counts}
    if decision.outcome == Direction.UNKNOWN:
        return _("no comparison: one of the last two is not complete")
    if decision.outcome == Direction.NO_THRESHOLD:
        return _("differs by %(by)s; no published size of change counts here") % said
    if decision.outcome == Direction.NO_REAL_CHANGE:
        return _("no real change (by %(by)s; %(counts)s would count)") % said
    if by == counts:
        if decision.outcome == Direction.IMPROVED:
            return _("improved by %(by)s, which is what counts") % said
        return _("worse by %(by)s, which is what counts") % said
    if decision.outcome == Direction.IMPROVED:
        return _("improved by %(by)s, more than the %(counts)s that counts") % said
    return _("worse by %(by)s, more than the %(counts)s that counts") % said


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where instants and values lie in the picture."""

    first: datetime
    last: datetime
    low: float
    high: float

    def x(self, at: datetime) -> float:
        whole = (self.last - self.first).total_seconds() or 1.0
        share = (at - self.first).total_seconds() / whole
        return round(LEFT + 14 + share * (WIDE - LEFT - RIGHT - 14), 1)

    def y(self, value: Number) -> float:
        share = (float(value) - self.low) / ((self.high - self.low) or 1.0)
        return round(HIGH - BOTTOM - share * (HIGH - TOP - BOTTOM), 1)

    def lines(self, points: list[tuple[datetime, Number | None]]) -> list[str]:
        """Stretches of neighbouring scores; a time without one ends a stretch."""
        found: list[list[str]] = [[]]
        for at, value in points:
            if value is None:
                found.append([])
            else:
                found[-1].append(f"{self.x(at)},{self.y(value)}")
        return [" ".join(part) for part in found if len(part) > 1]

    def stripes(self, key: Score) -> list[Stripe]:
        """The bands from the bottom up, every second one shaded; bands by a parameter are not."""
        found = []
        for place, band in enumerate(key.bands):
            top = self.high if place + 1 == len(key.bands) else float(key.bands[place + 1].low)
            upper, lower = self.y(min(top, self.high)), self.y(band.low)
            found.append(
                Stripe(
                    upper,
                    round(lower - upper, 1),
                    str(BANDS.get(band.code, band.label)),
                    place % 2 == 1,
                )
            )
        return found


def _table(name: str, key: Score, rows: list[Response]) -> Table:
    return Table(
        caption=name,
        columns=(Column(_("Answered")), Column(_("Score"), numeric=True), Column(_("Means"))),
        rows=tuple(
            Row(
                (
                    Cell(_day(row.answered_at)),
                    Cell(_number(value) if value is not None else "–"),
                    Cell(
                        _("not complete")
                        if value is None
                        else str(BANDS.get(row.scores[key.id]["band"] or "", ""))
                    ),
                )
            )
            for row in reversed(rows)
            for value in (_value(row, key.id),)
        ),
    )


def _spread(points: list[tuple[datetime, Number | None]]) -> list[tuple[datetime, Number | None]]:
    """At most a handful of the times, the last one among them."""
    step = max(1, -(-len(points) // MOST_LABELS))
    return points[::-1][::step][::-1]


def _value(row: Response, score_id: str) -> Number | None:
    found: Number | None = row.scores.get(score_id, {}).get("value")
    return found


def _day(at: datetime) -> str:
    return date_format(timezone.localtime(at), "j M y")


def _number(value: Number) -> str:
    return f"{value:g}"
