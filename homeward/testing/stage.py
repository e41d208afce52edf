"""A named cast: the same few people in every test and bench (pytest has them as `cast`).

Dana (counselor), Ruth (nurse), Sam (supervises Dana), Dina (director), Tess (technician), Ada
(admissions), Omar (counselor of another site), Jo (client on Dana's team, admitted), Kim (Jo's
mother, whose consent was revoked), Pat (client of the other site). Omar and Kim appear in every
access test.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from homeward.accounts.models import Account
from homeward.admissions.models import Episode, EpisodeStage
from homeward.core.actors import Actor, actor_of
from homeward.doorways.models import Doorway
from homeward.kernel.roles import Duty, Role
from homeward.people.models import Client, Contact, TeamMembership
from homeward.placement.models import Placement
from homeward.program.models import Organisation, Phase, Program, Room, SessionType, Site, Track
from homeward.staff.models import Credential, DutyGrant, RoleGrant, Supervision, Worker
from homeward.timetable.models import TherapyGroup

TUESDAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
LONG_AGO = date(2026, 1, 1)
PASSWORD = "a long enough phrase"


@dataclass(slots=True)
class Player:
    """One member of the cast: the row, the account that signs in, and the actor."""

    row: Any
    account: Account
    fixed: Actor | None = None

    @property
    def actor(self) -> Actor:
        return self.fixed or actor_of(self.account)

    @property
    def pk(self) -> Any:
        return self.row.pk


@dataclass(slots=True)
class Cast:
    """Everybody and every place, by name."""

    site: Site
    other_site: Site
    program: Program
    phases: dict[str, Phase]
    track: Track
    evening: Track
    types: dict[str, SessionType]
    rooms: list[Room]
    people: dict[str, Player] = field(default_factory=dict)
    group: Any = None
    episode: Any = None
    other_episode: Any = None

    def __getattr__(self, name: str) -> Player:
        try:
            return object.__getattribute__(self, "people")[name]
        except KeyError:
            raise AttributeError(name) from None


STAFF = (
    ("dana", "Dana Reyes", Role.COUNSELOR, "LPC", True, ()),
    ("ruth", "Ruth Abara", Role.NURSE, "RN", True, (Duty.BREAK_GLASS,)),
    (
        "sam",
        "Sam Whitfield",
        Role.SUPERVISOR,
        "LCSW",
        True,
        (Duty.PUBLISH_WEEK, Duty.PRIVACY_OFFICER, Duty.BREAK_GLASS),
    ),
    (
        "dina",
        "Dina Volkov",
        Role.DIRECTOR,
        "LCSW",
        True,
        (Duty.PUBLISH_WEEK, Duty.PRIVACY_OFFICER, Duty.ADOPT_NUMBERS, Duty.BREAK_GLASS),
    ),
    ("tess", "Tess Lund", Role.TECHNICIAN, "CDT", True, ()),
    ("ada", "Ada Flores", Role.ADMISSIONS, "BA", True, ()),
    ("fay", "Fay Okonjo", Role.FRONT_DESK, "", True, ()),
    ("omar", "Omar Haddad", Role.COUNSELOR, "LPC", False, ()),
)


def make_cast() -> Cast:
    """Build the places and the people; the smallest program that is valid."""
    zone = "America/Chicago"
    Organisation.objects.create(
        name="Cedar House", public_name="Cedar House", neutral_name="CH", time_zone=zone
    )
    site = Site.objects.create(code="main", name="Main Street", time_zone=zone)
    other = Site.objects.create(code="north", name="North", time_zone=zone)
    program = Program.objects.create(code="iop", name="Intensive outpatient")
    cast = Cast(
        site=site,
        other_site=other,
        program=program,
        phases=_phases(program),
        track=_track(program, site, "day", time(9, 30), time(16)),
        evening=_track(program, site, "evening", time(18), time(21, 15)),
        types=_types(program),
        rooms=[
            Room.objects.create(site=site, code=f"r{n}", name=f"Room {n}", seats=12) for n in (1, 2)
        ],
    )
    for code, name, role, credential, is_here, duties in STAFF:
        cast.people[code] = make_worker(cast, code, name, role, credential, is_here, duties)
    Supervision.objects.create(
        supervisor=cast.sam.row, supervisee=cast.dana.row, starts_on=LONG_AGO
    )
    cast.people["jo"] = make_client(cast, "jo", "Jo Avery", site, "HW-00001")
    cast.people["pat"] = make_client(cast, "pat", "Pat Moreau", other, "HW-00002")
    cast.episode = admitted(cast, cast.jo.row, cast.dana.row, site)
    cast.other_episode = admitted(cast, cast.pat.row, cast.omar.row, other)
    cast.people["kim"] = _contact(cast, "kim", "Kim Avery")
    cast.group = TherapyGroup.objects.create(
        code="early-b",
        name="Early recovery B",
        program=program,
        site=site,
        track=cast.track,
        session_type=cast.types["group"],
        room=cast.rooms[0],
        leader=cast.dana.row,
        weekday=1,
        starts=time(9, 30),
        ends=time(11),
        clinical_minutes=90,
        capacity=10,
        starts_on=LONG_AGO,
    )
    cast.group.phases.add(cast.phases["early"])
    return cast


def _phases(program: Program) -> dict[str, Phase]:
    rows = (
        ("orientation", "indigo", "2.1", 720, 4, 2),
        ("early", "blue", "2.1", 720, 4, 6),
        ("middle", "teal", "2.1", 540, 3, 4),
        ("late", "green", "1", 360, 2, 4),
        ("continuing", "gold", "1", 90, 1, 12),
    )
    return {
        code: Phase.objects.create(
            program=program,
            code=code,
            name=code.capitalize(),
            position=n,
            color=color,
            level_code=level,
            weekly_minutes=minutes,
            days_per_week=days,
            typical_weeks=weeks,
            tests_per_month=8 if n < 3 else 2,
        )
        for n, (code, color, level, minutes, days, weeks) in enumerate(rows, start=1)
    }


def _track(program: Program, site: Site, code: str, starts: time, ends: time) -> Track:
    return Track.objects.create(
        program=program,
        site=site,
        code=code,
        name=code.capitalize(),
        day_starts=starts,
        day_ends=ends,
    )


def _types(program: Program) -> dict[str, SessionType]:
    rows = (("group", 90, 10), ("education", 45, 24), ("individual", 50, 1), ("family", 90, 6))
    return {
        code: SessionType.objects.create(
            program=program,
            code=code,
            name=code.capitalize(),
            kind=code,
            clinical_minutes=minutes,
            largest=largest,
        )
        for code, minutes, largest in rows
    }


def make_worker(
    cast: Cast, code: str, name: str, role: Role, credential: str, is_here: bool, duties: Any
) -> Player:
    """A worker with an account, a credential, one role at one site, and duties."""
    account = Account.objects.create_user(code, PASSWORD, is_demo=True)
    site = cast.site if is_here else cast.other_site
    worker = Worker.objects.create(
        code=code, account=account, name=name, site=site, title=role.value
    )
    if credential:
        Credential.objects.create(
            worker=worker, code=credential.lower(), title=credential, starts_on=LONG_AGO
        )
    RoleGrant.objects.create(
        worker=worker, role=role, program=cast.program, site=site, starts_on=LONG_AGO
    )
    for duty in duties:
        DutyGrant.objects.create(worker=worker, duty=duty, program=cast.program, starts_on=LONG_AGO)
    return Player(worker, account)


def make_client(cast: Cast, code: str, name: str, site: Site, chart_number: str) -> Player:
    """A client with an account of their own."""
    account = Account.objects.create_user(code, PASSWORD, is_demo=True)
    client = Client.objects.create(
        site=site,
        account=account,
        chart_number=chart_number,
        primary_substance="alcohol",
        name=name,
        birth_date=date(1992, 3, 5),
        phone_ending="0142",
    )
    Doorway.objects.create(
        client=client, site=site, whose="client", account=account, opened_at=NOON,
        proofed_at=NOON,
    )  # fmt: skip
    return Player(client, account)


def _contact(cast: Cast, code: str, name: str) -> Player:
    account = Account.objects.create_user(code, PASSWORD, is_demo=True)
    contact = Contact.objects.create(
        client=cast.jo.row,
        site=cast.site,
        kind=Contact.Kind.FAMILY,
        name=name,
        relation="mother",
        account=account,
    )
    return Player(contact, account)


def admitted(cast: Cast, client: Client, counselor: Worker, site: Site) -> Episode:
    """An open episode of four weeks in the early phase, with its primary counselor."""
    admitted_at = NOON - timedelta(days=28)
    placement = Placement.objects.create(
        client=client,
        site=site,
        assessor=counselor,
        assessed_at=admitted_at,
        ratings={str(n): 1 for n in range(1, 7)},
        indicated_level="2.1",
        provided_level="2.1",
        decided_at=admitted_at,
        decided_by=counselor,
    )
    TeamMembership.objects.create(
        client=client,
        site=site,
        worker=counselor,
        role=Role.COUNSELOR,
        is_primary=True,
        starts_at=admitted_at,
    )
    episode = Episode.objects.create(
        client=client,
        site=site,
        program=cast.program,
        track=cast.track,
        placement=placement,
        admitted_at=admitted_at,
        admitted_on=admitted_at.date(),
        admitted_by=counselor,
        phase=cast.phases["early"],
        level_code="2.1",
    )
    EpisodeStage.objects.create(
        client=client,
        site=site,
        episode=episode,
        phase=cast.phases["early"],
        level_code="2.1",
        starts_at=admitted_at,
        by=counselor,
        reason="admission",
    )
    return episode


def as_service(player: Player) -> Actor:
    """The same reference, without limits: for a test that must read what a role may not."""
    return replace(Actor.of_service("test"), account_id=player.account.pk)
