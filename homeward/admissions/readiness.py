"""Gathering what the admission rule needs, and asking it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.admissions.gating import open_holds_of, states_of
from homeward.admissions.models import Episode, Inquiry, InterimPlan, MedicalScreening
from homeward.admissions.queries import open_inquiry_of
from homeward.admissions.rules.admission import AdmissionCase, may_admit
from homeward.admissions.rules.age import age_on
from homeward.consents.queries import active_consents
from homeward.core.actors import Actor
from homeward.coverage.models import BenefitsCheck
from homeward.instruments.models import Response
from homeward.kernel.levels import level
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.packets.queries import open_papers_count
from homeward.people.models import Client, TeamMembership
from homeward.placement.models import Placement
from homeward.placement.queries import holds_of, placement_for_admission
from homeward.program.models import Phase, Program
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker
from homeward.tasks.models import CareTask

# A placement whose rater answered one of these asked about drinking and sedatives.
INTENSIVE_FROM = 9  # clinical hours a week
WITHDRAWAL_FACTS = ("ciwa_ar", "hours_since_last_drink", "drinking_or_sedatives_last_7_days")


def readiness(
    client: Client,
    program: Program,
    now: datetime,
    *,
    counselor: Worker | None = None,
    has_interim_plan: bool | None = None,
) -> Decision:
    """The admission decision as it stands now; with a counselor also whether they have room.

    It reads for the rule, not for the reader: only the decision is shown. `has_interim_plan`
    answers for a plan that is written in the same step as the admission.
    """
    service = Actor.of_service("admissions")
    rows: Any = Client.objects.for_actor(service, Purpose.TREATMENT).select_related("site")
    whole = rows.get(pk=client.pk)
    inquiry = _inquiry_of(whole)
    today = now.astimezone(ZoneInfo(whole.site.time_zone)).date()
    numbers = numbers_for(program, today)
    placement = placement_to_admit_on(client)
    kinds = {each.kind for each in active_consents(whole, now)}
    is_decided = placement is not None and placement.decided_at is not None
    episodes = Episode.objects.for_actor(service, Purpose.TREATMENT)
    return may_admit(
        AdmissionCase(
            age=age_on(whole.birth_date, today),
            minimum_age=int(numbers["minimum_age"]),
            age_source=numbers["minimum_age"].source,
            is_age_adopted=numbers["minimum_age"].is_adopted,
            provided_level=placement.provided_level if placement and is_decided else "",
            is_decided=is_decided,
            program_levels=_levels_of(program),
            holds=(
                *states_of(open_holds_of(whole)),
                *(holds_of(placement) if placement else ()),
            ),
            has_suicide_screen=_suicide_screened(whole, inquiry),
            has_withdrawal_screen=_withdrawal_screened(whole, inquiry, placement),
            has_interim_plan=has_interim_plan
            if has_interim_plan is not None
            else interim_plan_of(whole, inquiry) is not None,
            **_open_afterwards(whole, inquiry),
            has_treatment_consent="treatment" in kinds,
            has_tpo_consent="tpo" in kinds,
            has_open_episode=episodes.filter(
                client_id=client.pk, program=program, ended_at=None
            ).exists(),
            papers_open=open_papers_count(client.pk),
            caseload=_caseload(counselor, now) if counselor else None,
            caseload_limit=(counselor.caseload_limit or int(numbers[_caseload_of(placement)]))
            if counselor
            else None,
            placement_ref=str(placement.pk) if placement else "",
        )
    )


def _caseload_of(placement: Placement | None) -> str:
    """The number of clients of one counselor at the level somebody comes to: lighter care, more."""
    if placement is None:
        return "caseload_iop"
    try:
        found = level(placement.edition, placement.provided_level)
    except KeyError:
        return "caseload_iop"
    is_light = found.hours_below is not None and found.hours_below <= INTENSIVE_FROM
    return "caseload_level_1" if is_light else "caseload_iop"


def interim_plan_of(client: Client, inquiry: Inquiry | None) -> InterimPlan | None:
    """The newest interim plan of this way in, read for the rule."""
    service = Actor.of_service("admissions")
    rows = InterimPlan.objects.for_actor(service, Purpose.TREATMENT).filter(client_id=client.pk)
    if inquiry is not None:
        rows = rows.filter(at__gte=inquiry.first_request_at)
    return rows.order_by("-at").first()  # type: ignore[no-any-return]


def _inquiry_of(client: Client) -> Inquiry | None:
    """The inquiry that is still open; the newest of those that ended where none is."""
    if (waiting := open_inquiry_of(client.pk)) is not None:
        return waiting  # type: ignore[no-any-return]
    service = Actor.of_service("admissions")
    rows = Inquiry.objects.for_actor(service, Purpose.OPERATIONS).filter(client_id=client.pk)
    return rows.order_by("-first_request_at").first()  # type: ignore[no-any-return]


def _suicide_screened(client: Client, inquiry: Inquiry | None) -> bool:
    """A C-SSRS screener, or a PHQ-9 whose item 9 has an answer, finished on this way in."""
    service = Actor.of_service("admissions")
    rows = Response.objects.for_actor(service, Purpose.TREATMENT).filter(
        client_id=client.pk, instrument__in=("cssrs_screener", "phq9"), is_handed_in=True
    )
    if inquiry is not None:
        rows = rows.filter(answered_at__gte=inquiry.first_request_at)
    return any(
        row.instrument == "cssrs_screener" or row.answers.get("9") is not None for row in rows
    )


def _withdrawal_screened(
    client: Client, inquiry: Inquiry | None, placement: Placement | None
) -> bool:
    """Drinking and sedatives were asked about on this way in.

    In the placement's facts, by a CIWA-Ar that was handed in, or in the medical questions.
    """
    if placement and any(placement.facts.get(each) is not None for each in WITHDRAWAL_FACTS):
        return True
    service = Actor.of_service("admissions")
    since = inquiry.first_request_at if inquiry else None
    scores = Response.objects.for_actor(service, Purpose.TREATMENT).filter(
        client_id=client.pk, instrument="ciwa_ar", is_handed_in=True
    )
    asked = MedicalScreening.objects.for_actor(service, Purpose.TREATMENT).filter(
        Q(drank_or_sedatives_recently__isnull=False) | Q(last_drink_at__isnull=False),
        client_id=client.pk,
    )
    if since is not None:
        scores, asked = scores.filter(answered_at__gte=since), asked.filter(at__gte=since)
    return scores.exists() or asked.exists()  # type: ignore[no-any-return]


def _open_afterwards(client: Client, inquiry: Inquiry | None) -> dict[str, bool | None]:
    """What may still be open after admission; None where nobody needs it."""
    service = Actor.of_service("admissions")
    offers = {
        task.kind: task.closed_at is not None
        for task in CareTask.objects.for_actor(service, Purpose.TREATMENT).filter(
            client_id=client.pk, kind__in=("offer_naloxone", "offer_buprenorphine_today")
        )
    }
    checked = BenefitsCheck.objects.for_actor(service, Purpose.PAYMENT).filter(
        coverage__client_id=client.pk
    )
    return {
        "benefits_answered": checked.exists() if inquiry and inquiry.payer_id else None,
        "naloxone_answered": offers.get("offer_naloxone"),
        "opioid_medication_answered": offers.get("offer_buprenorphine_today"),
    }


def placement_to_admit_on(client: Client) -> Placement | None:
    """The newest assessment, unless an episode came after it: who returns is assessed again."""
    placement = placement_for_admission(client.pk)
    if placement is None:
        return None
    episodes = Episode.objects.for_actor(Actor.of_service("admissions"), Purpose.TREATMENT)
    spent = episodes.filter(client_id=client.pk).filter(
        Q(placement_id=placement.pk) | Q(ended_at__gte=placement.assessed_at)
    )
    return None if spent.filter(ended_at__isnull=False).exists() else placement


def _levels_of(program: Program) -> tuple[str, ...]:
    phases = Phase.objects.filter(program=program).order_by("position")
    return tuple(dict.fromkeys([program.level_code, *(phase.level_code for phase in phases)]))


def _caseload(counselor: Worker, now: datetime) -> int:
    service = Actor.of_service("admissions")
    held = TeamMembership.objects.for_actor(service, Purpose.OPERATIONS).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), worker=counselor, is_primary=True
    )
    # The team stays after discharge, for the follow-ups; a caseload is who is in the program.
    rows = Episode.objects.for_actor(service, Purpose.OPERATIONS).filter(
        ended_at=None, client_id__in=held.values("client_id")
    )
    return rows.count()  # type: ignore[no-any-return]
