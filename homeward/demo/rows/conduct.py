"""Rules in force, some talks and agreements, a search, visitors: the conduct room on a weekday."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from homeward import audit
from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.conduct import actions
from homeward.conduct.actions.rules import keep_signature
from homeward.conduct.actions.searches import Found
from homeward.conduct.at_the_door import seconds_at_door
from homeward.conduct.models import RulesEdition
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor, Grant, actor_of
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.program.models import Program, Site
from homeward.staff.models import Worker

SERVICE = Actor.of_service("demo")
WHO = ("director", "supervisor", "counselor", "technician", "nurse", "frontdesk")
# Kind, what happened, what was said, the client's answer; given around to a caseload.
TALKS = (
    ("late_or_left", "Came at 9:50, group began at 9:30.",
     "We looked at the bus times together and found an earlier one.", "agrees",
     "The first bus was full."),
    ("phone_or_recording", "Answered a call in group.",
     "Phone stays in the locker; calls about the children come to the front desk.", "partly",
     "It was the school."),
    ("substance_use", "Said at check-in that they drank on Saturday.",
     "We looked at what came before it and made a plan for the weekend.", "agrees",
     "I am glad I said it."),
    ("disrespect", "Called another speaker a liar, loudly.",
     "We talked about asking for a break when it gets hot.", "disagrees",
     "He talked over me first."),
    ("absence", "Two sessions without a call.",
     "We wrote the number on a card and set a reminder the evening before.", "", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _House:
    """Who acts in the demo, and when it is."""

    people: dict[str, Actor]
    now: datetime

    def __getitem__(self, name: str) -> Actor:
        return self.people[name]


def add_conduct(now: datetime) -> int:
    """The rules with their history, and what happened on one counselor's caseload."""
    accounts = {row.username: row for row in Account.objects.filter(username__in=WHO)}
    people = {name: actor_of(accounts[name]) for name in WHO if name in accounts}
    if len(people) < len(WHO) or RulesEdition.objects.exists():
        return 0
    house = _House(people, now)
    written = _rules(house)
    mine = Client.objects.for_actor(house["counselor"], Purpose.TREATMENT, to=Access.WRITE)
    in_care = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(ended_at=None)
    caseload = list(
        mine.filter(pk__in=in_care.values("client_id")).select_related("site").order_by(
            "chart_number"
        )
    )  # fmt: skip
    written += sum(_talk(house, client, number) for number, client in enumerate(caseload[:10]))
    if len(caseload) > 4:
        written += _further(house, caseload)
    return written + _door(house) + _visitors(house)


def _rules(house: _House) -> int:
    """Two editions: everybody signed the first; the second corrected one line and asks nobody."""
    program = Program.objects.order_by("code").first()
    if program is None:
        return 0
    begun, mended = house.now - timedelta(days=170), house.now - timedelta(days=20)
    director = house["director"]
    first = actions.start_rules_draft(actor=director, program_id=program.pk, now=begun)
    first = actions.publish_rules(actor=director, edition_id=first.pk, now=begun)
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(ended_at=None)
    people = [row for row in rows.select_related("client") if row.client.account_id is None]
    with audit.unit():
        for row in people:
            keep_signature(
                actor=SERVICE, client=row.client, edition=first, name=row.client.name,
                language=row.client.language, place="packet", now=max(row.admitted_at, begun),
            )  # fmt: skip
    second = actions.start_rules_draft(actor=director, program_id=program.pk, now=mended)
    actions.save_rules_draft(
        actor=director, edition_id=second.pk, now=mended, asks_again=False,
        english=second.english.replace("put away during", "put away in"), spanish=second.spanish,
        note="One line about phones reads more easily. The rule is the same.",
    )  # fmt: skip
    actions.publish_rules(actor=director, edition_id=second.pk, now=mended)
    return len(people) + 2


def _talk(house: _House, client: Client, number: int) -> int:
    kind, words, talk, stance, said = TALKS[number % len(TALKS)]
    at = house.now - timedelta(days=3 + 2 * number, hours=2)
    actions.record_event(
        actor=house["counselor"], client_id=client.pk, kind=kind, at=at, words=words, talk=talk,
        stance=stance, client_words=said, now=at,
    )  # fmt: skip
    return 3


