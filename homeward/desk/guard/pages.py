"""What the hours page prints."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.attendance.guarding import Choice, ClientGuard, Forecast, guard_of_site
from homeward.attendance.models import MakeUpOffer
from homeward.core import reasons_words
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.charts import Hours
from homeward.core.components import Figure, Tab
from homeward.desk.choosing import Chosen
from homeward.desk.clients.reach import chart_url, openable, short_name_for
from homeward.desk.folded import Folded
from homeward.desk.guard.forms import AnswerForm, OfferForm
from homeward.desk.guard.measured import Measured
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.kernel.records import RecordClass
from homeward.notices.labels import CHANNELS

MOST_SHOWN = 30
MOST_WATCHED = 3


@dataclass(frozen=True, slots=True)
class Place:
    """The places of one day that would fit together, in words, with why."""

    when: str
    names: str
    minutes: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Asked:
    """What was offered to one client and waits for an answer."""

    offer_id: UUID
    days: tuple[tuple[str, str], ...]
    told: str
    yes: AnswerForm
    no: AnswerForm
    back: AnswerForm


@dataclass(frozen=True, slots=True)
class Watched:
    """A day to come on which the client may not come, with the forecast behind it."""

    when: str
    percent: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class GuardRow:
    """One client's week."""

    client_id: UUID
    initials: str
    name: str
    url: str
    hours: Hours
    short: str
    expected: str
    decision: Decision
    places: tuple[Place, ...]
    form: OfferForm | None
    label: str
    asked: Asked | None
    watched: tuple[Watched, ...]
    nothing_fits: bool
    booking_url: str

    @property
    def places_words(self) -> str:
        """The days on offer, said in one line."""
        first, more = self.places[0], len(self.places) - 1
        words = f"{first.when}, {first.minutes}"
        if not more:
            return words
        return ngettext(
            "%(first)s and %(count)d day more", "%(first)s and %(count)d days more", more
        ) % {"first": words, "count": more}

    @property
    def watched_words(self) -> str:
        """How many days are to be watched, and how likely the least likely of them is kept."""
        count = len(self.watched)
        return ngettext(
            "%(count)d day to watch: %(percent)d%% likely to come",
            "%(count)d days to watch: from %(percent)d%% likely to come",
            count,
        ) % {"count": count, "percent": min(each.percent for each in self.watched)}


@dataclass(frozen=True, slots=True)
class GuardPage:
    """All the template prints."""

    title: str
    subline: str
    weeks: tuple[Tab, ...]
    sites: tuple[Tab, ...]
    figures: tuple[Figure, ...]
    tomorrow: tuple[GuardRow, ...]
    tomorrow_words: str
    short: Folded[GuardRow]
    short_more: int
    may_fail: Folded[GuardRow]
    may_offer: bool
    measured: Measured

    @property
    def is_nothing_fitting(self) -> bool:
        """Whether somebody of this week finds no group, which is then said once for all."""
        return any(row.nothing_fits for row in (*self.short.first, *self.short.rest))

    @classmethod
    def of(cls, actor: Actor, chosen: Chosen, now: datetime) -> "GuardPage":
        """Gather one week; what fits is worked out for the rows that are shown."""
        rows = guard_of_site(actor, chosen.site, chosen.program, chosen.starts_on, now)
        tomorrow = chosen.today + timedelta(days=1)
        is_near = chosen.starts_on <= tomorrow < chosen.ends_on
        short = sorted((row for row in rows if row.is_short), key=_most_missing)
        at_risk = [row for row in rows if not row.is_short and row.expected < row.required]
        first = [row for row in short if is_near and _concerns(row, tomorrow)]
        later = [row for row in short if row not in first]
        later.sort(key=lambda row: not row.mending)  # what a press mends, before what needs a talk
        at_risk.sort(key=lambda row: row.expected - row.required)
        shown = _Rows(actor, chosen, [*first, *later[:MOST_SHOWN], *at_risk[:MOST_SHOWN]])
        return cls(
            title=_("Hours"),
            subline=" · ".join((chosen.site.name, chosen.title, _clients(len(rows)))),
            weeks=chosen.weeks,
            sites=chosen.site_tabs,
            figures=_figures(rows, short, at_risk),
            tomorrow=shown.rows_of(first),
            tomorrow_words=date_format(tomorrow, "l j F") if is_near else "",
            short=Folded.of(shown.rows_of(later[:MOST_SHOWN])),
            short_more=max(0, len(later) - MOST_SHOWN),
            may_fail=Folded.of(shown.rows_of(at_risk[:MOST_SHOWN])),
            may_offer=shown.may_offer,
            measured=Measured.of(chosen.site.pk),
        )


