"""Admission starts the clocks: each open paper gets its due date and its owner a duty."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets.actions.preparing import prepare_packet
from homeward.packets.duties import KIND, origin_of
from homeward.packets.library import papers
from homeward.packets.models import Packet, PacketItem
from homeward.packets.queries import SERVICE, holds_for, open_packet_of
from homeward.people.models import Client
from homeward.program.queries import closed_days, deadlines_for
from homeward.program.rules.due import due_at
from homeward.tasks.opening import open_duty

LONGEST = timedelta(days=400)
SOON = timedelta(hours=24)


@action
def start_clocks(
    *,
    actor: Actor,
    client: Client,
    program_id: UUID,
    admitted_at: datetime,
    level_code: str,
    owner_id: UUID,
    now: datetime,
) -> Packet:
    """Set every open paper's due date by the program's rule table; a packet is made if missing.

    The narrowest rule wins: payer, then site (its jurisdiction), then level, then all.
    """
    packet = open_packet_of(SERVICE, client.pk)
    if packet is None:
        packet = prepare_packet(actor=SERVICE, client_id=client.pk, program_id=program_id, now=now)
    whole = packet.client
    zone = packet.site.time_zone
    day = admitted_at.astimezone(ZoneInfo(zone)).date()
    rules = deadlines_for(program_id, day, holds_for(whole, day, level_code))
    closed = closed_days(program_id, day, day + LONGEST)
    items = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        packet=packet, settled_at=None
    )
    for item in items.order_by("position"):
        rule = rules[papers()[item.paper].deadline]
        until = due_at(rule, admitted_at, zone, closed)
        item.change(
            due_at=until,
            due_rule={
                "document": rule.document,
                "applies_to": rule.applies_to,
                "limit": rule.limit,
                "unit": rule.unit,
                "calendar": rule.calendar,
                "clock_start": rule.clock_start,
                "source": rule.source.title,
                "tag": rule.source.tag,
                "citation": rule.source.citation,
                "is_adopted": rule.is_adopted,
            },
        )
        open_duty(
            actor=actor,
            client=whole,
            kind=KIND,
            urgency="same_day" if until <= now + SOON else "routine",
            owner_id=owner_id,
            due_at=until,
            origin=origin_of(item),
            detail={"item": str(item.pk), "paper": item.paper},
            now=now,
        )
    packet.change(clock_started_at=admitted_at, owner_id=owner_id)
    audit.record("packets.packet.clock_started", actor=actor, subject=packet, at=now)
    return packet
