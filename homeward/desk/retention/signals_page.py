"""Clients with open signals: what is due first at the top, one press to the next step."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.site_programs import program_of_site
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.core.routes import policy_of
from homeward.desk.clients.reach import chart_url, initials_for, openable, short_name_for
from homeward.desk.folded import Folded
from homeward.desk.retention.measured import MeasuredShown, RuleShown, rules_shown
from homeward.desk.retention.shown import SignalShown, signal_shown
from homeward.program.queries import numbers_for
from homeward.progress.outreach import open_outreach
from homeward.retention.models import RiskSignal
from homeward.retention.queries import open_signals
from homeward.retention.reaching import may_answer
from homeward.staff.models import Worker

MINE, ALL = "mine", ""


@dataclass(frozen=True, slots=True)
class Person:
    """One client with their open signals, the first due at the top."""

    initials: str
    name: str
    url: str
    history_url: str
    signals: tuple[SignalShown, ...]


@dataclass(frozen=True, slots=True)
class SignalsPage:
    """The whole page."""

    subline: str
    filters: tuple[Tab, ...]
    people: Folded[Person]
    may_answer: bool
    measured: MeasuredShown | None
    rules: tuple[RuleShown, ...]

    @classmethod
    def of(cls, actor: Actor, show: str, now: datetime) -> "SignalsPage":
        """Everybody within reach, or only what this worker owns."""
        rows = open_signals(actor)
        mine = [row for row in rows if row.owner_id == actor.worker_id]
        people = _people(actor, mine if show == MINE else rows, now)
        here = reverse("desk:signals")
        count = len({row.client_id for row in rows})
        at = Worker.objects.filter(pk=actor.worker_id).values_list("site_id", flat=True)
        program = program_of_site(at.first())
        numbers = numbers_for(program, clock.today()) if program else {}
        return cls(
            subline=_subline(count, len(mine)),
            filters=(
                Tab(_("Everybody in your reach"), here, show != MINE, count),
                Tab(
                    _("Yours"), f"{here}?show={MINE}", show == MINE,
                    len({row.client_id for row in mine}),
                ),
            ),
            people=Folded.of(people),
            may_answer=may_answer(actor),
            measured=MeasuredShown.of(numbers),
            rules=rules_shown(numbers) if numbers else (),
        )  # fmt: skip


def _subline(count: int, mine: int) -> str:
    people = ngettext(
        "%(count)s person with open signals", "%(count)s people with open signals", count
    ) % {"count": count}
    yours = ngettext("%(count)s signal is yours", "%(count)s signals are yours", mine)
    return f"{people} · {yours % {'count': mine}}"


def _people(actor: Actor, rows: list[RiskSignal], now: datetime) -> tuple[Person, ...]:
    by_client: dict[UUID, list[RiskSignal]] = {}
    for row in rows:
        by_client.setdefault(row.client_id, []).append(row)
    reach = reach_urls(actor, now) if rows else {}
    opens = openable(actor, by_client)
    # What this reader owns stands before what others own; within both the first due comes first.
    mine = {row.client_id for row in rows if row.owner_id == actor.worker_id}
    order = sorted(by_client, key=lambda client_id: client_id not in mine)
    return tuple(
        _person(actor, client_id, by_client[client_id], chart_url(client_id, opens), reach, now)
        for client_id in order
    )


def _person(
    actor: Actor, client_id: UUID, rows: list[RiskSignal], url: str, reach: dict[UUID, str],
    now: datetime,
) -> Person:  # fmt: skip
    client: Any = rows[0].client
    return Person(
        initials=initials_for(actor, client),
        name=short_name_for(actor, client),
        url=url,
        history_url=reverse("desk:chart_signals", args=[client_id]),
        signals=tuple(signal_shown(actor, row, now, reach.get(client_id, "")) for row in rows),
    )


def reach_urls(actor: Actor, now: datetime) -> dict[UUID, str]:
    """Where outreach goes on for each client who did not come and was not reached."""
    if not policy_of("desk:outreach").allows(actor, "GET"):
        return {}
    return {
        item.mark.client_id: reverse("desk:outreach", args=[item.mark.pk])
        for item in open_outreach(actor, now)
    }