def _further(house: _House, caseload: list[Client]) -> int:
    """An agreement with its appeal, a contract whose day has come, short notes, a restriction."""
    counselor, now = house["counselor"], house.now
    today = local_day(now)
    first, second, third, fourth = caseload[:4]
    about: dict[str, Any] = {"actor": counselor, "client_id": first.pk}
    then = now - timedelta(days=2, hours=5)
    late = actions.record_event(
        **about, kind="late_or_left", at=then, words="Came at 10:05.", now=then
    )
    step = actions.take_step(
        actor=counselor, event_id=late.pk, rung="written_agreement", now=then,
        words="Comes by 9:25, and calls before 9:00 when the bus does not.",
        consequence="After two more times we write a contract together.",
        review_on=today + timedelta(days=5), stance="disagrees", client_words="Two is too few.",
    )  # fmt: skip
    actions.file_appeal(
        actor=_as_client(first), step_id=step.pk, now=now - timedelta(days=1),
        words="The bus is not my fault. I ask for four times.",
    )  # fmt: skip
    again = now - timedelta(days=1, hours=20)
    call = actions.record_event(
        actor=counselor, client_id=second.pk, kind="phone_or_recording", at=again,
        words="The phone rang twice in group.", now=again,
    )  # fmt: skip
    actions.take_step(
        actor=counselor, event_id=call.pk, rung="written_agreement", now=again,
        words="The phone stays in the locker for two weeks.",
        consequence="Then we look at it with the supervisor.", review_on=today,
        stance="agrees",
    )  # fmt: skip
    for client, kind, words, rule in (
        (first, "praise", "Helped a new member find the room.", "respect"),
        (third, "dress", "Shirt with a beer label; wore a sweater over it.", "clothing"),
        (fourth, "conduct", "Talked while others spoke, stopped when asked.", "one_voice"),
    ):
        actions.write_conduct_note(
            actor=counselor, client_id=client.pk, kind=kind, words=words, rule_code=rule, now=again
        )
    actions.restrict_contact(
        actor=counselor, client_id=third.pk, between="contact", visitor="Rowan Pike",
        reach="site", starts_on=today - timedelta(days=24), review_on=today + timedelta(days=6),
        reason="Waited outside twice and would not leave. The client asked for it.", now=then,
    )  # fmt: skip
    return 10


def _door(house: _House) -> int:
    """A search for everyone on one morning, a no, and a pocket knife that waits for its owner."""
    technician, nurse = house["technician"], house["nurse"]
    seen = Client.objects.for_actor(technician, Purpose.TREATMENT, to=Access.MINIMAL)
    beside = Worker.objects.get(pk=nurse.worker_id)  # the second person is of the same house
    found = list(seen.filter(site_id=beside.site_id).order_by("chart_number")[:3])
    at = house.now - timedelta(hours=3)
    seconds = seconds_at_door(technician, beside.site_id, at)
    if not seconds:
        return 0
    second = next((each for each in seconds if each.pk == beside.pk), seconds[0])
    for number, client in enumerate(found):
        search = {
            "actor": technician, "client_id": client.pk, "ground": "everyone_today", "now": at,
            "places": ["bag", "coat_or_jacket_taken_off"],
        }  # fmt: skip
        if number == 1:
            actions.search_belongings(**search, agrees_now=False, told="Not today.")
            continue
        actions.sign_search_consent(
            actor=_as_client(client), client_id=client.pk, signer_name=client.name,
            language="en", now=at - timedelta(days=9),
        )  # fmt: skip
        actions.search_belongings(
            **search, agrees_now=True, second_id=second.pk, told="Fine with me.",
            found=[] if number else [Found("sharp_or_tool", "A pocket knife", "Locker 4")],
        )  # fmt: skip
    return 4 * len(found)


def _visitors(house: _House) -> int:
    """Two people in the house and three who left."""
    front, host = house["frontdesk"], house["counselor"]
    own = Site.objects.filter(pk__in=front.site_ids) if front.site_ids else Site.objects.all()
    site = own.order_by("code").first()
    if site is None or host.worker_id is None:
        return 0
    came = (
        ("Petra Lind", "Lind Plumbing", "maintenance", "4", 2, 0),
        ("Omid Sharif", "County health", "inspection", "7", 1, 0),
        ("Ray Cole", "Parcel service", "delivery", "2", 5, 1),
        ("June Park", "State college", "training", "9", 26, 1),
        ("Lou Grant", "", "job_applicant", "3", 50, 1),
    )
    for name, place, purpose, badge, hours, left in came:
        at = house.now - timedelta(hours=hours)
        visit = actions.sign_in_visitor(
            actor=front, site_id=site.pk, name=name, organisation=place, purpose=purpose,
            host_id=host.worker_id, badge=badge, has_promised=True, now=at,
        )  # fmt: skip
        if left:
            actions.sign_out_visitor(actor=front, visit_id=visit.pk, now=at + timedelta(minutes=40))
    return len(came)


def _as_client(client: Client) -> Actor:
    """The client as they would act on their own phone."""
    grant = Grant(Role.CLIENT, client.site_id)
    return replace(Actor(kind=CLIENT), client_id=client.pk, name=client.name, grants=(grant,))
