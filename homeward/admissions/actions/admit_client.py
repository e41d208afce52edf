"""Admission: the episode, its first stage, its team; or every reason why not yet."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.admissions.actions.interim_plan import SHORTEST
from homeward.admissions.facts import ClientAdmitted
from homeward.admissions.models import Episode, EpisodeStage, Inquiry, InterimPlan
from homeward.admissions.moving import move
from homeward.admissions.readiness import placement_to_admit_on, readiness
from homeward.admissions.rules.admission import WARNINGS, YES, stopping
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.roles import Role
from homeward.packets.actions import start_clocks
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Phase, Track
from homeward.staff.models import Worker
from homeward.tasks.opening import open_duty

FOLLOWS_WITHIN = timedelta(days=7)
# A full caseload is weighed when the counselor is chosen; papers have duties of their own.
NO_FOLLOW_UP = frozenset({"counselor_has_room", "packet_signed", "tpo_consent_signed"})


class NotAdmittable(Refusal):
    """Something must hold first; `decision` carries every line, the codes those that stop it."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(*stopping(decision))
        self.decision = decision


class AlreadyAdmitted(Refusal):
    """An episode is open: somebody else was faster, or the client was here all along."""


class TeamIncomplete(Refusal):
    """An admission names its primary counselor, and a track of this program."""


@action
def admit_client(
    *,
    actor: Actor,
    client_id: UUID,
    track_id: UUID,
    primary_counselor_id: UUID,
    now: datetime,
    team: Sequence[tuple[str, UUID]] = (),
    phase_id: UUID | None = None,
    diagnosis: str = "",
    with_initial_plan: bool = True,
    interim_plan: str = "",
    safety_steps: str = "",
) -> Episode:
    """Open the episode in the first phase of the level the team decided on.

    `interim_plan` says what services begin until the full plan, unless one is on record already.
    What may follow later becomes one task each.

    `team` holds (role code, worker) beside the primary counselor. One wins a race: the second
    open episode is refused by the database and told so.
    """
    if actor.worker_id is None:
        raise NotAllowed
    client = (
        Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    inquiry = _inquiry_of(client)
    track = Track.objects.select_related("program", "site").get(pk=track_id)
    counselor = Worker.objects.filter(pk=primary_counselor_id).first()
    if counselor is None or (inquiry is not None and track.program_id != inquiry.program_id):
        raise TeamIncomplete
    written = len(interim_plan.strip()) >= SHORTEST or None
    decision = readiness(client, track.program, now, counselor=counselor, has_interim_plan=written)
    if any(each.code == "no_open_episode" and each.state != "met" for each in decision.reasons):
        raise AlreadyAdmitted
    if decision.outcome != YES:
        raise NotAdmittable(decision)
    placement = placement_to_admit_on(client)
    assert placement is not None  # the decision above needs a decided one
    phase = _first_phase(track, placement.provided_level, phase_id)
    try:
        with transaction.atomic():
            episode = Episode.objects.create(
                client=client,
                site_id=track.site_id,
                program_id=track.program_id,
                track=track,
                placement=placement,
                inquiry=inquiry,
                admitted_at=now,
                admitted_on=now.astimezone(ZoneInfo(track.site.time_zone)).date(),
                admitted_by_id=actor.worker_id,
                phase=phase,
                level_code=placement.provided_level,
                referral_source=inquiry.referral_source if inquiry else "",
            )
    except IntegrityError as fault:
        raise AlreadyAdmitted from fault
    # The row must lie within what the actor may write; otherwise nothing happened.
    Episode.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE).get(pk=episode.pk)
    EpisodeStage.objects.create(
        client=client,
        site_id=track.site_id,
        episode=episode,
        phase=phase,
        level_code=placement.provided_level,
        starts_at=now,
        by_id=actor.worker_id,
        reason="admission",
    )
    if written:
        _keep_interim_plan(client, inquiry, interim_plan, safety_steps, actor=actor, now=now)
    _form_team(client, track, counselor, team, actor=actor, now=now)
    _open_what_follows(episode, client, counselor, decision, actor=actor, now=now)
    if diagnosis:
        _keep_diagnosis(client, diagnosis)
    if inquiry is not None:
        move(inquiry, Inquiry.State.ADMITTED, actor=actor, now=now, reason="admitted")
    audit.record("admissions.client.admitted", actor=actor, subject=episode, at=now)
    announce(
        ClientAdmitted(
            episode_id=episode.pk,
            client_id=client.pk,
            program_id=track.program_id,
            site_id=track.site_id,
            track_id=track.pk,
            phase_id=phase.pk,
            level_code=placement.provided_level,
            primary_counselor_id=counselor.pk,
            with_initial_plan=with_initial_plan,
            actor=actor,
            at=now,
        )
    )
    return episode


