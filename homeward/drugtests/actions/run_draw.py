"""On the day: the lots are read, and a test is ordered for everyone who is drawn."""

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.facts import TestsDrawn
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.reaching import local_day
from homeward.drugtests.roster import DRAWING, Listed, roster_of
from homeward.drugtests.rules.draw import drawn_from
from homeward.drugtests.rules.panel import panel_for
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for


class NotTheDay(Refusal):
    """A draw is run on its own day, neither before nor after."""


@action
def run_draw(*, actor: Actor, draw_id: UUID, now: datetime) -> Draw:
    """Draw from the day's roster and tell who tests today; a second time changes nothing.

    The roster with all its state is kept with the draw, so that it can be published. Raises
    NotAllowed for people, NotTheDay.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_draws")
    draw = (
        Draw.objects.select_for_update(of=("self",))
        .select_related("pool__site", "pool__program")
        .get(pk=draw_id)
    )
    if draw.drawn_at is not None:
        return draw
    if local_day(now, draw.pool.site) != draw.day:
        raise NotTheDay
    listed = roster_of(draw.pool, draw.day)
    entries = sorted((item.entry for item in listed), key=lambda entry: entry.token)
    drawn = drawn_from(
        entries, secret=draw.sealed_secret, pool=draw.pool.code, day=draw.day.isoformat()
    )
    draw.change(roster=[entry.to_json() for entry in entries], drawn=list(drawn), drawn_at=now)
    chosen = [item for item in listed if item.entry.token in drawn]
    tests = _order(draw, chosen, now)
    audit.record(
        "drugtests.draw.run", actor=actor, subject=draw, at=now,
        reason=f"{len(drawn)} of {len(entries)}, roster sha256 {_digest(draw.roster)}",
    )  # fmt: skip
    announce(TestsDrawn(draw.pk, draw.day, tuple(test.pk for test in tests), now))
    return draw


def _order(draw: Draw, chosen: list[Listed], now: datetime) -> list[DrugTest]:
    numbers = numbers_for(draw.pool.program_id, draw.day)
    soonest = now + timedelta(hours=int(numbers["draw_window_min_hours"]))
    latest = now + timedelta(hours=int(numbers["draw_window_max_hours"]))
    panels = _last_panels([item.episode.client_id for item in chosen])
    tests = [
        DrugTest(
            client_id=item.episode.client_id,
            site_id=draw.pool.site_id,
            episode=item.episode,
            draw=draw,
            panel=list(panels.get(item.episode.client_id) or _panel_of(item.episode)),
            panel_need="own_substances",
            state=DrugTest.State.NOTIFIED,
            ordered_at=now,
            notified_at=now,
            due_at=min(max(item.day_ends_at or latest, soonest), latest),
        )
        for item in chosen
    ]
    DrugTest.objects.bulk_create(tests)
    for test in tests:
        audit.record("drugtests.test.drawn", actor=DRAWING, subject=test, at=now)
    return tests


def _last_panels(clients: list[UUID]) -> dict[UUID, Any]:
    rows = (
        DrugTest.objects.for_actor(DRAWING, Purpose.OPERATIONS)
        .filter(client_id__in=clients)
        .order_by("client_id", "-ordered_at")
        .distinct("client_id")
    )
    return {test.client_id: test.panel for test in rows}


def _panel_of(episode: Any) -> tuple[str, ...]:
    return panel_for([episode.client.primary_substance])


def _digest(roster: Any) -> str:
    return hashlib.sha256(json.dumps(roster, sort_keys=True).encode()).hexdigest()
