"""The assessment visit, the ratings with their suggestion, and the level decided on."""

from homeward.admissions.models import AssessmentVisit
from homeward.assessments.library import CURRENT, edition
from homeward.assessments.models import Assessment
from homeward.assessments.signing import content_to_sign
from homeward.coverage.models import BenefitsCheck, Coverage
from homeward.demo.rows.book import utc
from homeward.demo.rows.inquiries import State, move
from homeward.demo.rows.interviewed import pages_told
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.people.models import TeamMembership
from homeward.placement.models import Placement
from homeward.placement.program_numbers import placement_numbers
from homeward.placement.rules.recommend import UNDETERMINED, recommend
from homeward.placement.rules.request import assessment_of
from homeward.placement.suggesting import age_on


@tells(events.AssessmentScheduled)
def assessment_scheduled(told: Teller, event: events.AssessmentScheduled) -> None:
    """The appointment; its clinician joins the team."""
    life, at = told.life(event), utc(event.at)
    worker_id = told.setting.worker_id(event.worker)
    starts_at = utc(event.starts_at)
    life.visits[event.key] = told.book.add(
        AssessmentVisit,
        event.key,
        inquiry=life.inquiry,
        worker_id=worker_id,
        starts_at=starts_at,
        minutes=event.minutes,
        **life.about(),
    )
    if life.inquiry.state != State.ASSESSMENT_SCHEDULED:
        move(told, life, State.ASSESSMENT_SCHEDULED, at=at, by=event.by, reason="scheduled")
    told.book.change(life.inquiry, appointment_at=starts_at)
    if any(each.worker_id == worker_id and each.ends_at is None for each in life.team):
        return
    member = told.book.add(
        TeamMembership,
        f"{life.key}|assessor|{at.isoformat()}",
        worker_id=worker_id,
        role="assessor",
        starts_at=at,
        reason="assessment",
        **life.about(),
    )
    life.team.append(member)


@tells(events.AssessmentMissed)
def assessment_missed(told: Teller, event: events.AssessmentMissed) -> None:
    """The person did not come; the inquiry waits for another appointment."""
    life = told.life(event)
    told.book.change(life.visits[event.key], state=event.state)
    if life.inquiry.state == State.ASSESSMENT_SCHEDULED:
        move(
            told, life, State.SCREENED, at=utc(event.at), by=event.by, reason=event.state,
            appointment_at=None,
        )  # fmt: skip


@tells(events.AssessmentKept)
def assessment_kept(told: Teller, event: events.AssessmentKept) -> None:
    """The interview took place: the assessment is signed, and the appointment kept."""
    life, setting = told.life(event), told.setting
    worker_id, on = setting.worker_id(event.by), event.at.date()
    profile = life.profile
    content, digest, main = content_to_sign(
        edition(), pages_told(event, (profile.substance, profile.second_substance))
    )
    told.book.add(
        Assessment,
        event.key,
        edition=CURRENT,
        started_at=utc(event.started_at),
        started_by_id=worker_id,
        content=content,
        content_hash=digest,
        diagnosis=main.code if main else "",
        criteria_met=main.count if main else None,
        signed_at=utc(event.ended_at),
        signed_by_id=worker_id,
        credential=", ".join(setting.titles(worker_id, on))[:120],
        needs_cosignature=False,
        **life.about(),
    )
    told.book.change(
        life.visits[event.key],
        state=AssessmentVisit.State.KEPT.value,
        started_at=utc(event.started_at),
        ended_at=utc(event.ended_at),
        diagnosis=event.diagnosis[:20],
        criteria_met=event.criteria_met,
        summary=event.summary.strip(),
    )
    if life.inquiry.state == State.ASSESSMENT_SCHEDULED:
        move(told, life, State.ASSESSED, at=utc(event.at), by=event.by, reason="interview")


@tells(events.DimensionsRated)
def dimensions_rated(told: Teller, event: events.DimensionsRated) -> None:
    """Ratings, words and facts, with the suggestion the placement rules give."""
    life, at, setting = told.life(event), utc(event.at), told.setting
    ratings = {str(number): value for number, value in enumerate(event.ratings, start=1)}
    facts = dict(event.facts)
    decision = recommend(
        assessment_of(
            {
                "edition": event.edition,
                "as_of": at.isoformat(),
                "age": age_on(life.client.birth_date, at.date()),
                "ratings": ratings,
                "facts": facts,
            }
        ),
        placement_numbers(setting.numbers(at.date())),
    )
    assessor_id = setting.worker_id(event.by)
    life.placement = told.book.add(
        Placement,
        f"{life.key}|{at.isoformat()}",
        client=life.client,
        site_id=life.client.site_id,
        edition=event.edition,
        assessor_id=assessor_id,
        credential=", ".join(setting.titles(assessor_id, at.date()))[:120],
        assessed_at=at,
        ratings=ratings,
        narratives={
            str(number): words for number, words in enumerate(event.narratives, start=1) if words
        },
        facts=facts,
        suggestion=decision.to_json(),
        indicated_level="" if decision.outcome == UNDETERMINED else decision.outcome,
    )


@tells(events.PlacementDecided)
def placement_decided(told: Teller, event: events.PlacementDecided) -> None:
    """The team's level; with a reason where it is not the suggested one."""
    life, at = told.life(event), utc(event.at)
    differs = event.provided != life.placement.indicated_level
    told.book.change(
        life.placement,
        provided_level=event.provided,
        discrepancy=(event.discrepancy or "clinical_judgment") if differs else "",
        client_view=event.client_view[:300],
        decided_at=at,
        decided_by_id=told.setting.worker_id(event.by),
    )
    if life.inquiry.state == State.ASSESSED:
        move(told, life, State.PLACED, at=at, by=event.by, reason=event.provided)


@tells(events.BenefitsVerified)
def benefits_verified(told: Teller, event: events.BenefitsVerified) -> None:
    """What the payer said, and the coverage it is about."""
    life, at, setting = told.life(event), utc(event.at), told.setting
    worker_id = setting.worker_id(event.by)
    about = {"client": life.client, "site_id": life.client.site_id}
    life.coverage = told.book.add(
        Coverage,
        f"{life.key}|{event.payer}",
        payer=setting.payers[event.payer],
        member_id=event.member_id,
        starts_on=at.date(),
        verified_at=at,
        verified_by_id=worker_id,
        **about,
    )
    told.book.add(
        BenefitsCheck,
        f"{life.key}|{at.isoformat()}",
        coverage=life.coverage,
        at=at,
        by_id=worker_id,
        is_covered=event.covered,
        is_in_network=event.in_network,
        copay_cents=event.copay_cents,
        deductible_left_cents=event.deductible_left_cents,
        needs_authorization=event.authorization_needed,
        days_limit=event.days_limit,
        reference=event.reference[:60],
        **about,
    )
    if life.inquiry.state == State.SCREENED:
        move(told, life, State.BENEFITS_VERIFIED, at=at, by=event.by, reason="verified")