def _keep_interim_plan(
    client: Client,
    inquiry: Inquiry | None,
    words: str,
    safety_steps: str,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    row = InterimPlan.objects.create(
        client=client,
        site_id=client.site_id,
        inquiry=inquiry,
        at=now,
        by_id=actor.worker_id,
        first_services=words.strip()[:2000],
        safety_steps=safety_steps.strip()[:2000],
    )
    audit.record("admissions.interim_plan.written", actor=actor, subject=row, at=now)


def _open_what_follows(
    episode: Episode,
    client: Client,
    counselor: Worker,
    decision: Decision,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Every line that only warned becomes the primary counselor's task, due in the week.

    Each open paper of the packet becomes one by the program's rule table.
    """
    start_clocks(
        actor=actor,
        client=client,
        program_id=episode.program_id,
        admitted_at=episode.admitted_at,
        level_code=episode.level_code,
        owner_id=counselor.pk,
        now=now,
    )
    for line in decision.reasons:
        if line.code not in WARNINGS or line.state == "met" or line.code in NO_FOLLOW_UP:
            continue
        open_duty(
            actor=actor,
            client=client,
            kind="admission_follow_up",
            urgency="routine",
            owner_id=counselor.pk,
            due_at=now + FOLLOWS_WITHIN,
            origin=f"admission:{episode.pk}:{line.code}",
            detail={"line": line.code},
            now=now,
        )


def _inquiry_of(client: Client) -> Inquiry | None:
    rows = Inquiry.objects.for_actor(Actor.of_service("admissions"), Purpose.OPERATIONS)
    on_the_way = rows.filter(client_id=client.pk, state__in=("placed", "wait_listed"))
    return on_the_way.select_for_update(of=("self",)).order_by("-first_request_at").first()


def _first_phase(track: Track, level: str, phase_id: UUID | None) -> Phase:
    phases = Phase.objects.filter(program_id=track.program_id)
    if phase_id is not None:
        return phases.get(pk=phase_id)
    return phases.filter(level_code=level).order_by("position")[0]


def _form_team(
    client: Client,
    track: Track,
    counselor: Worker,
    team: Sequence[tuple[str, UUID]],
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """The team of this episode takes the place of the assessor and of any former team."""
    service = Actor.of_service("admissions")
    former: Any = TeamMembership.objects.for_actor(service, Purpose.OPERATIONS)
    for member in former.filter(client_id=client.pk, ends_at=None):
        member.change(ends_at=now)
        audit.record("people.team.ended", actor=actor, subject=member, at=now)
    wanted = [(Role.COUNSELOR.value, counselor.pk, True)]
    wanted += [(role, worker_id, False) for role, worker_id in team if worker_id != counselor.pk]
    for role, worker_id, is_primary in dict.fromkeys(wanted):
        member = TeamMembership.objects.create(
            client_id=client.pk,
            site_id=track.site_id,
            worker_id=worker_id,
            role=role,
            is_primary=is_primary,
            starts_at=now,
            reason="admission",
        )
        audit.record("people.team.assigned", actor=actor, subject=member, at=now, reason=role)


def _keep_diagnosis(client: Client, diagnosis: str) -> None:
    service = Actor.of_service("admissions")
    Client.objects.for_actor(service, Purpose.TREATMENT).get(pk=client.pk).change(
        diagnosis=diagnosis[:200]
    )
