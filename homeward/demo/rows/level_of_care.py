"""Around the weekly reviews of the demo's first morning: clients who said how they see it, an
event a nurse learned, a payer's no with its clocks, and a call with a payer's reviewer.

Everything is done by the people themselves through the actions.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from homeward.accounts.models import Account
from homeward.core.actors import Actor, Grant, actor_of
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorizing import Answer, answer_authorization
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.progress import actions
from homeward.progress.models import LevelReview

_log = logging.getLogger(__name__)
COUNSELOR, ADMISSIONS = "counselor", "admissions"
DEMO = Actor.of_service("demo")
VIEWS = (
    ("same", "The morning group. I know the faces now.", "Sundays, when nothing is planned."),
    ("less", "My sister drives me here and waits.", "Work wants me back on Thursdays."),
    ("more", "Talking alone with my counselor.", "The evenings after eight."),
)
REVIEWER = ("D. Whitfield, clinical reviewer", "CR-24-118-07")
SECTIONS = ("dimensions", "attendance", "tests", "why_less_fails", "after")


def add_level_of_care(now: datetime) -> int:
    """Returns how many things were done; none where the demo has no counselor with open cards."""
    account = Account.objects.filter(username=COUNSELOR).first()
    if account is None:
        return 0
    counselor = actor_of(account)
    cards = _open_cards(counselor)
    told: list[Callable[[], Any]] = [
        lambda card=card, said=said: _say(card, said, now)
        for card, said in zip(cards, VIEWS, strict=False)
    ]
    if cards:
        told.append(lambda: _event(counselor, cards[-1], now))
    told += [lambda: _denied(now), lambda: _called(counselor, cards, now)]
    return sum(_tried(each) for each in told)


def _tried(tell: Callable[[], Any]) -> bool:
    try:
        with transaction.atomic():
            return tell() is not None
    except Refusal as refusal:
        # The story differs with the day; what the rules refuse today is left out.
        _log.info("a review of the demo stays as it is: %s", refusal.codes)
        return False


def _open_cards(counselor: Actor) -> list[Any]:
    rows = LevelReview.objects.for_actor(counselor, Purpose.TREATMENT).filter(
        outcome="", episode__ended_at=None
    )
    return list(rows.select_related("client", "episode").order_by("client__name"))


def _say(card: Any, said: Sequence[str], now: datetime) -> Any:
    client = Actor(
        kind="client", client_id=card.client_id, name=card.client.called,
        account_id=card.client.account_id, grants=(Grant(Role.CLIENT),),
    )  # fmt: skip
    wish, words, hard = said
    return actions.say_view(actor=client, wish=wish, words=words, hard=hard, now=now)


def _event(counselor: Actor, card: Any, now: datetime) -> Any:
    return actions.tell_event(
        actor=counselor, episode_id=card.episode_id, code="unsafe_housing",
        happened_on=local_day(now) - timedelta(days=1), now=now,
        words="The flat is shared with somebody who uses again; looks for another place.",
    )  # fmt: skip


def _denied(now: datetime) -> Any:
    """The payer that waited longest says no to one request."""
    account = Account.objects.filter(username=ADMISSIONS).first()
    rows = Authorization.objects.for_actor(DEMO, Purpose.PAYMENT).filter(
        state__in=Authorization.OPEN
    )
    asked = rows.order_by("client__chart_number").first()
    if account is None or asked is None:
        return None
    return answer_authorization(
        actor=actor_of(account), authorization_id=asked.pk, now=now,
        answer=Answer(state=Authorization.State.DENIED, reviewer="Utilization desk"),
    )  # fmt: skip


def _called(counselor: Actor, cards: Sequence[Any], now: datetime) -> Any:
    """A call about the first client whose payer may hear something."""
    day = local_day(now)
    for card in cards:
        try:
            with transaction.atomic():
                return actions.log_reviewer_call(
                    actor=counselor, episode_id=card.episode_id, reviewer=REVIEWER[0],
                    reference=REVIEWER[1], outcome="approved", units=12, starts_on=day,
                    last_on=day + timedelta(days=27), told=SECTIONS, now=now,
                    identity_check="Called the number on the plan's card",
                )  # fmt: skip
        except Refusal:
            continue
    return None
