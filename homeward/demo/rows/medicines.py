"""A morning at the nurse's: lists gone through, doses by the clock, and what waits for somebody."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.admissions.queries import open_episode_of
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.instruments.actions import answer_instrument
from homeward.kernel.purposes import Purpose
from homeward.medications import actions
from homeward.medications.models import Medication
from homeward.medications.reaching import local_day
from homeward.medications.rules.listing import Line
from homeward.medications.rules.reconciling import Said
from homeward.medications.rules.vitals import Measured
from homeward.medications.timing import due_times
from homeward.people.models import Client
from homeward.plans.models import Plan
from homeward.program.models import Site

MOST = 8
PRESCRIBER = "Dr. Amara Osei"
CALM_COWS = {str(number): 0 for number in range(1, 12)} | {"1": 1, "2": 1, "8": 1, "9": 1}
FILM = Line(
    kind="buprenorphine_film", name="Buprenorphine with naloxone", dose="8 mg/2 mg",
    route="sublingual", frequency="once a day", prescriber=PRESCRIBER,
    reason="opioid use disorder", is_observed=True,
)  # fmt: skip
INJECTION = Line(
    kind="naltrexone_injection", name="Naltrexone, extended release", dose="380 mg",
    route="intramuscular", frequency="every 28 days", prescriber=PRESCRIBER,
    reason="alcohol use disorder", injection_days=28,
)  # fmt: skip
METHADONE = Line(
    kind="methadone", name="Methadone", dose="as the program doses it", route="oral",
    frequency="once a day", prescriber="Lakeside OTP", dispenser="Lakeside OTP",
    reason="opioid use disorder",
)  # fmt: skip
OTHERS = (
    Line(
        name="Sertraline", dose="50 mg", route="oral", frequency="every morning",
        prescriber="Birchwood Family Clinic", reason="depression",
    ),
    Line(
        name="Albuterol", dose="2 puffs", route="inhaled", frequency="as needed",
        prescriber="Birchwood Family Clinic", reason="asthma", stays_with_person="inhaler",
    ),
    Line(
        name="Lisinopril", dose="10 mg", route="oral", frequency="every morning",
        prescriber="Birchwood Family Clinic", reason="high blood pressure",
    ),
    Line(name="Melatonin", dose="3 mg", route="oral", frequency="at night", reason="sleep"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _House:
    """Who writes in the demo, and when it is."""

    nurse: Actor
    technician: Actor
    physician: Actor
    now: datetime


def add_medicines(now: datetime) -> int:
    """Rows of the people whom the demo's nurse has on her team; nothing when there are some."""
    found = {name: _actor(name) for name in ("nurse", "technician", "physician")}
    if any(actor is None for actor in found.values()):
        return 0
    house = _House(now=now, **found)  # type: ignore[arg-type]
    if Medication.objects.for_actor(house.nurse, Purpose.TREATMENT).exists():
        return 0
    plans = Plan.objects.for_actor(Actor.of_service("demo"), Purpose.OPERATIONS)
    mine = Client.objects.for_actor(house.nurse, Purpose.TREATMENT, to=Access.WRITE)
    active = plans.filter(state=Plan.State.ACTIVE, client__in=mine.values("pk"))
    words = {row.client: row.medications for row in active.select_related("client__site")}
    chosen = sorted(words, key=lambda each: (words[each] in ("", "none"), each.chart_number))
    count = sum(
        _one(house, client, words[client], number) for number, client in enumerate(chosen[:MOST])
    )
    return count + _kits(house)


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    actor = actor_of(account) if account else None
    return actor if actor is not None and actor.worker_id else None


def _one(house: _House, client: Client, words: str, number: int) -> int:
    """Everything about one person, written down over the last weeks."""
    about: dict[str, Any] = {"actor": house.nurse, "client_id": client.pk}
    then = house.now - timedelta(days=20 - number)
    lines = [_addiction(words, number), OTHERS[number % len(OTHERS)]]
    made = []
    for line in lines:
        if line.is_observed:
            times = _times(client.site, house.now, number)
            line = replace(line, dose_times=times)
        made.append(
            actions.record_medicine(
                **about, line=line, started_on=(then - timedelta(days=21)).date(), now=then
            )
        )
    said = [
        Said(medication_id=row.pk, last_taken="this morning", source="bottle", action="continue")
        for row in made
    ]
    actions.reconcile(**about, moment="admission", said=said, now=then)
    _asked(house, client, number, then)
    _doses(house, client, made[0], number)
    _waiting(house, client, made[0], number)
    return len(made) + 4


