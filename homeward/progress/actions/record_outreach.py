"""One try to reach somebody who did not come."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.looking_for import BY_OUTREACH, end_search
from homeward.consents.queries import has_active
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.people.models import Client
from homeward.progress.models import OutreachAttempt
from homeward.progress.reaching import locked_episode

CHANNELS = (
    "call", "text", "letter", "portal", "consented_contact", "peer_visit", "welfare_check",
    "team_review", "discharge_decision",
)  # fmt: skip
# What the team decided about the place of somebody nobody reached.
KEEPS_PLACE, ENDS = "keeps_place", "ends"
OUTCOMES = (
    "reached", "left_message", "no_answer", "wrong_number", "sent", "asked_for", "decided",
    KEEPS_PLACE, ENDS,
)  # fmt: skip


class OutreachIncomplete(Refusal):
    """How it was tried and what came of it."""


class NoConsentToContact(Refusal):
    """Nobody beside the client is told anything without a consent that stands."""


@action
def record_outreach(
    *,
    actor: Actor,
    episode_id: UUID,
    channel: str,
    outcome: str,
    now: datetime,
    session_id: UUID | None = None,
    step: str = "",
    note: str = "",
) -> OutreachAttempt:
    """Write down one try; reaching the client ends the ladder of that missed session.

    It also ends looking for somebody who left a group.

    Raises OutreachIncomplete, NoConsentToContact; Episode.DoesNotExist out of scope.
    """
    episode = locked_episode(actor, episode_id, may_be_ended=True)
    problems = []
    if channel not in CHANNELS:
        problems.append("channel")
    if outcome not in OUTCOMES:
        problems.append("outcome")
    if problems:
        raise OutreachIncomplete(*problems)
    if channel == "consented_contact" and not _may_tell_somebody(episode.client, now):
        raise NoConsentToContact
    attempt = OutreachAttempt.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        missed_session_id=session_id,
        at=now,
        by_id=actor.worker_id,
        channel=channel,
        outcome=outcome,
        step=step[:30],
        note=note.strip(),
    )
    if outcome == "reached":
        end_search(
            actor=actor, client_id=episode.client_id, disposition=BY_OUTREACH, now=now,
            note=note.strip(),
        )  # fmt: skip
    audit.record(
        "progress.outreach.tried",
        actor=actor,
        subject=attempt,
        at=now,
        reason=f"{channel} {outcome}",
    )
    return attempt


def _may_tell_somebody(client: Client, now: datetime) -> bool:
    return has_active(client, "family", now)