class _Rows:
    """The rows that are shown, with what is offered and which charts open; each read once."""

    def __init__(self, actor: Actor, chosen: Chosen, rows: list[ClientGuard]) -> None:
        self.actor, self.zone = actor, ZoneInfo(chosen.site.time_zone)
        self.week = chosen.starts_on.isoformat()
        self.may_offer = may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
        ids = [row.client_id for row in rows]
        self.opens = openable(actor, ids)
        self.offers: dict[UUID, list[Any]] = defaultdict(list)
        found = MakeUpOffer.objects.for_actor(actor, Purpose.TREATMENT).filter(
            client_id__in=ids, answered_at=None, session__on__gte=chosen.starts_on,
            session__on__lt=chosen.ends_on,
        )  # fmt: skip
        for offer in found.select_related("session").order_by("session__starts_at"):
            self.offers[offer.client_id].append(offer)

    def rows_of(self, rows: list[ClientGuard]) -> tuple[GuardRow, ...]:
        """In words."""
        return tuple(self._row(row) for row in rows)

    def _row(self, row: ClientGuard) -> GuardRow:
        client = row.episode.client
        name = short_name_for(self.actor, client)
        offers = self.offers[row.client_id]
        mending = [] if offers or not row.is_short else row.mending
        sessions = " ".join(str(each.session.pk) for each in mending)
        count = len(mending)
        return GuardRow(
            client_id=row.client_id,
            initials=initials_of(client.name) if name == client.short_name else "",
            name=name,
            url=chart_url(row.client_id, self.opens),
            hours=Hours(
                delivered=row.delivered / 60, planned=row.planned / 60,
                required=row.required / 60, name=name,
            ),
            short=" · ".join(
                reasons_words.words_for(line.code, _dated(line.detail))
                for line in row.decision.lines(State.NOT_MET)
            ),
            expected=_("About %(expected)s h of %(required)s h to be expected")
            % {
                "expected": f"{round(row.expected / 60, 1):g}",
                "required": f"{row.required / 60:g}",
            },
            decision=row.decision,
            places=tuple(self._place(day) for day in _by_day(mending, lambda each: each.session)),
            form=OfferForm(
                initial={"sessions": sessions, "week": self.week},
                auto_id=f"offer_{row.client_id}_%s",
            )
            if mending and self.may_offer
            else None,
            label=ngettext("Offer %d place", "Offer %d places", count) % count,
            asked=self._asked(offers) if offers else None,
            watched=()
            if row.is_short
            else tuple(
                self._watched(day) for day in _by_day(row.watched, lambda each: each.held)
            )[:MOST_WATCHED],
            nothing_fits=row.is_short and not offers and not mending,
            booking_url=self._booking_url(row.client_id),
        )  # fmt: skip

    def _booking_url(self, client_id: UUID) -> str:
        """Where one session is booked; empty for who may not."""
        opens = self.may_offer and client_id in self.opens
        return f"{reverse('desk:chart_schedule', args=[client_id])}#book" if opens else ""

    def _place(self, day: list[Choice]) -> Place:
        minutes = sum(each.session.clinical_minutes for each in day)
        return Place(
            self._when([each.session for each in day]),
            _names(each.session for each in day),
            _("%(minutes)s min") % {"minutes": minutes},
            day[0].decision,
        )

    def _watched(self, day: list[Forecast]) -> Watched:
        least = min(day, key=lambda each: each.percent)
        return Watched(self._when([each.held for each in day]), least.percent, least.decision)

    def _asked(self, offers: list[MakeUpOffer]) -> Asked:
        refs = " ".join(f"{offer.pk}:{offer.version}" for offer in offers)

        def form(answer: str) -> AnswerForm:
            initial = {"answer": answer, "week": self.week, "offers": refs}
            return AnswerForm(initial=initial, auto_id=f"{answer}_{offers[0].pk}_%s")

        first = offers[0]
        return Asked(
            first.pk,
            tuple(
                (self._when([each.session for each in day]), _names(each.session for each in day))
                for day in _by_day(offers, lambda each: each.session)
            ),
            _("offered %(when)s, %(how)s")
            % {
                "when": date_format(first.offered_at.astimezone(self.zone), "D H:i"),
                "how": str(CHANNELS.get(first.told_by, "")).lower(),
            },
            form("accepted"),
            form("declined"),
            form("withdrawn"),
        )  # fmt: skip

    def _when(self, sessions: list[Any]) -> str:
        begins = min(each.starts_at for each in sessions).astimezone(self.zone)
        ends = max(each.ends_at for each in sessions).astimezone(self.zone)
        return f"{date_format(begins, 'D j M')} · {begins:%H:%M}–{ends:%H:%M}"


