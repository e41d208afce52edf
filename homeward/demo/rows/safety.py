"""Safety in the demo: plans on phones, a crisis that is over, one that goes on, incidents."""

from datetime import datetime, timedelta
from typing import Any

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.core.actors import Actor, actor_of
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.incidents import actions as incidents
from homeward.incidents.models import Incident
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.safety import actions
from homeward.safety.models import SafetyPlan
from homeward.safety.parts import content_hash
from homeward.safety.rules.plan import Line, Parts

PLAN: Parts = {
    "signs": [Line("I stop answering my phone"), Line("Two nights without sleep")],
    "alone": [Line("Walk to the lake and back"), Line("Cold water on my face, slow breaths")],
    "places": [Line("The library on Clark Street"), Line("Saturday meeting", "312-555-0117")],
    "people": [Line("My sister Ana", "312-555-0142"), Line("Ray from the group")],
    "professionals": [Line("My counselor", "312-555-0100")],
    "safer": [Line("Ana keeps my old pills"), Line("No drinks in the house")],
    "reasons": [Line("My daughter's first day of school"), Line("My dog")],
}
# Days ago, kind, severity, place, what, what was done, cause: what a small program sees in months.
EARLIER = (
    (150, "property", 1, "Lobby", "A coat was taken by mistake.", "It came back the same day.",
     "environment"),
    (124, "medication_error", 1, "Nurse's room", "C1 got a dose an hour early.",
     "The physician was told; C1 was watched.", "medication_process"),
    (97, "injury", 2, "Stairs", "C1 slipped on the wet step.", "First aid; the step was dried.",
     "environment"),
    (61, "threat", 1, "Parking lot", "V1 shouted at C1 and left.", "Staff walked C1 to the bus.",
     "outside"),
    (33, "contraband", 1, "Front desk", "A flask was found in a bag.",
     "Emptied before two people, the bag returned.", "procedure"),
)  # fmt: skip
OVERDOSE = (
    ("wake", "no_answer", 0), ("call_911", "by_colleague", 1), ("first_dose", "given", 2),
    ("breathe", "breathing_for", 2), ("second_dose", "breathes", 5), ("side", "on_side", 6),
    ("stay", "taken", 14),
)  # fmt: skip


def add_safety(now: datetime) -> int:
    """Through the rooms' own actions; nothing when there is a plan already."""
    people = {name: _actor(name) for name in ("counselor", "nurse", "supervisor", "director")}
    service = Actor.of_service("demo")
    if None in people.values() or (
        SafetyPlan.objects.for_actor(service, Purpose.OPERATIONS).exists()
    ):
        return 0
    made = _plans(people, now)
    made += _earlier(people, now)
    return made + _crises(people, now)


def _plans(people: dict[str, Any], now: datetime) -> int:
    """The demo's client agreed on the phone; two others with their counselor."""
    counselor = people["counselor"]
    mine = list(_clients(counselor))[:3]
    told = Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).first()
    own = actor_of(told) if told else None
    for number, client in enumerate(mine):
        then = now - timedelta(days=27 - 9 * number)
        plan = actions.start_plan(actor=counselor, client_id=client.pk, now=then)
        actions.save_plan(actor=counselor, plan_id=plan.pk, parts=PLAN, now=then)
        by_phone = own is not None and own.client_id == client.pk
        actions.agree_to_plan(
            actor=own if by_phone and own else counselor, plan_id=plan.pk,
            signer_name=client.name, read_hash=content_hash(PLAN), now=then + timedelta(minutes=20),
        )  # fmt: skip
    return len(mine)


def _earlier(people: dict[str, Any], now: datetime) -> int:
    """Written by the nurse, closed by the supervisor; the last one still waits for its cause."""
    nurse, supervisor = people["nurse"], people["supervisor"]
    # Who works at every site is granted none by name.
    first = Site.objects.order_by("code").values_list("pk", flat=True)[0]
    site_id = next(iter(nurse.site_ids), first)
    for number, (ago, kind, severity, place, what, done, cause) in enumerate(EARLIER):
        then = now - timedelta(days=ago)
        row: Incident = incidents.write_incident(
            actor=nurse, site_id=site_id, kind=kind, severity=severity,
            occurred_at=then - timedelta(minutes=40), place=place, what=what,
            immediate_action=done, origin=f"demo:{number}", now=then,
        )  # fmt: skip
        hours = 11 if number == 2 else 3
        incidents.report_inside(actor=nurse, incident_id=row.pk, now=then + timedelta(hours=hours))
        if number == len(EARLIER) - 1:
            continue
        by = {"actor": supervisor, "incident_id": row.pk, "now": then + timedelta(days=2)}
        incidents.finish_root_cause(**by, cause=cause, found="", lessons="")
        incidents.close_incident(**by)
    return len(EARLIER)


def _crises(people: dict[str, Any], now: datetime) -> int:
    """An overdose gone through yesterday, whose report goes to the state today."""
    counselor, nurse = people["counselor"], people["nurse"]
    clients = list(_clients(counselor))
    if len(clients) < 4:
        return 0
    then = now - timedelta(hours=20)
    run = actions.start_crisis(
        actor=counselor, code="overdose", site_id=clients[3].site_id, client_id=clients[3].pk,
        place="Hall, ground floor", now=then,
    )  # fmt: skip
    for number, (step, answer, minutes) in enumerate(OVERDOSE):
        actions.stamp_step(
            actor=nurse if number > 3 else counselor, run_id=run.pk, step=step, answer=answer,
            now=then + timedelta(minutes=minutes),
        )  # fmt: skip
    opened = Incident.objects.for_actor(people["director"], Purpose.OPERATIONS)
    row = opened.get(origin=f"safety.crisis:{run.pk}")
    incidents.report_inside(actor=nurse, incident_id=row.pk, now=then + timedelta(hours=2))
    return len(OVERDOSE) + 2


def _clients(counselor: Actor) -> list[Client]:
    """The counselor's own clients in care, the demo's own first."""
    told = Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).first()
    rows = Episode.objects.for_actor(counselor, Purpose.TREATMENT).filter(ended_at=None)
    found = {row.client_id: row.client for row in rows.select_related("client")}
    mine = sorted(found.values(), key=lambda each: each.chart_number)
    return sorted(mine, key=lambda each: told is None or each.account_id != told.pk)


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    actor = actor_of(account) if account else None
    return actor if actor is not None and actor.worker_id else None
