"""One client's page of daily life."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act
from homeward.desk.linkage.pages.lines import Line, day, mark_followed, tone_at, visit_line
from homeward.desk.linkage.pages.parts import (
    meeting_lines,
    session_lines,
    stay_lines,
    transfer_line,
    work_lines,
)
from homeward.desk.referrals.pages import left
from homeward.kernel.records import RecordClass
from homeward.linkage import queries, words
from homeward.linkage.models import Need, NeedReferral
from homeward.people.models import Client

STATE_TONES = {"met": "done", "dropped": "neutral"}


@dataclass(frozen=True, slots=True)
class ClientPage:
    """Everything the tab prints; without the right to write there is nothing to press."""

    acts: tuple[Act, ...]
    more: tuple[Act, ...]
    needs: tuple[Line, ...]
    referrals: tuple[Line, ...]
    ended: tuple[Line, ...]
    visits: tuple[Line, ...]
    transfers: tuple[Line, ...]
    stays: tuple[Line, ...]
    work: tuple[Line, ...]
    sessions: tuple[Line, ...]
    meetings: tuple[Line, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, episode: Any, now: datetime) -> "ClientPage":
        """The page for whoever may read it; the number of reads does not grow with the rows."""
        writes = may(actor.roles, RecordClass.LINKAGE, Access.WRITE)
        zone = client.site.time_zone
        referrals = [_referral(row, now) for row in queries.referrals_of(actor, client.pk)]
        visits = mark_followed(queries.appointments_of(actor, client.pk))
        return cls(
            acts=tuple(_acts(client)) if writes else (),
            more=tuple(_more(client)) if writes else (),
            needs=tuple(_need(row, now) for row in queries.needs_of(actor, client.pk)),
            referrals=tuple(line for is_open, line in referrals if is_open),
            ended=tuple(line for is_open, line in referrals if not is_open),
            visits=tuple(visit_line(row, zone, may_write=writes, now=now) for row in visits),
            transfers=tuple(
                transfer_line(row, now) for row in queries.transfers_of(actor, client.pk)
            ),
            stays=tuple(stay_lines(actor, client, now, may_write=writes)),
            work=tuple(work_lines(actor, client, now, may_write=writes)),
            sessions=tuple(session_lines(actor, episode)),
            meetings=tuple(meeting_lines(actor, client)),
        )


def _matter(client: Client, matter: str) -> str:
    return reverse("desk:support_write", args=[client.pk, matter])


def _acts(client: Client) -> list[Act]:
    return [
        Act(_("Write down a need"), _matter(client, "need"), "primary"),
        Act(_("Open a transfer"), _matter(client, "transfer")),
    ]


def _more(client: Client) -> list[Act]:
    return [
        Act(_("Book an appointment elsewhere"), _matter(client, "visit")),
        Act(_("Work or school"), _matter(client, "work")),
        Act(_("A recovery residence"), _matter(client, "stay")),
    ]


def _need(row: Need, now: datetime) -> Line:
    sub = [words.said(words.WANTS, row.wants), words.said(words.SEVERITIES, row.severity)]
    if row.state != Need.State.OPEN:
        tag, tone = words.said(words.EVENTS, row.state), STATE_TONES[row.state]
        sub = [day(local_day(row.ended_at)) if row.ended_at else ""]
    elif row.answer_due_at is not None:
        tag, tone = left(row.answer_due_at, now), tone_at(row.answer_due_at, now)
    else:
        tag, tone = _("open"), "neutral"
    if row.owner and row.state == Need.State.OPEN:
        sub.append(row.owner.name)
    return Line(
        words.said(words.NEEDS, row.kind),
        " · ".join(filter(None, sub)),
        tag,
        tone,
        reverse("desk:need", args=[row.pk]),
    )


def _referral(row: NeedReferral, now: datetime) -> tuple[bool, Line]:
    url = reverse("desk:need_referral", args=[row.pk])
    what = f"{words.said(words.NEEDS, row.need.kind)}: {row.service.name}"
    if row.ended_at is not None:
        tone = "done" if row.kept_on else "neutral"
        sub = day(row.kept_on) or day(local_day(row.ended_at))
        return False, Line(what, sub, words.said(words.REFERRAL_OUTCOMES, row.outcome), tone, url)
    sub = " · ".join((words.said(words.REFERRAL_STATES, row.state), row.owner.name))
    return True, Line(what, sub, left(row.due_at, now), tone_at(row.due_at, now), url)
