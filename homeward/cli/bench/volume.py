"""Building a large record fast: set-based SQL, every constraint and trigger in force.

The shape: six rooms and eight sessions a day in each, back through the years until there are
enough notes; ten of the clients sit in each session in turn, and one client sits in a thousand.
Text is one sealed value repeated; its length and its decryption cost are real.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from homeward.config.launch.home import CHECKOUT, Home

SEATS, ROOMS, SLOTS = 10, 6, 8
PER_DAY = SEATS * ROOMS * SLOTS
CASELOAD, OPEN = 40, 400
LONG_STAY = 1000
LICENSED_ON = date(2000, 1, 1)
PASSWORD = "homeward-demo-only"
NOTE = (
    "Named two triggers from the weekend and how the evening walk helped. Asked the group for"
    " words to use when a former friend calls. Will try the card with three steps before Friday."
)


@dataclass(slots=True)
class Built:
    """What was built, how long it took, and where to look at it."""

    seconds: float
    rows: dict[str, int]
    disk_bytes: int
    addresses: dict[str, str] = field(default_factory=dict)


def build_volume(home: Home, *, clients: int, notes: int, say: Callable[[str], None]) -> Built:
    """Fill the empty database of `home`; returns the counts and the pages to ask for."""
    began = time.perf_counter()
    program = load_program(CHECKOUT / "programs" / "cedar-house.toml")
    values = _values(program, clients, notes)
    from psycopg import ClientCursor

    from homeward.config.launch import database, roles

    with roles.open_connection(database.connections(home)["owner"]) as owner:
        owner.execute("SET synchronous_commit = off")
        owner.execute("SET maintenance_work_mem = '512MB'")
        for title, sql in STATEMENTS:
            started = time.perf_counter()
            ClientCursor(owner).execute(sql, values)
            say(f"{title}: {time.perf_counter() - started:.0f} s")
        owner.execute("ANALYZE")
        rows = {table: _count(owner, table) for table in COUNTED}
        disk = owner.execute("SELECT pg_database_size(current_database())").fetchone()
    return Built(
        seconds=round(time.perf_counter() - began, 1),
        rows=rows,
        disk_bytes=int(disk[0]) if disk else 0,
        addresses={
            "today": "/desk/today/",
            "clients": "/desk/clients/",
            "chart": f"/desk/clients/{values['long_client']}/",
            "week": "/desk/week/",
            "search": "/desk/clients/find/?q=client+12&as=options",
        },
    )


def load_program(file: Path) -> dict[str, Any]:
    """Load a program file and give its workers accounts; returns the ids the SQL needs."""
    from homeward.accounts.models import Account
    from homeward.core import clock
    from homeward.core.actors import Actor
    from homeward.program.actions import load_program_file
    from homeward.program.models import Program, Room, SessionType, Site, Track
    from homeward.staff.models import Credential, Worker

    load_program_file(
        actor=Actor.of_service("bench"), text=file.read_text(encoding="utf-8"), now=clock.now()
    )
    for worker in Worker.objects.exclude(user_name=""):
        account = Account.objects.create_user(worker.user_name, PASSWORD, is_demo=True)
        worker.change(account=account)
    counselor = Worker.objects.get(user_name="counselor")
    site: Site = counselor.site
    program = Program.objects.get()
    track = Track.objects.filter(program=program, site=site).order_by("code").first()
    rooms = list(Room.objects.filter(site=site).order_by("pk")[:ROOMS])
    rooms += [
        Room.objects.create(site=site, code=f"b{number}", name=f"Room {number}", seats=14)
        for number in range(len(rooms), ROOMS)
    ]
    phases = list(program.phases.order_by("position"))
    kind = SessionType.objects.filter(program=program, kind="group").order_by("code").first()
    workers = list(Worker.objects.filter(site=site).order_by("user_name")[:ROOMS])
    for worker in {counselor, *workers}:  # years of notes that wait for nobody
        Credential.objects.create(
            worker=worker, code="lpc", title="LPC", may_sign_alone=True, starts_on=LICENSED_ON
        )
    assert track and kind
    return {
        "site": site.pk,
        "program": program.pk,
        "track": track.pk,
        "phase": phases[min(1, len(phases) - 1)].pk,
        "kind": kind.pk,
        "rooms": [room.pk for room in rooms],
        "workers": [counselor.pk, *(w.pk for w in workers if w.pk != counselor.pk)][:ROOMS],
        "counselor": counselor.pk,
    }


def _values(program: dict[str, Any], clients: int, notes: int) -> dict[str, Any]:
    from homeward.core import clock
    from homeward.core.crypto import encrypt

    days = max(-(-notes // PER_DAY), 7)
    today = clock.today()
    long_client: UUID = uuid4()
    return {
        **program,
        "clients": clients,
        "days": days,
        "first_day": today - timedelta(days=days - 3),
        "long_first_day": today - timedelta(days=min(LONG_STAY, days * SLOTS) // SLOTS + 1),
        "today": today,
        "open": min(OPEN, clients),
        "caseload": min(CASELOAD, clients),
        "long_client": long_client,
        "long_episode": uuid4(),
        "long_placement": uuid4(),
        "long_stay": min(LONG_STAY, days * SLOTS),
        "body": encrypt(NOTE, "notes.clientnote.body"),
        "digest": "0" * 64,
    }


def _count(owner: Any, table: str) -> int:
    return int(owner.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


COUNTED = (
    "people_client",
    "admissions_episode",
    "timetable_groupsession",
    "timetable_seat",
    "attendance_attendancemark",
    "attendance_punch",
    "notes_clientnote",
)

STATEMENTS: tuple[tuple[str, str], ...] = (
    (
        "clients",
        """
        CREATE TEMP TABLE who AS
        SELECT n, CASE WHEN n = 0 THEN %(long_client)s::uuid ELSE gen_random_uuid() END AS client,
               CASE WHEN n = 0 THEN %(long_episode)s::uuid ELSE gen_random_uuid() END AS episode,
               CASE WHEN n = 0 THEN %(long_placement)s::uuid ELSE gen_random_uuid() END AS placement
          FROM generate_series(0, %(clients)s - 1) AS n;
        CREATE INDEX ON who (n);
        INSERT INTO people_client (id, version, created_at, site_id, chart_number, name,
          preferred_name, pronouns, birth_date, sex, language, phone, phone_ending, voicemail,
          allergies, primary_substance, diagnosis)
        SELECT client, 1, now(), %(site)s, 'HW-' || lpad((n + 20000)::text, 6, '0'),
          'Client ' || n || ' ' || chr(65 + n %% 26) || 'ample', '', '',
          date '1985-01-01' + n %% 6000,
          '', 'en', '', lpad((n %% 10000)::text, 4, '0'), 'no_details', '', 'alcohol', ''
        FROM who;
        """,
    ),
    (
        "episodes",
        """
        INSERT INTO placement_placement (id, version, created_at, client_id, site_id, edition,
          assessor_id, credential, assessed_at, ratings, narratives, facts, indicated_level,
          provided_level, discrepancy, discrepancy_note, decided_at, decided_by_id, client_view)
        SELECT placement, 1, now(), client, %(site)s, '3', %(counselor)s, 'LPC',
          %(first_day)s::timestamptz, '{}', '{}', '{}', '2.1', '2.1', '', '',
          %(first_day)s::timestamptz, %(counselor)s, ''
        FROM who;
        INSERT INTO admissions_episode (id, version, created_at, client_id, site_id, program_id,
          track_id, placement_id, admitted_at, admitted_on, admitted_by_id, phase_id, level_code,
          referral_source, ended_at, ended_on)
        SELECT episode, 1, now(), client, %(site)s, %(program)s, %(track)s, placement,
          CASE WHEN n = 0 THEN %(long_first_day)s ELSE %(first_day)s END::timestamptz,
          CASE WHEN n = 0 THEN %(long_first_day)s ELSE %(first_day)s END::date,
          %(counselor)s, %(phase)s, '2.1', 'self',
          CASE WHEN n < %(open)s THEN NULL ELSE now() END,
          CASE WHEN n < %(open)s THEN NULL ELSE %(today)s::date END
        FROM who;
        INSERT INTO admissions_episodestage (id, version, created_at, client_id, site_id,
          episode_id, phase_id, level_code, starts_at, by_id, reason)
        SELECT gen_random_uuid(), 1, now(), client, %(site)s, episode, %(phase)s, '2.1',
          CASE WHEN n = 0 THEN %(long_first_day)s ELSE %(first_day)s END::timestamptz,
          %(counselor)s, 'admission' FROM who;
        INSERT INTO people_teammembership (id, version, created_at, client_id, site_id, worker_id,
          role, is_primary, starts_at, ends_at, reason)
        SELECT gen_random_uuid(), 1, now(), client, %(site)s,
          CASE WHEN n < %(caseload)s THEN %(counselor)s
               ELSE (%(workers)s::uuid[])[2 + n %% (cardinality(%(workers)s::uuid[]) - 1)] END,
          'counselor', n < %(open)s, %(first_day)s::timestamptz,
          CASE WHEN n < %(open)s THEN NULL ELSE now() END, ''
        FROM who;
        """,
    ),
    (
        "sessions",
        """
        CREATE TEMP TABLE meeting AS
        SELECT gen_random_uuid() AS id, day, slot, room,
          (%(first_day)s::date + day) AS on_day,
          ((%(first_day)s::date + day) + time '08:00' + slot * interval '90 minutes')
            AT TIME ZONE 'America/Chicago' AS starts_at,
          day::bigint * 480 + (slot * 6 + room) * 10 AS first_seat
        FROM generate_series(0, %(days)s - 1) AS day, generate_series(0, 7) AS slot,
             generate_series(0, 5) AS room;
        INSERT INTO timetable_groupsession (id, version, created_at, site_id, program_id,
          session_type_id, name, room_id, "on", starts_at, ends_at, clinical_minutes, capacity,
          cancelled_reason)
        SELECT id, 1, now(), %(site)s, %(program)s, %(kind)s, 'Group ' || room,
          (%(rooms)s::uuid[])[room + 1], on_day, starts_at, starts_at + interval '75 minutes', 75,
          12, '' FROM meeting;
        INSERT INTO timetable_sessionleader (id, version, created_at, session_id, worker_id,
          is_assistant, starts_at, ends_at, is_released)
        SELECT gen_random_uuid(), 1, now(), id, (%(workers)s::uuid[])[room + 1], false,
          starts_at, starts_at + interval '75 minutes', false
        FROM meeting WHERE room < cardinality(%(workers)s::uuid[]);
        """,
    ),
    (
        "seats",
        """
        CREATE TEMP TABLE place AS
        SELECT gen_random_uuid() AS id, m.id AS session, w.client, w.episode, seat + 1 AS number,
          m.starts_at, m.on_day, m.room
        FROM meeting m CROSS JOIN generate_series(0, 9) AS seat
        JOIN who w ON w.n = 1 + (m.first_seat + seat) %% (%(clients)s - 1);
        INSERT INTO place
        SELECT gen_random_uuid(), id, %(long_client)s::uuid, %(long_episode)s::uuid, 11, starts_at,
          on_day, room
        FROM (SELECT * FROM meeting WHERE room = 0 AND on_day < %(today)s::date
              ORDER BY starts_at DESC LIMIT %(long_stay)s) AS latest;
        INSERT INTO timetable_seat (id, version, created_at, client_id, site_id, session_id,
          episode_id, number, starts_at, ends_at, capacity, origin, released_reason)
        SELECT id, 1, now(), client, %(site)s, session, episode, number, starts_at,
          starts_at + interval '75 minutes', 12, 'group', '' FROM place;
        """,
    ),
    (
        "attendance",
        """
        CREATE TEMP TABLE came AS SELECT gen_random_uuid() AS mark, * FROM place
          WHERE on_day < %(today)s::date;
        INSERT INTO attendance_attendancemark (id, version, created_at, client_id, site_id, seat_id,
          session_id, episode_id, "on", state, reason, credited_minutes, marked_at, marked_by_id)
        SELECT mark, 1, now(), client, %(site)s, id, session, episode, on_day, 'present', '', 75,
          starts_at, %(counselor)s FROM came;
        INSERT INTO attendance_punch (id, version, created_at, client_id, site_id, mark_id, in_at,
          out_at, is_telehealth)
        SELECT gen_random_uuid(), 1, now(), client, %(site)s, mark, starts_at,
          starts_at + interval '75 minutes', false FROM came;
        """,
    ),
    (
        "notes",
        """
        INSERT INTO notes_clientnote (id, version, created_at, client_id, site_id, session_id,
          episode_id, author_id, "on", participation, response, progress, minutes, body,
          body_digest, saved_at, due_at, signed_at, signed_by_id, credential, content_hash)
        SELECT gen_random_uuid(), 1, now(), client, %(site)s, session, episode,
          (%(workers)s::uuid[])[1 + room %% cardinality(%(workers)s::uuid[])], on_day,
          '{shared}', '{applied_skill}', 'some_progress', 75, %(body)s, %(digest)s,
          starts_at, starts_at + interval '1 day',
          CASE WHEN on_day < %(today)s::date - 1 THEN starts_at + interval '2 hours' END,
          CASE WHEN on_day < %(today)s::date - 1
               THEN (%(workers)s::uuid[])[1 + room %% cardinality(%(workers)s::uuid[])] END,
          'LPC', CASE WHEN on_day < %(today)s::date - 1 THEN %(digest)s ELSE '' END
        FROM came;
        """,
    ),
)
