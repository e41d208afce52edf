"""What the whole-episode picture shows: one client's weeks, as plain facts."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.charts.hours import in_hours
from homeward.core.components.tables import Cell, Column, Row, Table

WEEK = 7  # days
LEAST_WEEKS = 8  # a first week still shows where it leads


@dataclass(frozen=True)
class PhaseSpan:
    """A phase from its first day to the day after its last; planned ones are drawn pale."""

    phase: str
    label: str
    starts_on: date
    ends_on: date
    planned: bool = False


@dataclass(frozen=True)
class WeekHours:
    """Hours of one week: delivered, still planned, required."""

    starts_on: date
    delivered: float
    required: float = 0
    planned: float = 0
    url: str = ""


@dataclass(frozen=True)
class ScoreMark:
    """One score of the risk series."""

    on: date
    value: float
    url: str = ""


@dataclass(frozen=True)
class TestMark:
    """One drug test.

    ``result``: negative, positive, presumptive, missed, refused, excused, invalid or pending;
    ``words`` say it as the page would.
    """

    __test__ = False

    on: date
    result: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class EpisodeEvent:
    """Something that happened, or will, on a day."""

    on: date
    label: str
    url: str = ""


@dataclass(frozen=True)
class EpisodePicture:
    """One episode from its first day; ``ends_on`` is the last day drawn, planned or real."""

    starts_on: date
    ends_on: date
    today: date
    phases: tuple[PhaseSpan, ...] = ()
    hours: tuple[WeekHours, ...] = ()
    scores: tuple[ScoreMark, ...] = ()
    score_label: str = ""
    score_scale: tuple[float, float] = (0, 24)
    score_band: tuple[float, float] | None = None
    score_note: str = ""
    tests: tuple[TestMark, ...] = ()
    events: tuple[EpisodeEvent, ...] = ()
    key: str = "episode"

    @property
    def weeks(self) -> int:
        """How many weeks the picture is wide."""
        last = max(self.ends_on, self.today)
        return max(LEAST_WEEKS, (last - self.starts_on).days // WEEK + 1)

    @property
    def words(self) -> str:
        """What the picture says, in one breath."""
        week = (self.today - self.starts_on).days // WEEK + 1
        full = sum(1 for each in self.hours if each.required and each.delivered >= each.required)
        past = sum(1 for each in self.hours if each.starts_on <= self.today)
        positive = sum(1 for each in self.tests if each.result == "positive")
        facts = [
            _("Week %(week)s of %(weeks)s.") % {"week": week, "weeks": self.weeks},
            ngettext(
                "%(full)s of %(past)s week at the required hours.",
                "%(full)s of %(past)s weeks at the required hours.",
                past,
            )
            % {"full": full, "past": past},
            ngettext("%(n)s test", "%(n)s tests", len(self.tests)) % {"n": len(self.tests)}
            + ", "
            + _("%(n)s tested positive.") % {"n": positive},
        ]
        now = [each.label for each in self.phases if each.starts_on <= self.today < each.ends_on]
        if now:
            facts.insert(1, _("Phase: %(phase)s.") % {"phase": now[0]})
        return " ".join(facts)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The same facts as tables, for reading, copying and printing."""
        return tuple(table for table in (self._weeks(), *self._marks()) if table.rows)

    def phase_on(self, day: date) -> str:
        """The label of the phase that holds on a day."""
        return next(
            (each.label for each in self.phases if each.starts_on <= day < each.ends_on), ""
        )

    def _weeks(self) -> Table:
        return Table(
            caption=_("Hours by week"),
            caption_hidden=False,
            columns=(
                Column(_("Week")),
                Column(_("Phase")),
                Column(_("Delivered"), numeric=True),
                Column(_("Still planned"), numeric=True),
                Column(_("Required"), numeric=True),
            ),
            rows=tuple(
                Row(
                    (
                        Cell(
                            _("Week %(n)s") % {"n": nth},
                            url=each.url,
                            sub=on_day(each.starts_on),
                        ),
                        Cell(self.phase_on(max(each.starts_on, self.starts_on))),
                        Cell(in_hours(each.delivered)),
                        Cell(in_hours(each.planned)),
                        Cell(in_hours(each.required)),
                    )
                )
                for nth, each in enumerate(self.hours, 1)
            ),
        )

    def _marks(self) -> tuple[Table, ...]:
        def listed(caption: str, heading: str, rows: list[tuple[date, str, str]]) -> Table:
            return Table(
                caption=caption,
                caption_hidden=False,
                columns=(Column(_("Day")), Column(heading)),
                rows=tuple(
                    Row((Cell(on_day(day)), Cell(text, url=url))) for day, text, url in rows
                ),
            )

        scores = [(each.on, number_words(each.value), each.url) for each in self.scores]
        tests = [(each.on, each.words, each.url) for each in self.tests]
        events = [(each.on, each.label, each.url) for each in self.events]
        return (
            listed(self.score_label or _("Scores"), _("Score"), scores),
            listed(_("Tests"), _("Result"), tests),
            listed(_("Events"), _("What happened"), events),
        )


def on_day(day: date) -> str:
    """A date with its weekday, by locale: Tue 24 Nov 2026."""
    return date_format(day, "D j M Y")


def number_words(value: float) -> str:
    """A score without a needless decimal."""
    return in_hours(value)
