"""From the first call to the admission."""

from homeward.admissions import actions
from homeward.admissions.models import Inquiry
from homeward.assessments import actions as assessments
from homeward.consents.actions import revoke_consent, sign_consent
from homeward.core.actors import Actor
from homeward.coverage.actions import record_benefits_check
from homeward.demo.replay.duties import do_duties_later
from homeward.demo.replay.performing import Replay, performs
from homeward.demo.replay.progress import open_first_card
from homeward.demo.rows.book import utc
from homeward.demo.rows.consents import expiry_of
from homeward.demo.rows.front_door import (
    FIRST_SERVICE,
    UNTIL_THE_PLAN,
    gets_interim_services,
)
from homeward.demo.rows.interviewed import pages_told
from homeward.demo.story import events
from homeward.demo.wording import last_use_code, team_of
from homeward.instruments.actions import answer_instrument
from homeward.kernel.purposes import Purpose
from homeward.placement.actions import decide_placement, rate_dimensions
from homeward.placement.models import Placement

REPLAYING = Actor.of_service("replay")


@performs(events.InquiryTaken)
def inquiry_taken(replay: Replay, event: events.InquiryTaken) -> None:
    """Take the call."""
    setting = replay.setting
    replay.inquiry_id = actions.take_inquiry(
        actor=replay.who(event),
        site_id=setting.sites[event.site].pk,
        caller_name=event.caller_name,
        relation=event.relation,
        person_name=replay.profile.name,
        phone=event.phone,
        may_call_back=event.may_call_back,
        may_leave_message=event.may_leave_message,
        message_name=event.message_name,
        substances=[event.primary_substance],
        last_use=last_use_code(event.last_use_days),
        is_pregnant=event.pregnant,
        injects=event.injects,
        suicidal="thoughts" if event.suicidal_thoughts else "none",
        withdrawal_risk="possible" if event.withdrawal_risk else "none",
        payer_code=setting.payer_kinds.get(event.payer, event.payer),
        referral_source=event.referral,
        wanted_track_id=setting.tracks[event.preferred_track].pk,
        program_id=setting.program.pk,
        now=utc(event.at),
    ).pk


@performs(events.CallerContacted)
def caller_contacted(replay: Replay, event: events.CallerContacted) -> None:
    """Call back."""
    actions.record_contact(
        actor=replay.who(event),
        inquiry_id=replay.inquiry_id,
        outcome=event.outcome,
        now=utc(event.at),
    )
    row = Inquiry.objects.for_actor(REPLAYING, Purpose.OPERATIONS).get(pk=replay.inquiry_id)
    if event.outcome == "reached" and gets_interim_services(event.person, row):
        actions.record_interim_service(
            actor=replay.who(event), inquiry_id=row.pk, kind=FIRST_SERVICE, now=utc(event.at)
        )


@performs(events.ScreeningDone)
def screening_done(replay: Replay, event: events.ScreeningDone) -> None:
    """Open the record with the first questionnaire, and answer it."""
    actor, now, profile = replay.who(event), utc(event.at), replay.profile
    if replay.client_id is None:
        replay.client_id = actions.start_screening(
            actor=actor,
            inquiry_id=replay.inquiry_id,
            name=profile.name,
            birth_date=profile.birth_date,
            pronouns=profile.pronouns,
            sex=profile.sex,
            primary_substance=profile.substance,
            now=now,
        ).pk
    answer_instrument(
        actor=actor,
        client_id=replay.client_id,
        instrument=event.instrument,
        answers=dict(event.answers),
        moment="screening",
        now=now,
    )
    do_duties_later(replay)


@performs(events.AssessmentScheduled)
def assessment_scheduled(replay: Replay, event: events.AssessmentScheduled) -> None:
    """Give the appointment."""
    replay.ids[event.key] = actions.schedule_assessment(
        actor=replay.who(event),
        inquiry_id=replay.inquiry_id,
        worker_id=replay.setting.workers[event.worker].pk,
        starts_at=utc(event.starts_at),
        minutes=event.minutes,
        now=utc(event.at),
    ).pk


@performs(events.AssessmentMissed)
def assessment_missed(replay: Replay, event: events.AssessmentMissed) -> None:
    """The person did not come; admissions writes it down."""
    actions.miss_assessment(
        actor=replay.who(event),
        visit_id=replay.ids[event.key],
        state=event.state,
        now=utc(event.at),
    )


