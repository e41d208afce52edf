"""A plan is told against what people were told last, whoever leads it and whenever it is held."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.drafting import reading
from homeward.timetable.drafting.telling import preview
from homeward.timetable.models import GroupSession, Seat, SessionLeader, Week
from homeward.timetable.publications import ToldWeek
from homeward.timetable.publishing.told_before import told_before
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.tests.week.house import BEFORE, MONDAY, house

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
NEXT = MONDAY + timedelta(weeks=1)


@pytest.fixture
def week(cast):
    clock.shift_to(BEFORE)
    made = house(cast)
    for starts_on in (MONDAY, NEXT):
        made.on_duty(starts_on)
    yield made
    clock.shift_to(None)


def told(publication):
    """Whose week changed, as it is written down."""
    rows = ToldWeek.objects.unscoped("test").filter(publication=publication)
    return {str(row.client_id) for row in rows if row.changes}


def changed(seen):
    return {line.client: line.changes for line in seen.clients if line.changed}


def reopened(week):
    return actions.reopen_week(
        actor=week.sam.actor, program_id=week.program.pk, site_id=week.site.pk, starts_on=MONDAY,
        now=BEFORE,
    )  # fmt: skip


def a_session(week):
    """The first group of the published week, and the clients who sit in it."""
    session = GroupSession.objects.live().exclude(group=None).order_by("starts_at").first()
    seats = Seat.objects.unscoped("test").filter(session=session, released_at=None)
    return session, {str(pk) for pk in seats.values_list("client_id", flat=True)}


def nobody_leads(session):
    """Its leader fell away after it was told."""
    SessionLeader.objects.filter(session=session).update(is_released=True)


@pytest.mark.parametrize("starts_on", [MONDAY, NEXT])
def test_a_session_nobody_leads_was_told_all_the_same(week, starts_on):
    """Published again, or for the week after, with somebody who leads it: who sits there meets
    another face and is told so beside the time they knew, once. Board, preview and promise name
    the same people."""
    first = week.publish(week.drafted())
    base = schedule_json(reading.schedule_of(first.schedule))
    session, there = a_session(week)
    nobody_leads(session)
    draft = reopened(week) if starts_on == MONDAY else week.drafted(NEXT)
    draft.change(schedule=base, base=base)
    board = reverse("desk:week_draft", args=[draft.pk])

    page = signed_in(week.sam).get(board)
    shown = page.content.decode()
    listed = signed_in(week.sam).get(f"{board}changes/").content.decode()
    seen = preview(week.sam.actor, draft.pk, BEFORE)
    made = week.publish(draft)

    assert there and set(changed(seen)) == there == told(made)
    for (line,) in changed(seen).values():
        assert line.was[:3] == line.now[:3] and line.was[3] == "" != line.now[3]
    assert f"Publish and tell {len(there) + len(seen.workers)} people" in shown
    assert f"Clients who see a change {len(there)} " in words_of(page)
    assert f"{len(there)} clients see a change" in listed
    if starts_on == MONDAY:
        assert told(week.publish(reopened(week))) == set(), "nobody is told twice"


def test_a_told_session_that_falls_out_is_told_though_nobody_led_it(week):
    """Opened again, what nobody leads is not in the plan and is given back: who sat there hears
    of it. Once it has begun, it stays, and nobody does."""
    week.publish(week.drafted())
    session, there = a_session(week)
    nobody_leads(session)
    draft = reopened(week)

    seen = preview(week.sam.actor, draft.pk, BEFORE)
    begun = preview(week.sam.actor, draft.pk, session.starts_at)
    made = week.publish(draft)

    assert there and set(changed(seen)) == there == told(made)
    assert changed(begun) == {}
    session.refresh_from_db()
    assert session.cancelled_at is not None


def test_what_the_plan_does_not_plan_is_left_alone(week):
    """A kind of session that nobody needs this week, before the first hour of the grid: it stays
    with its people and its leader, stands in everybody's promise, and is news to nobody."""
    week.publish(week.drafted())
    session, there = a_session(week)
    leader = SessionLeader.objects.get(session=session, is_released=False).worker_id
    grid = week.instance().clock
    early = grid.when(0, 0) - timedelta(hours=1)
    GroupSession.objects.filter(pk=session.pk).update(
        session_type=week.types["family"], starts_at=early, ends_at=early + timedelta(minutes=30),
        room=None, mode="telehealth",
    )  # fmt: skip
    draft = reopened(week)

    seen = preview(week.sam.actor, draft.pk, BEFORE)
    made = week.publish(draft)

    session.refresh_from_db()
    _same, still_there = a_session(week)
    assert session.cancelled_at is None and still_there == there
    assert SessionLeader.objects.get(session=session, is_released=False).worker_id == leader
    assert all(line.service != "family" for lines in changed(seen).values() for line in lines)
    for row in ToldWeek.objects.unscoped("test").filter(publication=made, client_id__in=there):
        assert early.isoformat() in str(row.lines)


def test_the_plan_plans_around_what_it_leaves_standing(week):
    """Who leads it, its room and its people are taken while it lasts."""
    week.publish(week.drafted())
    session, there = a_session(week)
    before = week.instance().document
    GroupSession.objects.filter(pk=session.pk).update(session_type=week.types["family"])

    now = week.instance().document

    assert now["staff"] != before["staff"], "its leader is not free"
    assert now["rooms"] != before["rooms"], "its room is not free"
    own = {each["id"]: each for each in before["clients"]}
    assert there == {each["id"] for each in now["clients"] if each != own[each["id"]]}


def test_what_was_told_is_read_by_four_queries(week, django_assert_num_queries):
    """And nothing is asked where nobody was told anything."""
    clients = [str(each.pk) for each in week.clients]
    grid = week.instance().clock
    where = week.program.pk, week.site.pk, grid, clients, BEFORE
    with django_assert_num_queries(1):
        assert told_before(*where) is None
    week.publish(week.drafted())
    with django_assert_num_queries(4):
        found = told_before(*where)
    assert {UUID(each) for group in found.groups for each in group.members} <= {
        each.pk for each in week.clients
    }
    assert Week.objects.get().published_at
