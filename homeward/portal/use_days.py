"""The client's own calendar of use and non-use: what they said, and the days nobody spoke of."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.components import Act
from homeward.dayplans import queries, words
from homeward.dayplans.forms import ToldDayForm
from homeward.dayplans.rules.use_calendar import CalendarDay, State, Tally, tally_of
from homeward.portal.own import Own

WORDS = {
    State.USED: (gettext_lazy("use"), "attention"),
    State.NOT_USED: (gettext_lazy("no use"), "done"),
    State.UNKNOWN: (gettext_lazy("not known"), "neutral"),
}
MONTHS_BACK = 12


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the month; a day to come says nothing."""

    number: int
    date: str
    word: str
    tone: str
    sign: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class UsePage:
    """One month in weeks, its count, and a form to tell of a day."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[DayCell | None, ...], ...]
    tally: Tally
    notes: tuple[str, ...]
    before: Act | None
    after: Act | None
    form: ToldDayForm

    @classmethod
    def of(cls, own: Own, month: date, form: ToldDayForm | None = None) -> "UsePage":
        """`month` is its first day, at most a year back; `form` is a day that was refused."""
        last = month.replace(day=monthrange(month.year, month.month)[1])
        until = min(last, own.today)
        days = queries.use_calendar_of(own.actor, own.client, month, until)
        cells: list[DayCell | None] = [None] * month.weekday()
        cells += [_cell(each) for each in days]
        cells += [DayCell(number, "", "", "", "") for number in range(until.day + 1, last.day + 1)]
        cells += [None] * (-len(cells) % 7)
        return cls(
            date_format(month, "F Y"),
            tuple(str(each) for each in words.WEEKDAYS),
            tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
            tally_of(days),
            tuple(note for each in days if (note := _unsure(each))),
            _other(own, month - timedelta(days=1)),
            _other(own, last + timedelta(days=1)),
            form or ToldDayForm(initial={"on": own.today.isoformat()}),
        )


def first_of(month: str, today: date) -> date:
    """The first day of a month written as 2026-11; ValueError for one that is out of reach."""
    first = date.fromisoformat(f"{month}-01") if month else today.replace(day=1)
    if not _is_within(first, today):
        raise ValueError(month)
    return first


def _is_within(first: date, today: date) -> bool:
    months = (today.year - first.year) * 12 + today.month - first.month
    return 0 <= months <= MONTHS_BACK


def _other(own: Own, day: date) -> Act | None:
    first = day.replace(day=1)
    if not _is_within(first, own.today):
        return None
    url = f"{reverse('portal:use_days')}?month={first:%Y-%m}"
    return Act(date_format(first, "F Y"), url)


def _cell(day: CalendarDay) -> DayCell:
    word, tone = WORDS[day.state]
    sign = {State.USED: "●", State.NOT_USED: "○", State.UNKNOWN: "?"}[day.state]
    if day.is_away:
        is_said = day.state is not State.UNKNOWN
        sign = sign if is_said else "–"
        word = _("%(word)s, away") % {"word": word} if is_said else _("away")
    return DayCell(day.on.day, date_format(day.on, "l j F"), str(word), tone, sign)


def _unsure(day: CalendarDay) -> str:
    """Where use was told for several days at once, without saying which."""
    if day.since is None:
        return ""
    return _(
        "On %(day)s you said there was use since %(since)s. If you know which days, say so below."
    ) % {"day": date_format(day.on, "j F"), "since": date_format(day.since, "j F")}
