"""Who is away: noted by who plans or by oneself, with what they would have led; taken back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.testing.cast import NOON, TUESDAY
from homeward.timetable.capacity import Absence, Closure
from homeward.timetable.models import GroupSession, SessionLeader

NOTED = {
    "site": "main", "why": "leave", "first": TUESDAY.isoformat(),
    "last": (TUESDAY + timedelta(days=1)).isoformat(),
}  # fmt: skip


def at():
    return reverse("desk:away")


def led(cast):
    """A group of Dana's this afternoon."""
    starts_at = NOON + timedelta(hours=2)
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name="Early A",
        on=TUESDAY, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1),
        clinical_minutes=60, capacity=8,
    )  # fmt: skip
    SessionLeader.objects.create(
        session=session, worker=cast.dana.row, starts_at=session.starts_at, ends_at=session.ends_at
    )
    return session


def test_days_off_show_the_sessions_without_anybody_and_are_taken_back(visit, tuesday):
    session = led(tuesday)
    sam = visit("sam")

    assert sam.send(at(), {**NOTED, "worker": str(tuesday.dana.pk)}).status_code == 302

    absence = Absence.objects.get()
    assert absence.ends_at - absence.starts_at == timedelta(days=2)
    page = sam.get(at()).content.decode()
    assert "1 session in that time has nobody else yet" in page
    assert reverse("desk:session", args=[session.pk]) in page
    back = reverse("desk:away_withdraw", args=[absence.pk])
    assert sam.send(back, seen_at=at()).status_code == 302
    assert "(taken back)" in sam.get(at()).content.decode()


def test_everybody_says_it_for_themselves_and_nobody_for_others(visit, tuesday):
    dana = visit("dana")
    assert dana.send(at(), {**NOTED, "worker": str(tuesday.sam.pk)}).status_code == 422
    assert dana.send(at(), {**NOTED, "worker": str(tuesday.dana.pk)}).status_code == 302
    absence = Absence.objects.get()
    back = reverse("desk:away_withdraw", args=[absence.pk])
    assert visit("ruth").send(back, seen_at=at()).status_code == 403
    assert visit("omar").send(back, seen_at=at()).status_code == 404


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"last": "2020-01-01"}, "last"),
        ({"last": TUESDAY.isoformat(), "starts": "12:00", "ends": "11:00"}, "ends"),
        ({"why": "holiday"}, "why"),
    ],
)
def test_what_makes_no_sense_names_its_field(visit, tuesday, over, field):
    answer = visit("sam").send(at(), {**NOTED, "worker": str(tuesday.dana.pk), **over})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Absence.objects.exists()


def test_one_room_closes_alone(visit, tuesday):
    """Its sessions fall out; those in other rooms stay."""
    session = led(tuesday)
    session.change(room=tuesday.rooms[0])
    told = {"site": "main", "on": TUESDAY.isoformat(), "name": "Wet floor"}
    closures = reverse("desk:closures")
    other = str(tuesday.rooms[1].pk)
    assert visit("sam").send(closures, {**told, "room": other}).status_code == 302
    assert not GroupSession.objects.exclude(cancelled_at=None).exists()

    visit("sam").send(closures, {**told, "room": str(tuesday.rooms[0].pk)})

    (fallen,) = GroupSession.objects.exclude(cancelled_at=None)
    assert (fallen.pk, fallen.cancelled_reason) == (session.pk, "room_unusable")
    assert Closure.objects.filter(room=None).count() == 0


def test_more_absences_take_no_more_queries(visit, tuesday):
    counts = []
    for number in range(2):
        for day in range(1 + 8 * number):
            Absence.objects.create(
                worker=tuesday.dana.row, why="leave", noted_at=NOON,
                starts_at=NOON + timedelta(days=day), ends_at=NOON + timedelta(days=day, hours=2),
            )  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            assert visit("sam").get(at()).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 36
