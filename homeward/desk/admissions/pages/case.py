"""One person on the way in: what was told, what is done, and the next right thing."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import queries
from homeward.admissions.models import Inquiry
from homeward.admissions.prioritising import priority_now
from homeward.admissions.readiness import readiness
from homeward.admissions.rules.pipeline import is_ended
from homeward.admissions.words import PRIORITIES, STATES
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment
from homeward.desk.admissions.pages.admitting import in_words
from homeward.desk.admissions.pages.gates import HoldCard
from homeward.desk.admissions.pages.part import Part
from homeward.desk.admissions.pages.parts import parts
from homeward.desk.admissions.pages.pipeline import limits_of
from homeward.desk.admissions.pages.told import call_words, danger, history, told, week
from homeward.desk.admissions.times import waited, when
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Case:
    """All the page of one inquiry prints."""

    inquiry: Inquiry
    client: Client | None
    name: str
    initials: str
    meta: str
    subline: str
    state: str
    is_over: bool
    danger: str
    may_call: bool
    is_first_call: bool
    call_words: str
    parts: tuple[Part, ...]
    told: tuple[Fact, ...]
    priority: Decision
    priority_words: str
    admission: Decision | None
    history: tuple[Moment, ...]
    closing: Act | None
    holds: tuple[HoldCard, ...]
    week: tuple[Fact, ...]

    @classmethod
    def of(cls, actor: Actor, inquiry: Inquiry, now: datetime) -> "Case":
        """One inquiry within reach; parts of the record only where the record is within reach."""
        client = _client(actor, inquiry)
        priority = priority_now(inquiry, now)
        over = is_ended(inquiry.state)
        name = (client.name if client else "") or inquiry.person_name or inquiry.caller_name
        admission = readiness(client, inquiry.program, now) if client and not over else None
        writes = may(actor.roles, RecordClass.INQUIRIES, Access.WRITE) and not over
        return cls(
            inquiry=inquiry,
            client=client,
            name=name,
            initials=initials_of(name),
            meta=" · ".join(filter(None, (inquiry.number, client.chart_number if client else ""))),
            subline=_("First call %(when)s") % {"when": when(inquiry.first_request_at)}
            if over
            else _("First call %(when)s · waiting %(time)s")
            % {
                "when": when(inquiry.first_request_at),
                "time": waited(inquiry.first_request_at, now),
            },
            state=str(STATES.get(inquiry.state, inquiry.state)),
            is_over=over,
            danger=danger(inquiry),
            may_call=writes and inquiry.may_call_back is not False,
            is_first_call=inquiry.state == Inquiry.State.INQUIRY,
            call_words=call_words(inquiry),
            parts=tuple(parts(actor, inquiry, client, admission, writes)),
            told=tuple(told(inquiry)),
            priority=priority,
            priority_words=" · ".join((str(PRIORITIES[priority.outcome]), *limits_of(priority))),
            admission=in_words(admission) if admission else None,
            history=tuple(history(actor, inquiry)),
            closing=Act(
                _("End this inquiry"), reverse("desk:admissions_closing", args=[inquiry.pk])
            )
            if writes
            else None,
            holds=tuple(
                HoldCard.of(actor, hold)
                for hold in (queries.holds_of_client(actor, client) if client else ())
            ),
            week=tuple(week(actor, inquiry)),
        )


def _client(actor: Actor, inquiry: Inquiry) -> Client | None:
    if inquiry.client_id is None:
        return None
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.filter(pk=inquiry.client_id).first()  # type: ignore[no-any-return]
