"""Beside the notes of the story: a format for individual sessions, short forms, own notes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.accounts.models import Account
from homeward.core.actors import Actor, actor_of
from homeward.demo.outline_of import zone_of_organisation
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.keep_abbreviation import keep_abbreviation
from homeward.notes.actions.keep_counseling_note import keep_counseling_note
from homeward.notes.actions.set_format import set_format
from homeward.people.models import TeamMembership
from homeward.program.models import Program

SERVICE = Actor.of_service("demo")
SHORT_FORMS = (
    ("rp", "relapse prevention"),
    ("halt", "hungry, angry, lonely, tired"),
    ("nxt", "Next: one call before the weekend, and we look at it on Tuesday."),
)
OWN_NOTE = (
    "Told me about the brother for the first time, with long pauses. I felt protective. To take "
    "to supervision before the next hour."
)


def add_group_room(now: datetime) -> int:
    """Individual sessions are written as DAP from tomorrow on; the counselor's own things."""
    program = Program.objects.order_by("code")[0]
    today = now.astimezone(ZoneInfo(zone_of_organisation())).date()
    set_format(
        actor=SERVICE, program_id=program.pk, kind="individual", style="dap",
        starts_on=today + timedelta(days=1), now=now,
    )  # fmt: skip
    counselor = actor_of(Account.objects.get(username="counselor"))
    for short, long in SHORT_FORMS:
        keep_abbreviation(actor=counselor, short=short, long=long, now=now)
    team = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    member = team.filter(worker_id=counselor.worker_id, ends_at=None).order_by("starts_at").first()
    if member is None:
        return 1 + len(SHORT_FORMS)
    keep_counseling_note(
        actor=counselor, client_id=member.client_id, on=today - timedelta(days=3), body=OWN_NOTE,
        now=now,
    )  # fmt: skip
    return 2 + len(SHORT_FORMS)
