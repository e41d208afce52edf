"""The end of an episode: summary, seats, check-ups, and the document."""

import hashlib
import json
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, cells
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.documents.actions import make_document
from homeward.kernel.records import RecordClass
from homeward.progress.actions.schedule_follow_ups import schedule_follow_ups
from homeward.progress.ending import end_plans_ahead
from homeward.progress.facts import ClientDischarged
from homeward.progress.models import Discharge
from homeward.progress.reaching import local_day, locked_episode
from homeward.progress.rules.discharge import TEDS, Ending, problems_before_discharge, type_of
from homeward.progress.summary import summary_of
from homeward.progress.summary_words import as_document
from homeward.staff.models import Worker
from homeward.staff.queries import credential_of


class AlreadyDischarged(Refusal):
    """The episode ended before."""


class DischargeIncomplete(Refusal):
    """What still stands in the way, as codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What the counselor adds to the record: the kind, the two days, and their own words.

    `ratings` maps dimension to 0-4; `objective_states` the id of an objective to its last state.
    """

    type: str
    last_contact_on: date
    narrative: str
    reason: str = ""
    presenting: str = ""
    prognosis: str = ""
    recommendations: str = ""
    referred_to: str = ""
    naloxone: str = ""
    contact_consent: bool = False
    ratings: Mapping[str, int] = field(default_factory=dict)
    objective_states: Mapping[str, str] = field(default_factory=dict)
    administrative: Collection[str] = ()


def may_discharge(actor: Actor) -> bool:
    """Whether the actor signs for a whole team's client, not only notes of their own."""
    return actor.kind == SERVICE or any(
        Access.SIGN in cell.verbs and cell.relation != "author"
        for role in actor.roles
        for cell in cells(role, RecordClass.NOTES)
    )


@action
def discharge_client(
    *,
    actor: Actor,
    episode_id: UUID,
    closing: Closing,
    now: datetime,
    expected_version: int | None = None,
    with_document: bool = True,
) -> Discharge:
    """End an episode and sign its summary: nothing planned stays behind, check-ups are planned.

    Standing seats, coming seats and booked sessions are given back, also later stages; the team
    stays, for the calls afterwards. Raises DischargeIncomplete, AlreadyDischarged, StaleVersion,
    NotAllowed; Episode.DoesNotExist out of scope.
    """
    if not may_discharge(actor):
        raise NotAllowed("not_for_this_role")
    episode = locked_episode(actor, episode_id, may_be_ended=True)
    if episode.ended_at is not None:
        raise AlreadyDischarged
    expect_version(episode, expected_version)
    day = local_day(now, episode.site.time_zone)
    kind = type_of(closing.type)
    reason = closing.reason.strip() or (closing.type if kind != closing.type else "")
    summary = summary_of(actor, episode, now)
    problems = problems_before_discharge(
        Ending(
            type=kind,
            reason=reason,
            admitted_on=episode.admitted_on,
            last_contact_on=closing.last_contact_on,
            discharged_on=day,
            narrative=closing.narrative,
            naloxone=closing.naloxone,
            has_appointment=bool(summary["appointments"]),
            administrative=frozenset(closing.administrative),
        )
    )
    if problems:
        raise DischargeIncomplete(*problems)
    for row in summary["objectives"]:
        row["state"] = closing.objective_states.get(row["id"], row["state"])
    summary["ending"] = _ending(closing, kind, reason, day)
    author = Worker.objects.filter(pk=actor.worker_id).first() if actor.worker_id else None
    credential = credential_of(author, day) if author else None
    discharge = Discharge(
        id=uuid.uuid4(),
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        type=kind,
        teds_reason=TEDS[kind],
        reason=reason[:300],
        last_contact_on=closing.last_contact_on,
        discharged_at=now,
        author=author,
        credential=credential.title if credential else "",
        narrative=closing.narrative.strip(),
        summary=summary,
        naloxone=closing.naloxone,
        contact_consent=closing.contact_consent,
        content_hash=_digest(summary, closing.narrative.strip()),
    )
    if with_document:
        discharge.document = make_document(
            actor=actor,
            client=episode.client,
            kind="discharge_summary",
            title="discharge_summary",
            subject_id=discharge.pk,
            content=as_document(
                summary,
                narrative=discharge.narrative,
                signature=_signature(discharge, author),
                author=episode.program.name,
                initials=_initials(episode.client.name),
            ),
            now=now,
        )
    discharge.save(force_insert=True)
    episode.change(ended_at=now, ended_on=day)
    end_plans_ahead(episode, actor=actor, day=day, now=now)
    if kind != Discharge.Type.DECEASED:
        schedule_follow_ups(actor=actor, episode_id=episode.pk, now=now)
    audit.record("progress.episode.ended", actor=actor, subject=episode, at=now, reason=kind)
    audit.record(
        "progress.discharge.signed", actor=actor, subject=discharge, at=now,
        reason=discharge.content_hash,
    )  # fmt: skip
    announce(
        ClientDischarged(
            episode.pk, episode.client_id, discharge.pk, kind, closing.last_contact_on, actor, now
        )
    )
    return discharge


def _ending(closing: Closing, kind: str, reason: str, day: date) -> dict[str, Any]:
    return {
        "type": kind,
        "teds_reason": TEDS[kind],
        "reason": reason,
        "last_contact_on": closing.last_contact_on.isoformat(),
        "discharged_on": day.isoformat(),
        "presenting": closing.presenting.strip(),
        "prognosis": closing.prognosis.strip(),
        "recommendations": closing.recommendations.strip(),
        "referred_to": closing.referred_to.strip(),
        "naloxone": closing.naloxone,
        "contact_consent": closing.contact_consent,
        "ratings": {str(key): int(value) for key, value in closing.ratings.items()},
        "administrative": sorted(closing.administrative),
    }


def _digest(summary: Mapping[str, Any], narrative: str) -> str:
    content = json.dumps([summary, narrative], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def _signature(discharge: Discharge, author: Worker | None) -> str:
    name = author.name if author else ""
    signed = ", ".join(filter(None, (name, discharge.credential)))
    return (
        f"{signed} · {discharge.discharged_at:%Y-%m-%d %H:%M} UTC · {discharge.content_hash[:16]}"
    )


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
