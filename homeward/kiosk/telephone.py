"""The telephone line's conversation, and the simulator that dials it.

A caller says who they are with the personal number of the door and their day of birth, and hears in
the next step whether they test today. Whoever is wrong hears only that the numbers do not fit.
"""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.cache import cache

from homeward import audit
from homeward.attendance.door import owner_of
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.drugtests.asking import NO, YES, test_today
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

LINE = Actor.of_service("drugtests.telephone")
MOST_TRIES, AN_HOUR = 5, 3600
WRONG = "wrong_numbers"


@action
def ask_by_telephone(
    *, actor: Actor, caller: str, code: str, birthday: str, now: datetime
) -> tuple[str, datetime | None]:
    """What the line says: `yes` with a time, `no`, `done`, `over`, `not_yet`, or `wrong_numbers`.

    `birthday` is month and day, MMDD. After some wrong tries from one caller everything is wrong
    for an hour.
    """
    key = f"telephone:{digest_of(caller)[:24]}"
    held = owner_of(code)
    client = None
    if held is not None:
        rows = Client.objects.for_actor(LINE, Purpose.CLIENT_REQUEST).select_related("site")
        client = rows.get(pk=held.client_id)
    tries = int(cache.get(key) or 0)
    if client is None or f"{client.birth_date:%m%d}" != birthday or tries >= MOST_TRIES:
        cache.set(key, tries + 1, AN_HOUR)
        audit.record("drugtests.line.wrong", actor=actor, subject=None, at=now, permitted=False)
        return WRONG, None
    said = test_today(LINE, client.pk, client.site, now)
    audit.record("drugtests.line.asked", actor=actor, subject=client, at=now, reason=said.answer)
    until = said.until.astimezone(ZoneInfo(client.site.time_zone)) if said.until else None
    return said.answer, until


def spoken(answer: str, until: datetime | None) -> str:
    """The sentence the caller hears; it names nobody and no program."""
    if answer == YES and until is not None:
        return f"Yes. Please come today, before {until:%H:%M}."
    return {
        NO: "No. There is nothing for you today.",
        "done": "You are done for today.",
        "over": "The time for today is over. Please come to the front desk.",
        "not_yet": "Please call again after six in the morning.",
    }.get(answer, "These numbers do not fit. Please try again or ask at the front desk.")


def call_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("code", help="the personal number of the door, six digits")
    parser.add_argument("birthday", help="month and day of birth, MMDD")


def call(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Dial the simulated line and print what it says; no telephone is involved."""
    from homeward.core import clock

    answer, until = ask_by_telephone(
        actor=LINE, caller="simulator", code=arguments.code, birthday=arguments.birthday,
        now=clock.now(),
    )  # fmt: skip
    return {"answer": answer, "says": spoken(answer, until)}, int(answer == WRONG)
