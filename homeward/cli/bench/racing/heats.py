"""Seven races against the real actions. Each answers what came out and whether it is right."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from homeward.admissions.models import Episode
from homeward.admissions.tests import walking
from homeward.cli.bench.racing.handing import race_to_hand_over
from homeward.cli.bench.racing.reaching import race_to_reach
from homeward.consents.actions import revoke_consent
from homeward.consents.disclosing import disclose_to_contact
from homeward.consents.models import Disclosure
from homeward.consents.rules.request import Item
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests.actions import commit_draw, open_pool, run_draw
from homeward.drugtests.models import Draw, DrugTest
from homeward.notes.models import ClientNote
from homeward.notes.racing import race_to_sign
from homeward.notes.tests.written import ready
from homeward.testing import company
from homeward.testing.stage import NOON, TUESDAY, Cast, make_cast
from homeward.timetable.models import Seat, TherapyGroup
from homeward.timetable.racing import Race, race, race_for_seats
from homeward.timetable.tests.planned import (
    ELEVEN,
    FRIDAY_BEFORE,
    MONDAY,
    Room,
    another_client,
    planned_room,
)

SENT_EACH = 5


@dataclass(slots=True)
class Track:
    """Everything the heats run on."""

    cast: Cast
    room: Room
    full_group: TherapyGroup
    threads: int


def lay_track(threads: int) -> Track:
    """The cast on its Tuesday with a planned week and a second group that will fill."""
    clock.shift_to(NOON)
    cast = make_cast()
    company.join(cast)
    like = cast.group
    group = TherapyGroup.objects.create(
        code="full", name="The full group", program=cast.program, site=cast.site,
        track=cast.track, session_type=like.session_type, room=cast.rooms[1],
        leader=cast.nora.row, weekday=3, starts=like.starts, ends=like.ends, clinical_minutes=90,
        capacity=10, starts_on=like.starts_on,
    )  # fmt: skip
    group.phases.add(cast.phases["early"])
    return Track(cast, planned_room(cast), group, threads)


def admit(track: Track) -> dict[str, Any]:
    """All admit the same client: one open episode."""
    _, client = walking.ready_to_admit(track.cast)
    actor, now = track.cast.ada.actor, clock.now()
    told = {
        "client_id": client.pk, "track_id": track.cast.evening.pk,
        "primary_counselor_id": track.cast.dana.pk,
    }  # fmt: skip
    ended = race([_admitting(actor=actor, now=now, **told) for _ in range(track.threads)])
    episodes = Episode.objects.unscoped("reckoning").filter(client=client).count()
    return _answer("admit", ended, {"episodes": episodes}, is_right=(
        len(ended.won) == episodes == 1 and _all_refused(ended, track.threads - 1)
    ))  # fmt: skip


def seats(track: Track) -> dict[str, Any]:
    """All want a seat in a group of ten: ten seats, numbered once each."""
    clients = [
        another_client(track.cast, f"Racer {number}", 500 + number).pk
        for number in range(max(track.threads, 12))
    ]
    ended = race_for_seats(
        actor=Actor.of_service("race"), group_id=track.full_group.pk, client_ids=clients,
        starts_on=MONDAY, now=FRIDAY_BEFORE,
    )  # fmt: skip
    taken = Seat.objects.unscoped("reckoning").filter(
        session__group=track.full_group, released_at=None
    )
    numbers = sorted(seat.number for seat in taken)
    return _answer("seats", ended, {"seats": len(numbers)}, is_right=(
        len(ended.won) == 10 and numbers == list(range(1, 11))
        and _all_refused(ended, len(clients) - 10)
    ))  # fmt: skip


def sign(track: Track) -> dict[str, Any]:
    """The author signs one note from all windows: one signature."""
    note = ready(track.room)
    ended = race_to_sign(
        actor=track.cast.dana.actor, note_id=note.pk, now=ELEVEN, threads=track.threads
    )
    signed = ClientNote.objects.unscoped("reckoning").filter(pk=note.pk, signed_at__isnull=False)
    return _answer("sign", ended, {"signatures": len(signed)}, is_right=(
        len(ended.won) == len(signed) == 1 and _all_refused(ended, track.threads - 1)
    ))  # fmt: skip


def draw(track: Track) -> dict[str, Any]:
    """All commit to one day's draw, then all run it: one secret, one draw, one test each."""
    program, cast = Actor.of_service("drugtests.draw"), track.cast
    pool = open_pool(
        actor=program, program_id=cast.program.pk, site_id=cast.site.pk, code="race",
        now=FRIDAY_BEFORE,
    )  # fmt: skip
    committed = race(
        [
            lambda: commit_draw(actor=program, pool_id=pool.pk, day=TUESDAY, now=FRIDAY_BEFORE)
            for _ in range(track.threads)
        ]
    )
    (row,) = Draw.objects.filter(pool=pool)
    ended = race(
        [lambda: run_draw(actor=program, draw_id=row.pk, now=NOON) for _ in range(track.threads)]
    )
    row.refresh_from_db()
    tests = DrugTest.objects.unscoped("reckoning").filter(draw=row).count()
    runs = {tuple(each.drawn) for each in ended.won}
    return _answer("draw", ended, {"draws": len(runs), "tests": tests, "drawn": len(row.drawn)},
        is_right=(
            not committed.broken and len({each.pk for each in committed.won}) == 1
            and len(runs) == 1 and tests == len(row.drawn) and not ended.broken
        ),
    )  # fmt: skip


