"""Places elsewhere, made up, around Chicago; and a few referrals on their way to them.

Every name, address and number is invented (555-01 numbers are never given out).
"""

from datetime import date, datetime, timedelta
from pathlib import Path

from homeward.admissions.models import Inquiry
from homeward.core.actors import Actor
from homeward.directory.actions.keep import values_of
from homeward.directory.actions.refer import (
    close_referral,
    open_referral,
    record_hand_off_step,
)
from homeward.directory.actions.take_sheet import WORDS
from homeward.directory.models import Referral, Service, ServiceEdit
from homeward.directory.rules.sheet import Place, read_sheet
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.staff.models import RoleGrant, Worker

HOUSE = Actor.of_service("demo")
FILE = Path(__file__).parents[1] / "places.csv"
# Days since somebody asked the place; one that is not named was never asked.
DAYS_SINCE_CHECK = {
    "lakeshore-detox": 24,
    "westbridge-detox": 71,
    "south-harbor-detox": 210,
    "maple-residence": 48,
    "hazel-house": 33,
    "prairie-star": 150,
    "oak-field-php": 12,
    "midway-php": 95,
    "rivers-edge-iop": 65,
    "camino-iop": 19,
    "harborline-outpatient": 130,
    "garfield-clinic": 9,
    "uptown-bridge": 40,
    "juniper-house": 88,
    "linden-house": 170,
    "both-sides": 54,
    "veterans-post": 101,
    "first-talk": 260,
    "common-ground": 27,
    "plain-reason": 111,
    "morning-circle": 60,
    "parents-table": 44,
    "south-side-steps": 190,
}


def add_places(now: datetime) -> int:
    """The places and their checks, and three referrals; nothing where places stand already."""
    if Service.objects.exists():
        return 0
    worker = _keeper(now.date())
    sheet = read_sheet(FILE.read_text(encoding="utf-8"), WORDS)
    made = [_add(place, worker, now) for place in sheet.places]
    return len(made) + (_refer_some(worker, now) if worker else 0)


def _add(place: Place, worker: Worker | None, now: datetime) -> Service:
    ago = DAYS_SINCE_CHECK.get(place.code)
    checked = now - timedelta(days=ago) if ago is not None and worker else None
    values = values_of(place)
    service = Service.objects.create(
        code=place.code,
        verified_on=checked.date() if checked else None,
        verified_by=worker if checked else None,
        **values,
    )
    edits = [(ServiceEdit.What.ADDED, now - timedelta(days=300))]
    if checked:
        edits.append((ServiceEdit.What.VERIFIED, checked))
    for what, at in edits:
        ServiceEdit.objects.create(
            service=service, what=what, at=at, by=worker, fields=sorted(values), values=values
        )
    return service


def _refer_some(worker: Worker, now: datetime) -> int:
    """Two on their way and one that arrived, among those who ask for care."""
    waiting = _asking()
    detox, bridge, house = (
        Service.objects.get(code=code)
        for code in ("lakeshore-detox", "garfield-clinic", "hazel-house")
    )
    cases = (
        (Referral.Kind.DETOX, "withdrawal_risk", detox, 3, 5),
        (Referral.Kind.MEDICATION, "opioid_withdrawal", bridge, 9, -1),
        (Referral.Kind.RESIDENTIAL, "home_not_safe", house, 70, 2),
    )
    for client, (kind, code, place, hours_ago, hours_left) in zip(waiting, cases, strict=False):
        opened = now - timedelta(hours=hours_ago)
        row = open_referral(
            actor=HOUSE, client=client, site=client.site, kind=kind, reason_code=code,
            service=place, owner_id=worker.pk, due_at=now + timedelta(hours=hours_left), now=opened,
        )  # fmt: skip
        record_hand_off_step(
            actor=HOUSE, referral=row, step="called", told="together",
            spoke_with="intake desk", now=opened + timedelta(minutes=20),
        )  # fmt: skip
        if kind == Referral.Kind.MEDICATION:
            continue
        record_hand_off_step(
            actor=HOUSE, referral=row, step="accepted", told="nothing",
            spoke_with="intake desk", now=opened + timedelta(minutes=50),
        )  # fmt: skip
        if kind == Referral.Kind.RESIDENTIAL:
            close_referral(
                actor=HOUSE,
                referral=row,
                outcome="arrived",
                reason="",
                now=now - timedelta(hours=4),
            )
    return min(len(waiting), len(cases))


def _asking() -> list[Client]:
    """Clients whose inquiry is still on its way, the newest first."""
    on_the_way = ("screened", "benefits_verified", "assessment_scheduled", "assessed", "placed")
    rows = Inquiry.objects.for_actor(HOUSE, Purpose.OPERATIONS).filter(
        state__in=on_the_way, client__isnull=False
    )
    found = rows.select_related("client", "client__site").order_by("-first_request_at", "pk")[:3]
    return [row.client for row in found if row.client is not None]


def _keeper(today: date) -> Worker | None:
    """Somebody of the admissions desk."""
    grant = (
        RoleGrant.objects.filter(role=Role.ADMISSIONS, starts_on__lte=today)
        .select_related("worker")
        .order_by("worker__code")
        .first()
    )
    return grant.worker if grant else None
