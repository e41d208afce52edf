"""Somebody for whom a court named a guardian, who signs and says yes in their place (42 CFR 2.15).

The guardian has an account: a plan waits there for their name. Their yes to what is earned they
gave at the desk, in front of the counselor. The program admits adults and its state lets a minor
agree alone, so nobody's parent is asked here.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from homeward.accounts.models import Account
from homeward.consents.actions import name_guardian
from homeward.consents.models import Guardianship
from homeward.core.actors import Actor, actor_of
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.demo.accounts import give_guardian_account
from homeward.demo.rows.doorways import SEEN
from homeward.demo.rows.plan_talk import COUNSELOR, amended, plans_left_alone
from homeward.demo.story.cast import PARTS
from homeward.doorways.actions import print_card
from homeward.incentives import actions as incentives
from homeward.incentives import texts
from homeward.incentives.actions.courses import open_episode, paper_for
from homeward.incentives.queries import course_of, in_force
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact
from homeward.plans import actions as plans
from homeward.plans.models import Plan

_log = logging.getLogger(__name__)
SERVICE = Actor.of_service("demo")
NAMED, SIGNED = timedelta(days=12), timedelta(hours=30)
COURT = "Linden County Court, 26-GR-0417"
WHY = "Mornings are hard; the talk of the week moves to the afternoon and becomes two."
STEP = "Walk to the library together"
# Who has a part of their own in the story keeps it.
CAST = frozenset(f"{part.first_name} {part.last_name}" for part in PARTS)


def add_guardian(now: datetime) -> int:
    """Nothing when a guardian is named, or where nobody's relative could be one."""
    account = Account.objects.filter(username=COUNSELOR).first()
    held = Guardianship.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    if account is None or held.exists():
        return 0
    counselor = actor_of(account)
    for plan in plans_left_alone(counselor):
        relative = _relative(plan.client)
        if relative is None or plan.client.name in CAST or course_of(plan.client_id):
            continue
        try:
            with transaction.atomic():
                return _told(counselor, plan, relative, now)
        except Refusal as refusal:
            # The story differs with the day; what the rules refuse today is left out.
            _log.info("no guardian in the demo today: %s", refusal.codes)
    return 0


def _relative(client: Client) -> Contact | None:
    rows = Contact.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    found = rows.filter(client=client, kind=Contact.Kind.FAMILY, account=None)
    relative: Contact | None = found.order_by("pk").first()
    return relative


def _told(counselor: Actor, plan: Plan, relative: Contact, now: datetime) -> int:
    at, client = now - NAMED, plan.client
    about: dict[str, Any] = {"actor": counselor, "client_id": client.pk}
    relation = relative.relation or "sister"
    name_guardian(
        **about, contact_id=relative.pk, right=Guardianship.Right.COURT, relation=relation,
        paper=COURT, now=at,
    )  # fmt: skip
    give_guardian_account(relative, client)
    print_card(**about, contact_id=relative.pk, seen=SEEN, is_client_present=True, now=at)
    return 3 + _earns(counselor, client, relative, at) + _waits(counselor, plan, now - SIGNED)


def _earns(counselor: Actor, client: Client, relative: Contact, at: datetime) -> int:
    """The guardian said yes at the desk; one step was counted since."""
    episode = open_episode(client.pk)
    protocol = in_force(episode.program_id, local_day(at)) if episode else None
    if protocol is None:
        return 0
    about: dict[str, Any] = {"actor": counselor, "client_id": client.pk}
    incentives.join_course(
        **about, signer_name="", guardian_name=relative.name, now=at,
        read_hash=texts.digest(paper_for(client, protocol)),
    )  # fmt: skip
    later = at + timedelta(days=4)
    incentives.record_activity(
        **about, what=STEP, outcome="met", key="guardian", now=later,
        on=local_day(later, client.site.time_zone),
    )  # fmt: skip
    return 2


def _waits(counselor: Actor, plan: Plan, at: datetime) -> int:
    """A changed plan that the counselor signed and the guardian has not."""
    draft = amended(counselor, plan, WHY, at)
    plans.sign_plan(
        actor=counselor, plan_id=draft.pk, meaning="author", signer_name="",
        now=at + timedelta(minutes=20),
    )  # fmt: skip
    return 2
