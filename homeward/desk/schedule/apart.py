"""Who is kept apart from this client: set and ended in the chart, never named anywhere else."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.conduct.asking import held_pairs, whom_to_ask
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.desk.schedule.forms import ApartEndForm, ApartForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.timetable.models import GroupMembership, KeptApart
from homeward.timetable.seating import every, standing_on

READS_REASONS = (Role.DIRECTOR, Role.SUPERVISOR)


@dataclass(frozen=True, slots=True)
class Pair:
    """One other person, by name only where their record is within reach."""

    pair_id: UUID
    name: str
    since: str
    reason: str
    shared: str
    form: ApartEndForm


@dataclass(frozen=True, slots=True)
class Apart:
    """The card of the Schedule tab."""

    pairs: tuple[Pair, ...]
    form: ApartForm
    ask: tuple[str, ...] = ()

    @classmethod
    def of(cls, actor: Actor, client: Client, today: date, typed: ApartForm | None) -> "Apart":
        """Every restriction that holds or is to come.

        Those of the conduct room show here as whom to ask; that room knows and ends them.
        """
        held = held_pairs(client.pk)
        pairs = every(KeptApart).filter(standing_on(today)).exclude(pk__in=held)
        rows = pairs.filter(Q(client_id=client.pk) | Q(other_id=client.pk)).select_related("by")
        return cls(
            pairs=tuple(_pair(actor, client, row, today) for row in rows.order_by("starts_on")),
            form=typed or ApartForm(initial={"starts_on": today}, auto_id="apart_%s"),
            ask=whom_to_ask(client.pk, today),
        )


def may_keep_apart(actor: Actor, client: Client) -> bool:
    """Who knows the client's care and writes their schedule; the desks only obey."""
    return reaches(actor, client, RecordClass.ASSESSMENT) and reaches(
        actor, client, RecordClass.SCHEDULE, Access.WRITE
    )


def other_within_reach(actor: Actor, chart_number: str) -> Client | None:
    """The person of a chart number whose schedule the actor may write."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    other = rows.filter(chart_number__iexact=chart_number.strip()).first()
    if other is None or not reaches(actor, other, RecordClass.SCHEDULE, Access.WRITE):
        return None
    return other  # type: ignore[no-any-return]


def _pair(actor: Actor, client: Client, row: Any, today: date) -> Pair:
    other_id = row.other_id if row.client_id == client.pk else row.client_id
    known = Client.objects.for_actor(actor, Purpose.TREATMENT).filter(pk=other_id).first()
    name = (
        _("%(name)s, %(chart)s") % {"name": known.short_name, "chart": known.chart_number}
        if known
        else _("somebody of another team")
    )
    reads = row.by_id == actor.worker_id or actor.has_role(*READS_REASONS)
    return Pair(
        pair_id=row.pk,
        name=name,
        since=_("since %(day)s · by %(name)s")
        % {"day": date_format(row.starts_on, "j M Y"), "name": row.by.name},
        reason=row.reason if reads else "",
        shared=_shared(client.pk, other_id, today) if known else "",
        form=ApartEndForm(
            version=row.version, initial={"ends_on": today}, auto_id=f"apart_{row.pk}_%s"
        ),
    )


def _shared(client_id: UUID, other_id: UUID, today: date) -> str:
    """Groups in which both still hold a standing seat; somebody has to give one back."""
    standing = every(GroupMembership).filter(standing_on(today))
    theirs = standing.filter(client_id=other_id).values("group_id")
    both = standing.filter(client_id=client_id, group_id__in=theirs)
    return ", ".join(sorted(set(both.values_list("group__name", flat=True))))