def revoke(track: Track) -> dict[str, Any]:
    """Everybody sends to the officer while the client takes the consent back: none sent after."""
    cast, lou = track.cast, track.cast.lou
    consent = lou.row.consents.for_actor(Actor.of_service("race"), "operations").get()
    items = (Item(id="attendance", record_class="schedule", dated=TUESDAY - timedelta(days=7)),)
    first = disclose_to_contact(
        actor=lou.actor, contact_id=lou.pk, items=items, medium="portal", now=clock.now()
    )
    revoked = threading.Event()
    late: list[Any] = []

    def send() -> None:
        for _ in range(SENT_EACH):
            is_after = revoked.is_set()
            answer = disclose_to_contact(
                actor=lou.actor, contact_id=lou.pk, items=items, medium="portal", now=clock.now()
            )
            if is_after and answer.released:
                late.append(answer)

    def take_back() -> None:
        revoke_consent(actor=cast.dana.actor, consent_id=consent.pk, now=clock.now())
        revoked.set()

    ended = race([*[send for _ in range(track.threads - 1)], take_back])
    rows = Disclosure.objects.unscoped("reckoning").filter(recipient_id=str(lou.pk))
    permits = rows.filter(effect="permit").count()
    return _answer("revoke", ended, {
        "sent": permits, "withheld": rows.count() - permits, "sent_after": len(late),
    }, is_right=bool(first.released) and not ended.broken and not late)  # fmt: skip


def reach(track: Track) -> dict[str, Any]:
    """All take one step of outreach: one try stands."""
    ended, tries = race_to_reach(track.cast, track.threads)
    return _answer("reach", ended, {"tries": tries}, is_right=(
        len(ended.won) == tries == 1 and _all_refused(ended, track.threads - 1)
    ))  # fmt: skip


def hand_over(track: Track) -> dict[str, Any]:
    """All count one step and hand over what it earned: once each, and the ledger never below 0."""
    found = race_to_hand_over(track.cast, track.threads)
    return _answer("hand_over", found.confirmed, {
        "turns": found.turns, "owed_cents": found.owed, "past_the_actions": len(found.written.won),
    }, is_right=found.is_right)  # fmt: skip


HEATS: tuple[Callable[[Track], dict[str, Any]], ...] = (
    admit, seats, draw, revoke, sign, reach, hand_over,
)  # fmt: skip


def _admitting(**told: Any) -> Callable[[], Any]:
    from homeward.admissions.actions import admit_client

    return lambda: admit_client(**told)


def _all_refused(ended: Race, number: int) -> bool:
    return not ended.broken and sum(ended.refused.values()) >= number


def _answer(name: str, ended: Race, found: dict[str, Any], *, is_right: bool) -> dict[str, Any]:
    return {
        "race": name,
        "won": len(ended.won),
        "refused": dict(ended.refused),
        "broken": [repr(fault) for fault in ended.broken[:3]],
        **found,
        "ok": is_right,
    }
