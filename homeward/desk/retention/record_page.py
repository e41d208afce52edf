"""Signals and outreach of one client: everything that was raised, done, tried and told."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act, Moment
from homeward.core.forms import ActionForm
from homeward.desk.chart.frame import ChartFrame
from homeward.desk.retention.outreach_page import rung_moments
from homeward.desk.retention.shown import SignalShown, moment_words, signal_shown, steps_of
from homeward.desk.retention.signals_page import reach_urls
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.progress.models import OutreachAttempt
from homeward.progress.words import CHANNELS, TRIES
from homeward.retention.models import OutreachRung, RiskSignal
from homeward.retention.queries import signals_of, told_of
from homeward.retention.reaching import may_answer
from homeward.retention.words import LOSSES

MOST = 40


@dataclass(frozen=True, slots=True)
class ToldShown:
    """Something told that stands, with the way to take it back."""

    fact: str
    sub: str
    url: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class Closed:
    """A signal that is over, with its steps."""

    title: str
    why: str
    tag: str
    tone: str
    steps: tuple[Moment, ...]
    url: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The whole page."""

    open: tuple[SignalShown, ...]
    closed: tuple[Closed, ...]
    told: tuple[ToldShown, ...]
    rungs: tuple[Moment, ...]
    tries: tuple[Moment, ...]
    reach: Act | None
    may_answer: bool
    may_tell: bool
    sees_signals: bool

    @classmethod
    def of(cls, actor: Actor, frame: ChartFrame, now: datetime) -> "RecordPage":
        """As far as this reader may see: outreach by the schedule, signals by their facts."""
        client = frame.client
        sees = reaches(actor, client, RecordClass.ASSESSMENT)
        rows = signals_of(actor, client) if sees else []
        reach = reach_urls(actor, now).get(client.pk, "")
        may_tell = frame.episode is not None and reaches(
            actor, client, RecordClass.ASSESSMENT, Access.WRITE
        )
        return cls(
            open=tuple(
                signal_shown(actor, row, now, reach) for row in rows if row.closed_at is None
            ),
            closed=tuple(_closed(actor, row, now) for row in rows if row.closed_at is not None),
            told=tuple(_told(actor, client, may_tell)) if sees else (),
            rungs=rung_moments(_rungs(actor, client)),
            tries=_tries(actor, client),
            reach=Act(_("Go on reaching out"), reach, "primary") if reach else None,
            may_answer=may_answer(actor),
            may_tell=may_tell,
            sees_signals=sees,
        )


def _closed(actor: Actor, row: RiskSignal, now: datetime) -> Closed:
    shown = signal_shown(actor, row, now)
    return Closed(shown.title, shown.why, shown.state, shown.tone, steps_of(row), shown.url)


def _told(actor: Actor, client: Client, may_tell: bool) -> list[ToldShown]:
    changes, dates = told_of(actor, client)
    made = [
        ToldShown(
            f"{LOSSES[row.kind]}, {date_format(row.on, 'j F Y')}",
            " · ".join(filter(None, (row.told_to.name, row.note))),
            _back_url(client, row) if may_tell else "",
            ActionForm(version=row.version),
        )
        for row in changes
    ]
    for row in dates:
        day = f"{row.day} {_month(row)}" + (f" {row.year}" if row.year else "")
        often = "" if row.year else _("every year")
        made.append(
            ToldShown(
                row.what,
                " · ".join(filter(None, (day, often, row.said_to.name if row.said_to else ""))),
                _back_url(client, row) if may_tell else "",
                ActionForm(version=row.version),
            )
        )
    return made


def _month(row: Any) -> str:
    return date_format(date(2000, row.month, 1), "F")


def _back_url(client: Client, row: Any) -> str:
    return reverse("desk:told_back", args=[client.pk, row.pk])


def _rungs(actor: Actor, client: Client) -> list[OutreachRung]:
    rows = OutreachRung.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    rows = rows.select_related("owner", "closed_by", "attempt")
    return list(rows.order_by("-opened_at", "pk")[:MOST])


def _tries(actor: Actor, client: Client) -> tuple[Moment, ...]:
    """Tries that belong to no rung: written down elsewhere, or before rungs were kept."""
    rows = OutreachAttempt.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    taken = OutreachRung.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, attempt__isnull=False
    )
    rows = rows.exclude(pk__in=taken.values("attempt_id")).select_related("by")
    return tuple(
        Moment(
            moment_words(row.at),
            f"{CHANNELS.get(row.channel, row.channel)}: {TRIES.get(row.outcome, row.outcome)}",
            row.by.name,
            row.note,
        )
        for row in rows.order_by("-at", "pk")[:MOST]
    )
