"""The rungs of outreach as named people's work: opened in time, taken once, ended by contact.

What asks for a rung is read from the record at every look (`progress.outreach`); a rung only says
whose it is, by when and by which ways. So a rung whose reason is gone ends by itself.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.consents.disclosing import held
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.people.holding import hold
from homeward.people.models import Client
from homeward.program.queries import numbers_for
from homeward.progress.outreach import Missed, open_outreach
from homeward.retention.deciding import NOT_NEEDED, end_cards, open_card
from homeward.retention.models import OutreachRung
from homeward.retention.rules.permitted import due_within, ways_of
from homeward.retention.team import Teams
from homeward.retention.ways import asks_contacts, contacts_that_may_be_told, ways_of_clients
from homeward.retention.words import BECAUSE

CLIMBING = Actor.of_service("retention.ladder")
State = OutreachRung.State
# A rung is given to somebody this long before its time, so that its owner sees it come.
AHEAD = timedelta(hours=20)
IN_CONTACT, ENDED, NOT_TAKEN = "in_contact", "episode_ended", "not_taken"


@action
def climb(*, actor: Actor, now: datetime, only: UUID | None = None) -> int:
    """Open every rung whose time has come, and end those whose reason is gone; how many changed.

    `only` looks at one client. Whoever holds a client already looks at that one: clients are held
    in the order of their ids, each before their rungs.
    """
    asked = [item for item in open_outreach(CLIMBING, now) if only in (None, item.mark.client_id)]
    changed = end_overtaken(asked, actor=actor, now=now, only=only)
    return changed + len(open_rungs(asked, actor=actor, now=now))


def open_rungs(asked: Sequence[Missed], *, actor: Actor, now: datetime) -> list[OutreachRung]:
    """A rung for each missed session that has none for its next step yet; a seat nobody marked has
    none, it shows on the lists of who reaches them.

    The client is held while theirs is written: a stop, a contact or another worker is before it or
    after it, and then it is not written twice.
    """
    soon = [item for item in asked if item.is_marked and item.next.due_at <= now + AHEAD]
    if not soon:
        return []
    known = {(row.mark_id, row.step) for row in _rungs().filter(mark__in=[i.mark for i in soon])}
    wanted = [item for item in soon if (item.mark.pk, item.next.step) not in known]
    if not wanted:
        return []
    ids = [item.mark.client_id for item in wanted]
    clients = {client.pk: client for client in _clients(ids)}
    teams = Teams.of(ids, now)
    made = []
    for item in sorted(wanted, key=lambda each: each.mark.client_id):
        client = clients[item.mark.client_id]
        owner_id = teams.owner(item.next.step, client.pk)
        if owner_id is None:
            continue
        held(client.pk)
        if _rungs().filter(mark=item.mark, step=item.next.step).exists():
            continue
        made.append(_open(item, client, teams, owner_id, actor, now))
    return made


def _open(
    item: Missed, client: Client, teams: Teams, owner_id: UUID, actor: Actor, now: datetime
) -> OutreachRung:
    ways = permitted_ways(client, item.next.step, teams, item.mark.episode.program_id, now)
    rung: OutreachRung = OutreachRung.objects.create(
        client_id=client.pk,
        site_id=item.mark.site_id,
        episode_id=item.mark.episode_id,
        mark=item.mark,
        step=item.next.step,
        owner_id=owner_id,
        opened_at=now,
        due_at=due_within(item.next.step, item.next.due_at, ways),
        decision=ways_of(item.next.step, item.next.channels, ways).to_json(),
    )
    audit.record("retention.rung.opened", actor=actor, subject=rung, at=now, reason=rung.step)
    open_card(rung, client, actor, now)
    return rung


def permitted_ways(client: Client, step: str, teams: Teams, program_id: UUID, now: datetime) -> Any:
    """What is known about reaching this client for this step, consents asked at this instant."""
    numbers = numbers_for(program_id, local_day(now, client.site.time_zone))
    ways = ways_of_clients([client], teams, numbers)[client.pk]
    if asks_contacts([step]):
        ways = replace(ways, contacts=len(contacts_that_may_be_told(client, now)))
    return ways


def end_overtaken(
    asked: Collection[Missed], *, actor: Actor, now: datetime, only: UUID | None = None
) -> int:
    """End the open rungs that nothing asks for any more; how many. A rung passed over by the next
    one's time is not taken."""
    wanted = {(item.mark.pk, item.next.step) for item in asked}
    going_on = {item.mark.pk for item in asked}
    rows = _rungs().filter(state=State.OPEN).select_related("episode")
    if only is not None:
        rows = rows.filter(client_id=only)
    over = [row for row in rows if (row.mark_id, row.step) not in wanted]
    # The clients of what may open next are held with those of what ends: in one order, once.
    hold({row.client_id for row in over} | {item.mark.client_id for item in asked if over})
    locked = rows.filter(pk__in=[row.pk for row in over]).select_for_update(of=("self",))
    gone = list(locked.order_by("client_id")) if over else []
    for rung in gone:
        because = NOT_TAKEN if rung.mark_id in going_on else IN_CONTACT
        _stop(rung, ENDED if rung.episode.ended_at else because, actor, now)
    return len(gone)


def stop_for(client_id: UUID, because: str, actor: Actor, now: datetime) -> int:
    """End a client's open rungs at once; how many."""
    rows = _rungs().filter(client_id=client_id, state=State.OPEN)
    rungs = list(rows.select_for_update(of=("self",)))
    for rung in rungs:
        _stop(rung, because, actor, now)
    return len(rungs)


def _stop(rung: OutreachRung, because: str, actor: Actor, now: datetime) -> None:
    rung.change(
        state=State.STOPPED, closed_at=now, closed_by_id=actor.worker_id, stopped_by=because[:30]
    )
    audit.record("retention.rung.stopped", actor=actor, subject=rung, at=now, reason=because)
    end_cards([rung], NOT_NEEDED, str(BECAUSE.get(because, because)), actor, now)


def rungs_by_step(mark_ids: Iterable[UUID]) -> Mapping[tuple[UUID, str], OutreachRung]:
    """The rungs of some missed sessions by session and step, for rules and actions."""
    rows = _rungs().filter(mark__in=list(mark_ids)).select_related("owner", "closed_by")
    return {(row.mark_id, row.step): row for row in rows}


def _rungs() -> Any:
    return OutreachRung.objects.for_actor(CLIMBING, Purpose.OPERATIONS)


def _clients(ids: Iterable[UUID]) -> Iterable[Client]:
    rows = Client.objects.for_actor(CLIMBING, Purpose.OPERATIONS).select_related("site")
    return rows.filter(pk__in=list(ids))  # type: ignore[no-any-return]
