"""Filling a demo: its program, its accounts, and a story that ends today and goes on tomorrow."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from homeward.accounts.models import Account
from homeward.core.actors import Actor
from homeward.demo.accounts import (
    DEMO_CLIENT,
    DEMO_CLIENT_ACCOUNT,
    make_accounts_of,
    make_staff_accounts,
)
from homeward.demo.models import Told
from homeward.demo.outline_of import outline_of, zone_of_organisation
from homeward.demo.rows.after_care import add_after_care
from homeward.demo.rows.around_the_week import add_around_the_week
from homeward.demo.rows.authorizations import add_authorizations
from homeward.demo.rows.conduct import add_conduct
from homeward.demo.rows.dark_day import add_dark_day
from homeward.demo.rows.day_plans import add_day_plans
from homeward.demo.rows.desk_texts import add_desk_texts
from homeward.demo.rows.directory import add_places
from homeward.demo.rows.door import add_door
from homeward.demo.rows.doorways import add_doorways
from homeward.demo.rows.families import add_families
from homeward.demo.rows.from_afar import add_links
from homeward.demo.rows.front_door import add_admissions_day
from homeward.demo.rows.group_room import add_group_room
from homeward.demo.rows.guardian import add_guardian
from homeward.demo.rows.incentives import add_incentives
from homeward.demo.rows.interviews import add_interviews
from homeward.demo.rows.leaving import close_what_ended
from homeward.demo.rows.level_of_care import add_level_of_care
from homeward.demo.rows.linkage import add_linkage
from homeward.demo.rows.materials import add_materials
from homeward.demo.rows.measures import add_invitations
from homeward.demo.rows.medicines import add_medicines
from homeward.demo.rows.messages import add_messages
from homeward.demo.rows.note_care import add_note_care
from homeward.demo.rows.outside import add_outside
from homeward.demo.rows.packets import add_packets
from homeward.demo.rows.plan_talk import add_plan_talk
from homeward.demo.rows.planning_week import add_planning_week
from homeward.demo.rows.public_words import edit_and_answer
from homeward.demo.rows.safety import add_safety
from homeward.demo.rows.setting import Setting
from homeward.demo.rows.slipping import add_slipping
from homeward.demo.rows.story_rows import write_down
from homeward.demo.rows.teller import Teller
from homeward.demo.rows.testing_room import add_testing_room
from homeward.demo.rows.through_exchange import add_through_exchange
from homeward.demo.rows.writing import add_all, write_all
from homeward.demo.story.simulation import WEEKS, tell
from homeward.program.actions import load_program_file
from homeward.program.models import Program

PROGRAM_FILE = Path(__file__).resolve().parents[2] / "programs" / "cedar-house.toml"
SEED = 3
LOCK = 5_210_448
# Rows of rooms that the story does not tell of; homeward/demo/rows/__init__.py says how.
BESIDE_THE_STORY: tuple[Callable[[datetime], int], ...] = (
    add_places,
    add_admissions_day,
    add_interviews,
    edit_and_answer,
    add_packets,
    add_invitations,
    add_planning_week,
    add_authorizations,
    add_around_the_week,
    add_plan_talk,
    add_note_care,
    add_group_room,
    add_materials,
    add_dark_day,
    add_door,
    add_doorways,
    add_medicines,
    add_safety,
    add_testing_room,
    add_linkage,
    add_conduct,
    add_level_of_care,
    add_slipping,
    add_after_care,
    add_families,
    add_messages,
    add_desk_texts,
    add_links,
    add_day_plans,
    add_incentives,
    add_guardian,
)
# What follows from admissions and from the calendar is told anew on every day the demo lives on.
EVERY_DAY: tuple[Callable[[datetime], int], ...] = (add_packets, add_invitations, add_doorways)
_log = logging.getLogger(__name__)


def ensure_demo(now: datetime, *, seed: int = SEED, weeks: int = WEEKS) -> int:
    """Fill an empty demo, or let it live on to the start of today; returns the rows written.

    Told days are never told again, so a start on the same day costs two small reads.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:  # two starts at once would tell the same day twice
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        told = Told.objects.select_related("program").first()
        if told is None:
            return _begin(now, seed, weeks)
        today = _today(now)
        return _live_on(told, today, now) if today > told.told_until else 0


def _today(now: datetime) -> date:
    return now.astimezone(ZoneInfo(zone_of_organisation())).date()


def _begin(now: datetime, seed: int, weeks: int) -> int:
    program = _load_program(now)
    make_staff_accounts()
    today = _today(now)
    first_day = today - timedelta(weeks=weeks)
    outline = outline_of(program, first_day)
    story = tell(seed, today, outline, first_day)
    zone = ZoneInfo(zone_of_organisation())
    book, teller = write_down(story, Setting(program, outline), zone)
    written = write_all(book, now)
    _give_accounts(teller)
    written += sum(add(now) for add in BESIDE_THE_STORY)
    add_outside(now)
    add_through_exchange(now)
    Told.objects.create(program=program, seed=seed, first_day=first_day, told_until=today)
    return written


def _load_program(now: datetime) -> Program:
    """The program of the file, unless this installation has one already."""
    found = Program.objects.order_by("code").first()
    if found is not None:
        return found
    actor = Actor.of_service("demo")
    text = PROGRAM_FILE.read_text(encoding="utf-8")
    return load_program_file(actor=actor, text=text, now=now).program


def _live_on(told: Told, today: date, now: datetime) -> int:
    """Tell the days since the last start; the story before them is gone through, not rewritten."""
    outline = outline_of(told.program, told.first_day)
    story = tell(told.seed, today, outline, told.first_day)
    zone = ZoneInfo(zone_of_organisation())
    book, teller = write_down(story, Setting(told.program, outline), zone, told.told_until)
    written = add_all(book) + close_what_ended()
    _give_accounts(teller)
    written += sum(add(now) for add in EVERY_DAY)
    told.told_until = today
    told.save(update_fields=["told_until"])
    _log.info("the demo lived on until %s: %s rows", today, written)
    return written


def _give_accounts(teller: Teller) -> None:
    """The member of the cast whom the accounts of the client and of the supports belong to."""
    if Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).exists():
        return
    for life in teller.lives.values():
        if life.profile.cast == DEMO_CLIENT and life.is_in_care:
            make_accounts_of(life.client, list(life.contacts.values()), life.profile)
