"""On the day: the lots are read, and a test is ordered for everyone who is drawn."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.facts import TestsDrawn
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.panel_duty import ask_for_panel
from homeward.drugtests.panels import panels_for
from homeward.drugtests.reaching import local_day
from homeward.drugtests.roster import DRAWING, Listed, roster_of
from homeward.drugtests.rules.draw import drawn_from, seal_of
from homeward.drugtests.rules.on_site import UNSTATED
from homeward.program.queries import numbers_for


class NotTheDay(Refusal):
    """A draw is run on its own day, neither before nor after."""


@action
def run_draw(*, actor: Actor, draw_id: UUID, now: datetime) -> Draw:
    """Draw from the day's roster and tell who tests today; a second time changes nothing.

    The roster with all its state is kept with the draw, so that it can be published; its seal is
    published at once. Raises NotAllowed for people, NotTheDay.
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
    draw.change(
        roster=[entry.to_json() for entry in entries],
        drawn=list(drawn),
        seal=seal_of(
            draw.sealed_secret, draw.pool.code, draw.day.isoformat(), entries, drawn, draw.method
        ),
        drawn_at=now,
    )
    chosen = [item for item in listed if item.entry.token in drawn]
    tests = _order(draw, chosen, now)
    audit.record(
        "drugtests.draw.run", actor=actor, subject=draw, at=now,
        reason=f"{len(drawn)} of {len(entries)}, seal {draw.seal}",
    )  # fmt: skip
    announce(TestsDrawn(draw.pk, draw.day, tuple(test.pk for test in tests), now))
    return draw


def _order(draw: Draw, chosen: list[Listed], now: datetime) -> list[DrugTest]:
    numbers = numbers_for(draw.pool.program_id, draw.day)
    soonest = now + timedelta(hours=int(numbers["draw_window_min_hours"]))
    latest = now + timedelta(hours=int(numbers["draw_window_max_hours"]))
    panels = panels_for([item.episode for item in chosen], draw.day)
    tests = [
        DrugTest(
            client_id=item.episode.client_id,
            site_id=draw.pool.site_id,
            episode=item.episode,
            draw=draw,
            panel=list(panels[item.episode.pk].analytes),
            panel_need=panels[item.episode.pk].need,
            panel_set=panels[item.episode.pk].panel,
            state=DrugTest.State.NOTIFIED,
            ordered_at=now,
            notified_at=now,
            due_at=min(max(item.day_ends_at or latest, soonest), latest),
        )
        for item in chosen
    ]
    DrugTest.objects.bulk_create(tests)
    for test in tests:
        if test.panel_need in UNSTATED:
            ask_for_panel(test, now)
        audit.record("drugtests.test.drawn", actor=DRAWING, subject=test, at=now)
    return tests
