"""Who the demo's program knows outside, a request at the legal desk, and what left lately.

Everything goes through the actions, so that the ledger of the demo is decided like any other.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from homeward.consents.actions import (
    ask_as_agency,
    draft_consent,
    enter_agreement,
    enter_instrument,
    look_up_party,
    receive_legal_request,
    request_restriction,
    share,
    verify_instrument,
)
from homeward.consents.models import OutsideParty
from homeward.core.actors import Actor, actor_of
from homeward.kernel.roles import Duty
from homeward.notices.actions import choose_channel, queue_notice
from homeward.people.models import Client, Contact, TeamMembership
from homeward.staff.queries import workers_with_duty

PARTIES = (
    ("Lakeside General Hospital", "entity", ("treating_provider",), True, "State licence register"),
    ("County Ambulance Service", "entity", ("medical_personnel",), True, "County web page"),
    ("Northline Laboratory", "entity", ("qso",), False, "CLIA register"),
    ("Lakeside Health, commercial plan", "entity", ("health_plan",), True, "Insurance department"),
    ("Linden County Court", "entity", ("court",), False, "Court directory"),
    ("Dr. Amara Osei", "person", ("treating_provider",), True, "State licence register"),
)
SUBPOENA_WORDS = "Asks for all records of a named person, for a custody hearing."


def add_outside(now: datetime) -> int:
    """The rows; returns how many parties were looked up. Nothing when they are there already."""
    if OutsideParty.objects.exists():
        return 0
    house = Actor.of_service("demo")
    client = Client.objects.for_actor(house, "operations").exclude(account=None).first()
    parties = {name: _look_up(house, now, name, *rest) for name, *rest in PARTIES}
    enter_agreement(
        actor=house, party=parties["Northline Laboratory"], services=["laboratory"],
        starts_at=now - timedelta(days=200), ends_at=None, now=now,
    )  # fmt: skip
    if client is None:
        return len(parties)
    _legal_desk(client, parties["Linden County Court"], now)
    _sharing(client, parties, now)
    return len(parties)


def _look_up(
    house: Actor,
    now: datetime,
    name: str,
    type: str,
    classes: tuple[str, ...],
    covered: bool,
    how: str,
) -> OutsideParty:
    party: OutsideParty = look_up_party(
        actor=house, name=name, type=type, classes=classes, is_covered_entity=covered, how=how,
        now=now,
    )  # fmt: skip
    return party


def _legal_desk(client: Client, court: OutsideParty, now: datetime) -> None:
    officer = workers_with_duty(Duty.PRIVACY_OFFICER, now.date()).order_by("code").first()
    if officer is None:
        return
    actor = replace(Actor.of_service("demo"), worker_id=officer.pk, name=officer.name)
    request = receive_legal_request(
        actor=actor, site_id=client.site_id, came_by="mail", asker_name="Harlan Reed",
        asker_office="Reed and Stone, attorneys", asker_phone="312 555 0177", brought="subpoena",
        about=SUBPOENA_WORDS, answer_by=(now + timedelta(days=9)).date(),
        now=now - timedelta(days=2),
    )  # fmt: skip
    paper = enter_instrument(
        actor=actor, request_id=request.pk, type="subpoena", court="Linden County Court",
        docket="26-FA-1180", dated=(now - timedelta(days=4)).date(), recipient_id=court.pk,
        classes=["notes", "drug_tests"], now=now - timedelta(days=1),
    )  # fmt: skip
    verify_instrument(
        actor=actor, instrument_id=paper.pk, how="Called the clerk on the published number",
        now=now - timedelta(days=1),
    )  # fmt: skip


def _sharing(client: Client, parties: dict[str, OutsideParty], now: datetime) -> None:
    house = Actor.of_service("demo")
    team = TeamMembership.objects.for_actor(house, "operations").filter(
        client=client, is_primary=True, ends_at=None
    )
    member = team.select_related("worker").first()
    if member is None:
        return
    actor = replace(house, worker_id=member.worker_id, name=member.worker.name)
    about = {"actor": actor, "client_id": client.pk}
    draft_consent(
        **about, kind="specific", party_id=parties["Dr. Amara Osei"].pk, purposes=["treatment"],
        classes=["medical", "assessment"], expires_at=now + timedelta(days=180), now=now,
    )  # fmt: skip
    told = {"medium": "phone", "identity_check": "Called back on the published number"}
    share(
        **about, **told, party_id=parties["Lakeside General Hospital"].pk, purpose="treatment",
        classes=["medical", "assessment"], now=now - timedelta(days=6),
    )  # fmt: skip
    share(
        **about, **told, party_id=parties["Northline Laboratory"].pk, purpose="qso_service",
        service="laboratory", classes=["drug_tests"], now=now - timedelta(days=5),
    )  # fmt: skip
    relative = Contact.objects.for_actor(house, "operations").filter(client=client).first()
    if relative is not None:
        share(
            **about, **told, contact_id=relative.pk, purpose="family_support",
            classes=["schedule", "drug_tests"], now=now - timedelta(days=3),
        )  # fmt: skip
    request_restriction(
        **about, classes=["claims"], recipient_class="health_plan", is_paid_in_full=True,
        words="I paid for the first assessment myself.", now=now - timedelta(days=2),
    )  # fmt: skip
    choose_channel(
        **about, channel="text", is_wanted=True, address="312 555 0142", from_hour=10,
        until_hour=18, now=now - timedelta(days=20),
    )  # fmt: skip
    queue_notice(
        **about, code="update", channel="note", origin="demo update", now=now - timedelta(days=1)
    )
    _officer_asks(client, now - timedelta(hours=20))


def _officer_asks(client: Client, now: datetime) -> None:
    """The officer asks for more than the consent names; a counselor finds it on Today."""
    rows = Contact.objects.for_actor(Actor.of_service("demo"), "operations").filter(
        client=client, kind=Contact.Kind.AGENCY
    )
    officer = rows.exclude(account=None).first()
    if officer is not None:
        ask_as_agency(
            actor=actor_of(officer.account), contact_id=officer.pk,
            parts=["attendance", "tests", "notes"],
            words="The court would like to know how it goes.", now=now,
        )  # fmt: skip