@performs(events.AssessmentKept)
def assessment_kept(replay: Replay, event: events.AssessmentKept) -> None:
    """The interview, page by page, and the signature that keeps the appointment."""
    actor, profile = replay.who(event), replay.profile
    begun = assessments.start_assessment(
        actor=actor, client_id=replay.client_id, now=utc(event.started_at)
    )
    pages = pages_told(event, (profile.substance, profile.second_substance))
    for domain, answers in pages.items():
        assessments.keep_page(
            actor=actor,
            assessment_id=begun.pk,
            domain=domain,
            answers=answers,
            is_whole=True,
            now=utc(event.started_at),
        )
    signed_at = utc(event.ended_at)
    assessments.sign_assessment(
        actor=actor, assessment_id=begun.pk, authenticated_at=signed_at, now=signed_at
    )


@performs(events.DimensionsRated)
def dimensions_rated(replay: Replay, event: events.DimensionsRated) -> None:
    """Rate the dimensions."""
    replay.placement_id = rate_dimensions(
        actor=replay.who(event),
        client_id=replay.client_id,
        ratings={str(place): value for place, value in enumerate(event.ratings, start=1)},
        narratives={str(place): words for place, words in enumerate(event.narratives, start=1)},
        facts=dict(event.facts),
        edition=event.edition,
        program_id=replay.setting.program.pk,
        now=utc(event.at),
    ).pk


@performs(events.PlacementDecided)
def placement_decided(replay: Replay, event: events.PlacementDecided) -> None:
    """Decide on a level, with a reason where it is not the suggested one."""
    rated = Placement.objects.unscoped("replay").get(pk=replay.placement_id)
    differs = event.provided != rated.indicated_level
    decide_placement(
        actor=replay.who(event),
        placement_id=replay.placement_id,
        provided_level=event.provided,
        discrepancy=(event.discrepancy or "clinical_judgment") if differs else "",
        client_view=event.client_view,
        now=utc(event.at),
    )


@performs(events.Waitlisted)
def wait_listed(replay: Replay, event: events.Waitlisted) -> None:
    """Wait for a seat."""
    actions.put_on_wait_list(
        actor=replay.who(event),
        inquiry_id=replay.inquiry_id,
        reason=event.reason,
        now=utc(event.at),
    )


@performs(events.ConsentSigned)
def consent_signed(replay: Replay, event: events.ConsentSigned) -> None:
    """The client signs on the screen of the witness."""
    replay.ids[event.key] = sign_consent(
        actor=replay.staff(event.witness),
        client_id=replay.client_id,
        kind=event.kind,
        signer_name=replay.profile.name,
        recipient_name=event.recipient_name,
        recipient_relation=event.recipient_relation,
        purposes=event.purposes,
        classes=event.classes,
        expires_at=expiry_of(event, replay.zone),
        ends_on_event=event.ends_on_event,
        witness_id=replay.setting.workers[event.witness].pk,
        now=utc(event.at),
    ).pk


@performs(events.ConsentRevoked)
def consent_revoked(replay: Replay, event: events.ConsentRevoked) -> None:
    """Take it back."""
    revoke_consent(actor=replay.who(event), consent_id=replay.ids[event.key], now=utc(event.at))


@performs(events.BenefitsVerified)
def benefits_verified(replay: Replay, event: events.BenefitsVerified) -> None:
    """Ask the payer."""
    record_benefits_check(
        actor=replay.who(event),
        client_id=replay.client_id,
        payer_code=event.payer,
        member_id=event.member_id,
        is_covered=event.covered,
        is_in_network=event.in_network,
        copay_cents=event.copay_cents,
        deductible_left_cents=event.deductible_left_cents,
        needs_authorization=event.authorization_needed,
        days_limit=event.days_limit,
        reference=event.reference,
        now=utc(event.at),
    )


@performs(events.Admitted)
def admitted(replay: Replay, event: events.Admitted) -> None:
    """Open the episode; the story brings its own initial plan."""
    setting = replay.setting
    team = team_of(event, setting.outline.one("technician", event.site))
    replay.episode_id = actions.admit_client(
        actor=replay.who(event),
        client_id=replay.client_id,
        track_id=setting.tracks[event.track].pk,
        primary_counselor_id=setting.workers[event.primary_counselor].pk,
        team=[(role, setting.workers[code].pk) for role, code in team],
        phase_id=setting.phases[event.phase].pk,
        diagnosis=event.diagnosis,
        with_initial_plan=False,
        interim_plan=UNTIL_THE_PLAN,
        now=utc(event.at),
    ).pk
    replay.counselor = event.primary_counselor
    open_first_card(replay, utc(event.at))
