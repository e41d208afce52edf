"""One try to reach somebody for a check-up; the check-up itself ends when somebody was reached."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.aftercare.actions.contact_wish import wish_of
from homeward.aftercare.models import CheckUpTry
from homeward.aftercare.rules import checkups as rules
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.holding import hold_client_of
from homeward.people.stops import is_stopped
from homeward.program.queries import numbers_for
from homeward.progress.actions import record_follow_up
from homeward.progress.models import FollowUp
from homeward.progress.reaching import locked_episode

CALLING = Actor.of_service("aftercare.check_ups")
OUTCOMES = ("reached", "declined", "no_answer", "left_message", "wrong_number", "sent")
ENDS = (rules.REACHED, rules.DECLINED)


class TryRefused(Refusal):
    """Why this try may not be made: consent, channel, hours, or a stop."""


class TryUnknown(Refusal):
    """A try ends in one of a few ways; answers only when somebody was reached."""


class NotOpenYet(Refusal):
    """This check-up is not listed yet."""


class CheckUpDone(Refusal):
    """It came to its end before."""


@action
def try_check_up(
    *,
    actor: Actor,
    follow_up_id: UUID,
    channel: str,
    outcome: str,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
    expected_version: int | None = None,
) -> CheckUpTry:
    """Write down a try; reached or declined ends the check-up, anything else leaves it open.

    Raises TryRefused, TryUnknown, NotOpenYet, CheckUpDone, StaleVersion; Episode.DoesNotExist.
    """
    hold_client_of(FollowUp, follow_up_id)
    row = (
        FollowUp.objects.for_actor(CALLING, Purpose.OPERATIONS)
        .select_for_update(of=("self",))
        .select_related("site")
        .get(pk=follow_up_id)
    )
    episode = locked_episode(actor, row.episode_id, may_be_ended=True)
    if row.done_at is not None:
        raise CheckUpDone("already_done")
    if outcome not in OUTCOMES:
        raise TryUnknown("try_outcome")
    here = now.astimezone(ZoneInfo(row.site.time_zone))
    if is_stopped(row.client_id):
        raise TryRefused("contact_stopped")
    if problems := rules.problems_before_try(_wish(row.client_id), channel, here.hour):
        raise TryRefused(*problems)
    on = local_day(now, row.site.time_zone)
    read = rules.CheckUpNumbers.of(numbers_for(episode.program_id, on))
    asked = rules.Asked(on=on, due_on=row.due_on, tries=0, may_contact=True, is_stopped=False)
    if rules.standing(asked, read).outcome == rules.COMING:
        raise NotOpenYet
    made: CheckUpTry = CheckUpTry.objects.create(
        client_id=row.client_id,
        site_id=row.site_id,
        follow_up=row,
        at=now,
        by_id=actor.worker_id,
        channel=channel,
        outcome=outcome,
    )
    audit.record("aftercare.check_up.tried", actor=actor, subject=made, at=now, reason=outcome)
    if outcome in ENDS:
        record_follow_up(
            actor=actor,
            follow_up_id=row.pk,
            outcome=outcome,
            answers=answers if outcome == rules.REACHED else None,
            now=now,
            expected_version=expected_version,
        )
    return made


def _wish(client_id: UUID) -> rules.Wish | None:
    said = wish_of(client_id)
    if said is None:
        return None
    return rules.Wish(
        may_contact=said.may_contact,
        channel=said.channel,
        from_hour=said.from_hour,
        until_hour=said.until_hour,
    )
