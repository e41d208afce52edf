"""Incentives in the demo: adopted by the director, two clients who take part, cards on a shelf.

The demo's client signed on their own page; the steps they agreed on were counted over the last
weeks, one card was handed over by two people, and one hand-over waits for its second person.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.incentives import actions, texts
from homeward.incentives.actions.courses import paper_for
from homeward.incentives.models import Protocol
from homeward.incentives.queries import in_force
from homeward.incentives.rules.shipped import SOURCES, TERMS
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

DAY = timedelta(days=1)
CARD = 250  # cents
# (days ago, what was agreed, what came of it)
STEPS = (
    (27, "Call a person on my list", "met"),
    (24, "Visit the library group", "met"),
    (20, "Walk with a friend", "met"),
    (17, "Ask about the evening class", "missed"),
    (13, "Ask about the evening class", "met"),
    (10, "Call the clinic for a check-up", "excused"),
    (6, "Call the clinic for a check-up", "met"),
    (3, "Walk with a friend", "met"),
)


def add_incentives(now: datetime) -> int:
    """Nothing when a protocol is there, or where the cast has nobody to adopt it."""
    director, counselor = _actor("director"), _actor("counselor")
    front, supervisor = _actor("frontdesk"), _actor("supervisor")
    if Protocol.objects.exists() or not (director and counselor and front and supervisor):
        return 0
    own = _actor(DEMO_CLIENT_ACCOUNT)
    then = now - 30 * DAY
    clients = _of(counselor, own, then)
    if not clients:
        return 0
    protocol = actions.write_protocol(
        actor=director, program_id=_program_of(clients[0]), name="Steps", target="activity",
        terms=TERMS["voucher"], starts_on=local_day(then), source_title=SOURCES["voucher"],
        cap_source="The funder’s letter for this year (made up)", now=then,
    )  # fmt: skip
    actions.adopt_protocol(actor=director, protocol_id=protocol.pk, now=then)
    made = sum(_course(counselor, own, client, number, then, now)
               for number, client in enumerate(clients))  # fmt: skip
    return made + _cards(front, supervisor, counselor, clients[0], now)


def _course(
    counselor: Actor, own: Actor | None, client: Client, number: int, then: datetime, now: datetime
) -> int:  # fmt: skip
    signs = own if own and own.client_id == client.pk else counselor
    protocol = in_force(_program_of(client), local_day(then, client.site.time_zone))
    assert protocol is not None
    actions.join_course(
        actor=signs, client_id=client.pk, signer_name=client.name, now=then,
        read_hash=texts.digest(paper_for(client, protocol)),
    )  # fmt: skip
    told = STEPS if number == 0 else STEPS[:4]
    for ago, what, outcome in told:
        at = now - ago * DAY
        actions.record_activity(
            actor=counselor, client_id=client.pk, what=what, outcome=outcome, key=f"{ago}", now=at,
            on=local_day(at, client.site.time_zone),
        )  # fmt: skip
    return len(told) + 1


def _cards(
    front: Actor, supervisor: Actor, counselor: Actor, client: Client, now: datetime
) -> int:  # fmt: skip
    """Twenty cards came; some were handed over last week, more are laid out today."""
    stock = actions.begin_stock(
        actor=front, site_id=client.site_id, name="Grocery card", face_cents=CARD,
        now=now - 20 * DAY,
    )  # fmt: skip
    came = actions.propose_delivery(actor=front, stock_id=stock.pk, pieces=20, now=now - 20 * DAY)
    actions.confirm(actor=supervisor, proposal_id=came.pk, now=now - 20 * DAY)
    about: dict[str, Any] = {"actor": counselor, "client_id": client.pk, "stock_id": stock.pk}
    first = actions.propose_hand_over(**about, cents=3 * CARD, now=now - 7 * DAY)
    words = client.name.split()
    actions.confirm(
        actor=front, proposal_id=first.pk, initials=words[0][0] + words[-1][0], now=now - 7 * DAY
    )
    actions.propose_hand_over(**about, cents=CARD, now=now)
    return 6


def _of(counselor: Actor, own: Actor | None, then: datetime) -> list[Client]:
    """The demo's client first, where they are in care, and one more of the counselor's."""
    rows = Episode.objects.for_actor(counselor, Purpose.TREATMENT, to=Access.WRITE)
    found = rows.filter(ended_at=None, admitted_at__lt=then).select_related("client__site")
    clients = [row.client for row in found.order_by("admitted_on", "pk")]
    mine = own.client_id if own else None
    return sorted(clients, key=lambda client: client.pk != mine)[:2]


def _program_of(client: Client) -> UUID:
    rows = Episode.objects.for_actor(Actor.of_service("demo"), Purpose.OPERATIONS)
    episode: Episode = rows.get(client_id=client.pk, ended_at=None)
    return episode.program_id  # type: ignore[no-any-return]


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    return actor_of(account) if account else None