def _by_day(rows: Iterable[Any], session_of: Callable[[Any], Any]) -> list[list[Any]]:
    """What belongs to one day together, in order of time."""
    found: dict[date, list[Any]] = {}
    for row in sorted(rows, key=lambda each: session_of(each).starts_at):
        found.setdefault(session_of(row).on, []).append(row)
    return list(found.values())


def _names(sessions: Iterable[Any]) -> str:
    """The sessions of a day; a track that all of them name stands once in front."""
    names = [str(session.name) for session in sessions]
    track, colon, _rest = names[0].partition(": ")
    if len(names) > 1 and colon and all(name.startswith(track + colon) for name in names):
        return track + colon + ", ".join(name.removeprefix(track + colon) for name in names)
    return ", ".join(names)


def _concerns(row: ClientGuard, tomorrow: date) -> bool:
    """Tomorrow is too short to count, or tomorrow holds a place that helps."""
    if tomorrow.isoformat() in row.decision.extras["thin_days"]:
        return True
    return any(choice.session.on == tomorrow for choice in row.mending)


def _most_missing(row: ClientGuard) -> tuple[int, int, str]:
    return -row.missing, -int(row.decision.extras["missing_days"]), row.episode.client.name


def _dated(detail: Any) -> dict[str, Any]:
    """The details with a day in words."""
    if "day" not in detail:
        return dict(detail)
    return {**detail, "day": date_format(date.fromisoformat(detail["day"]), "l")}


def _clients(count: int) -> str:
    return ngettext("%d client", "%d clients", count) % count


def _figures(
    rows: list[ClientGuard], short: list[ClientGuard], at_risk: list[ClientGuard]
) -> tuple[Figure, ...]:
    required = sum(row.required for row in rows)
    kept = sum(min(row.required, row.delivered + row.planned) for row in rows)
    return (
        Figure(
            _("%(kept)s of %(required)s")
            % {"kept": f"{kept / 60:,.0f}", "required": f"{required / 60:,.0f}"},
            _("required hours delivered or planned"),
        ),
        Figure(str(len(short)), _("weeks that fall short"), "urgent" if short else "done"),
        Figure(
            str(len(at_risk)), _("more that may fall short"), "attention" if at_risk else "neutral"
        ),
    )
