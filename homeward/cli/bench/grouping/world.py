"""A room of ten: places, a counselor, ten clients with a plan, one session.

`python -m homeward.cli.bench.grouping.world` makes it in the installation at HOMEWARD_HOME, with
a session that began a few minutes ago, and prints where its page is.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.cli.bench.grouping.texts import PEOPLE

LENGTH = timedelta(minutes=90)
WHO = "dana"
AT_HOME = 6


@dataclass(frozen=True, slots=True)
class Made:
    """The session and its address; the account is the counselor's."""

    session_id: UUID
    path: str
    user: str
    password: str


def make_room(starts_at: datetime) -> Made:
    """Ten clients of Dana's with a seat each in a session that starts then."""
    from django.urls import reverse

    from homeward.testing.stage import PASSWORD, make_cast
    from homeward.timetable.models import GroupSession, SessionLeader

    cast = make_cast()
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"],
        name="Early recovery group B", room=cast.rooms[0], on=starts_at.date(),
        starts_at=starts_at, ends_at=starts_at + LENGTH, clinical_minutes=90, capacity=10,
    )  # fmt: skip
    SessionLeader.objects.create(
        session=session, worker=cast.dana.row, starts_at=session.starts_at, ends_at=session.ends_at
    )
    for number, name in enumerate(PEOPLE, start=1):
        _seat(cast, session, number, name)
    return Made(session.pk, reverse("desk:group_room", args=[session.pk]), WHO, PASSWORD)


def _seat(cast: Any, session: Any, number: int, name: str) -> None:
    from homeward.plans.models import Goal, Objective, Plan, Problem
    from homeward.testing.stage import admitted, make_client
    from homeward.timetable.models import Seat

    client = make_client(cast, f"client{number}", name, cast.site, f"HW-{900 + number:05}").row
    episode = admitted(cast, client, cast.dana.row, cast.site)
    about = {"client": client, "site": cast.site}
    Seat.objects.create(
        **about, session=session, episode=episode, number=number, starts_at=session.starts_at,
        ends_at=session.ends_at, capacity=session.capacity,
    )  # fmt: skip
    if number == AT_HOME:
        _on_file(about, cast, session, name)
    plan = Plan.objects.create(
        **about, episode=episode, author=cast.dana.row, started_at=episode.admitted_at,
        state=Plan.State.ACTIVE,
    )  # fmt: skip
    problem = Problem.objects.create(
        **about, plan=plan, position=1, statement="Cravings in the evening", dimension=5
    )
    goal = Goal.objects.create(**about, problem=problem, position=1, own_words="Calm evenings.")
    Objective.objects.create(
        **about, goal=goal, number="1.2", statement="Name three triggers", measure="count",
        target_on=session.on + timedelta(days=30),
    )  # fmt: skip


def _on_file(about: dict[str, Any], cast: Any, session: Any, name: str) -> None:
    """Who joins from home signed the paper at admission and named an emergency contact."""
    from homeward.packets.models import Packet, PacketItem, PacketSignature
    from homeward.people.models import Contact
    from homeward.timetable.standing_in import SessionLink

    at = session.starts_at - timedelta(days=20)
    Contact.objects.create(
        **about, kind=Contact.Kind.EMERGENCY, name="Omid Iqbal", relation="brother"
    )
    SessionLink.objects.create(session=session, address="https://video.example/room", set_at=at)
    packet = Packet.objects.create(**about, program=cast.program, opened_at=at)
    item = PacketItem.objects.create(
        **about, packet=packet, paper="telehealth", text_version="2026-11", position=1,
        signers=["client"],
    )  # fmt: skip
    PacketSignature.objects.create(
        **about, item=item, who="client", meaning="answer", name=name, at=at, place="portal",
        proof="password", proven_at=at, text_version="2026-11", language="en",
        content_hash="0" * 64, answers='{"choice": "yes"}',
    )  # fmt: skip
    item.change(settled_at=at, settled_as="signed")


def main() -> None:
    """Make it in a running installation; print its address as JSON."""
    from homeward.cli.readiness import running_installation

    with running_installation():
        from homeward.core import clock

        made = make_room(clock.now() - timedelta(minutes=4))
        print(json.dumps({"path": made.path, "user": made.user, "password": made.password}))


if __name__ == "__main__":
    main()