def _addiction(words: str, number: int) -> Line:
    if number == 5:
        return METHADONE
    return INJECTION if "naltrexone" in words.lower() else FILM


def _times(site: Site, now: datetime, number: int) -> tuple[time, ...]:
    """Doses before, around and after the present quarter of an hour, all on the same day."""
    here = now.astimezone(ZoneInfo(site.time_zone))
    quarters = here.hour * 4 + here.minute // 15 + (-6, 0, 1, 10)[number % 4]
    quarters = min(max(quarters, 0), 95)
    return (time(quarters // 4, quarters % 4 * 15),)


def _asked(house: _House, client: Client, number: int, then: datetime) -> None:
    about: dict[str, Any] = {"actor": house.nurse, "client_id": client.pk, "now": then}
    if client.allergies:
        actions.add_allergy(
            **about, substance="Ibuprofen", reaction="stomach pain", severity="mild",
            said_by="person",
        )  # fmt: skip
    elif number % 3:
        actions.state_allergies(**about, says="none_known")
    if number % 4 != 3:
        actions.record_pdmp_check(**about, state="IL", finding="as_expected")
    actions.offer_naloxone(
        **about, outcome="given" if number % 3 else "declined", is_trained=bool(number % 3),
        lot="NX-2291", expires_on=(house.now + timedelta(days=500)).date(),
    )  # fmt: skip
    pulse = 118 if number == 1 else 70 + number
    measured = Measured(pulse=pulse, systolic=118 + number, diastolic=76, oxygen=98)
    actions.take_vitals(**{**about, "now": house.now - timedelta(days=1)}, measured=measured)
    if number % 2:
        actions.record_education(
            **about, topic=("tb", "hiv")[number // 2 % 2], manner="group", testing="wanted",
            on=local_day(then, client.site),
        )  # fmt: skip


def _doses(house: _House, client: Client, medicine: Medication, number: int) -> None:
    """What was written down on the last three days, and one dose that fell on the floor."""
    here = house.now.astimezone(ZoneInfo(client.site.time_zone)).date()
    for back in (3, 2, 1):
        for due_at in due_times(medicine, here - timedelta(days=back)):
            if number == 2 and back == 1:
                continue  # nobody wrote this one down: the hour asks for it
            is_wasted = number == 3 and back == 1
            actions.record_dose(
                actor=house.nurse if is_wasted else house.technician,
                medication_id=medicine.pk, due_at=due_at, now=due_at + timedelta(minutes=4),
                state="wasted" if is_wasted else "taken",
                reason="fell on the floor" if is_wasted else "",
            )  # fmt: skip


def _waiting(house: _House, client: Client, medicine: Medication, number: int) -> None:
    about: dict[str, Any] = {"actor": house.nurse, "client_id": client.pk}
    if number == 0:
        actions.begin_watch(
            **about, scale="cows", ordered_by=PRESCRIBER, now=house.now - timedelta(hours=5)
        )
        answer_instrument(
            **about, instrument="cows", answers=CALM_COWS, now=house.now - timedelta(hours=4)
        )
    prescriber_id = house.physician.worker_id
    if number == 1 and prescriber_id is not None:
        actions.write_order(
            **about, kind="observe", body="One film each day under observation, for four weeks.",
            ordered_by_id=prescriber_id, way="spoken", was_read_back=True,
            medication_id=medicine.pk, now=house.now - timedelta(hours=3),
        )  # fmt: skip
        episode = open_episode_of(house.nurse, client)
        stated = house.now - timedelta(days=46)
        actions.certify(
            actor=house.physician, client_id=client.pk,
            now=max(stated, episode.admitted_at) if episode else stated,
            statements=("under_physician", "needs_nine_hours", "disorder_interferes",
                        "can_take_part"),
        )  # fmt: skip


def _kits(house: _House) -> int:
    """Kits at each site; those of the first were last counted five weeks ago."""
    count = 0
    for number, site in enumerate(Site.objects.order_by("code")):
        for place, days in (("Front desk", 500), ("Group room 1", 45)):
            actions.add_stock(
                actor=house.nurse, site_id=site.pk, place=place, lot=f"NX-{2290 + number}",
                kits=4, expires_on=(house.now + timedelta(days=days)).date(),
                now=house.now - timedelta(days=35 - 20 * number),
            )  # fmt: skip
            count += 1
    return count
