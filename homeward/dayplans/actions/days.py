"""One day: what differs from the week, and what is chosen for an empty hour."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.dayplans.day import day_of
from homeward.dayplans.kept_away import kept_away
from homeward.dayplans.kinds import LineKind, Meetings, ThingKind
from homeward.dayplans.models import DayPlan, DayThing, LineOff, OwnThing, WeekLine
from homeward.dayplans.reaching import (
    day_at,
    held,
    plan_for_writing,
    purpose_of,
    zone_of,
)
from homeward.dayplans.refusals import HourTaken, LineUnclear, NotToOffer
from homeward.dayplans.rules import line as rules
from homeward.directory.kinds import Option
from homeward.directory.models import Service
from homeward.people.models import Client

LONGEST, AHEAD = 80, timedelta(days=366)
SUPPORT = {str(Option.SUPPORT_SECULAR), str(Option.SUPPORT_SPIRITUAL)}


@action
def add_thing(
    *,
    actor: Actor,
    client_id: UUID,
    on: date,
    starts: time,
    ends: time,
    kind: str,
    now: datetime,
    label: str = "",
) -> DayThing:
    """Something that stands on one day alone; it goes before what the week says.

    Raises LineUnclear, DayNotShared; Client.DoesNotExist out of reach.
    """
    client, _plan = plan_for_writing(actor, client_id, now)
    _clear(client, on, starts, ends, kind, label, now)
    row: DayThing = DayThing.objects.create(
        client=client, site_id=client.site_id, on=on, starts=starts, ends=ends, kind=kind,
        label=" ".join(label.split())[:LONGEST], written_at=now, written_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("dayplans.day.written", actor=actor, subject=row, at=now)
    return row


@action
def fill_hour(
    *,
    actor: Actor,
    client_id: UUID,
    on: date,
    starts: time,
    ends: time,
    source: str,
    ref: UUID,
    now: datetime,
) -> DayThing:
    """One choice for an empty hour: of the own list, a meeting, or somebody to call.

    Raises HourTaken where something stands there by now, NotToOffer for what is not on the list or
    must not be offered, LineUnclear, DayNotShared.
    """
    client, plan = plan_for_writing(actor, client_id, now)
    thing, service = _chosen(actor, client, plan, source, ref, now)
    kind = LineKind.MEETING if service else LineKind.WELLBEING
    label = service.name if service else thing.label if thing else ""
    _clear(client, on, starts, ends, kind, label, now)
    first, last = rules.stretch(on, starts, ends, zone_of(client))
    standing = day_of(actor, client, on, now).pieces
    if last > rules.bounds(on, zone_of(client))[1] or any(
        each.what is rules.What.ENTRY and each.starts < last and first < each.ends
        for each in standing
    ):
        raise HourTaken
    row: DayThing = DayThing.objects.create(
        client=client, site_id=client.site_id, on=on, starts=starts, ends=ends, kind=kind,
        label=label[:LONGEST], thing=thing, service=service, fills=True, written_at=now,
        written_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("dayplans.hour.filled", actor=actor, subject=row, at=now, reason=source)
    return row


@action
def take_out(*, actor: Actor, client_id: UUID, thing_id: UUID, now: datetime) -> None:
    """Take something out of a day again; nothing of it is kept."""
    client, _plan = plan_for_writing(actor, client_id, now)
    row = held(DayThing, actor, client.pk, thing_id)
    audit.record("dayplans.day.taken_out", actor=actor, subject=row, at=now)
    row.delete()


@action
def take_off(
    *, actor: Actor, client_id: UUID, line_id: UUID, on: date, now: datetime
) -> LineOff | None:
    """A line of the week does not stand on this one day; None where it never did.

    Raises LineUnclear for a day that has passed.
    """
    client, _plan = plan_for_writing(actor, client_id, now)
    line = held(WeekLine, actor, client.pk, line_id)
    if on < day_at(now, client) - timedelta(days=1) or on > day_at(now, client) + AHEAD:
        raise LineUnclear("line_day_out_of_reach")
    if on.weekday() != line.weekday:
        return None
    row, made = LineOff.objects.for_actor(actor, purpose_of(actor)).get_or_create(
        line=line, on=on,
        defaults={"client": client, "site_id": client.site_id, "written_at": now,
                  "written_by_id": actor.worker_id},
    )  # fmt: skip
    if made:
        audit.record("dayplans.line.off", actor=actor, subject=row, at=now)
    return row  # type: ignore[no-any-return]


@action
def put_back(*, actor: Actor, client_id: UUID, line_id: UUID, on: date, now: datetime) -> None:
    """The line stands on that day after all."""
    client, _plan = plan_for_writing(actor, client_id, now)
    line = held(WeekLine, actor, client.pk, line_id)
    rows = LineOff.objects.for_actor(actor, purpose_of(actor)).filter(line=line, on=on)
    if (row := rows.first()) is not None:
        found = held(LineOff, actor, client.pk, row.pk)
        audit.record("dayplans.line.back", actor=actor, subject=found, at=now)
        found.delete()


def _clear(
    client: Client, on: date, starts: time, ends: time, kind: str, label: str, now: datetime
) -> None:
    today = day_at(now, client)
    wrong = {
        "line_has_no_length": starts == ends,
        "line_kind_unknown": kind not in LineKind.values,
        "line_label_missing": kind == LineKind.OTHER and not label.strip(),
        "line_day_out_of_reach": not today <= on <= today + AHEAD,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise LineUnclear(*codes)


def _chosen(
    actor: Actor, client: Client, plan: DayPlan, source: str, ref: UUID, now: datetime
) -> tuple[OwnThing | None, Service | None]:
    if source == "meeting":
        service = Service.objects.filter(pk=ref, retired_at=None).first()
        if service is None or not SUPPORT & set(service.options):
            raise NotToOffer
        is_secular = str(Option.SUPPORT_SECULAR) in service.options
        if plan.meetings == Meetings.NONE or (plan.meetings == Meetings.SECULAR and not is_secular):
            raise NotToOffer
        return None, service
    rows = OwnThing.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client.pk, withdrawn_at=None, pk=ref
    )
    thing = rows.first()
    if thing is None or source not in ThingKind.values or thing.kind != source:
        raise NotToOffer
    if kept_away(client.pk, [thing], now):
        raise NotToOffer
    return thing, None
