"""What stands in the matrix's records about reviews, papers and the end of care."""

import hashlib
import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from homeward.admissions.models import Episode
from homeward.consents.models import AgencyAsk, Consent, Disclosure
from homeward.consents.texts import VERSION
from homeward.core.crypto import seal_bytes
from homeward.coverage.models import Authorization
from homeward.documents.actions import BOUND_TO
from homeward.documents.models import Document
from homeward.people.models import AccessReason, Contact, Stop, TeamMembership
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.models import (
    Appointment,
    Discharge,
    FollowUp,
    LevelDenial,
    LevelReview,
    OutreachAttempt,
)
from homeward.testing.stage import NOON

if TYPE_CHECKING:
    from homeward.testing.matrix.subjects import Subject

PDF = b"%PDF-1.7\n%%EOF\n"


def add_reviews(rows: dict[str, Any], about: dict[str, Any], subject: "Subject") -> None:
    """A review and what follows it: a denial, an attempt to reach, an appointment, a check-up."""
    by, episode = subject.counselor, subject.episode
    rows["review"] = LevelReview.objects.create(
        **about, episode=episode, week_of=date(2026, 11, 23), opened_at=NOON, suggested="stay",
        suggestion={"outcome": "stay", "rule_set": "review", "version": "1", "reasons": []},
    )  # fmt: skip
    rows["denial"] = LevelDenial.objects.create(
        **about, episode=episode, review=rows["review"], denied_at=NOON, payer_name="Plan",
        recommended_level="2.1", provided_why=subject.canary("assessment"), provided_level="1",
        provided_at=NOON, provided_by=by,
        authorization=Authorization.objects.create(
            **about, coverage=rows["coverage"], level_code="2.1", starts_on=date(2026, 11, 2),
            last_on=date(2026, 12, 6), asked_at=NOON, asked_by=by, state="denied",
        ),
    )  # fmt: skip
    rows["outreach"] = OutreachAttempt.objects.create(
        **about, episode=episode, at=NOON, by=by, channel="phone", outcome="no_answer",
        note=subject.canary("schedule"),
    )  # fmt: skip
    rows["appointment"] = Appointment.objects.create(
        **about, episode=episode, at=NOON + timedelta(days=7), with_whom=subject.canary("schedule"),
        kind="physician", booked_at=NOON, booked_by=by,
    )  # fmt: skip
    rows["follow_up"] = FollowUp.objects.create(
        **about, episode=episode, months=3, due_on=date(2027, 2, 24)
    )
    rows["member"] = TeamMembership.objects.create(
        **about, worker=by, role="counselor", starts_at=NOON - timedelta(days=2)
    )


def add_papers(rows: dict[str, Any], about: dict[str, Any], subject: "Subject") -> None:
    """Consent and what was sent, a document, an earlier discharge, a stop, a reason for access."""
    by = subject.counselor
    rows["contact"] = contact = Contact.objects.create(
        **about, kind=Contact.Kind.SUPPORT, name="A friend", relation="friend"
    )
    signed_at = NOON - timedelta(days=30)
    rows["consent"] = Consent.objects.create(
        **about, kind=Consent.Kind.TREATMENT, purposes=["treatment"], text_version=VERSION,
        text_hash="0" * 64, signed_at=signed_at, starts_at=signed_at,
        signer_name=subject.canary("consents"),
    )  # fmt: skip
    rows["disclosure"] = Disclosure.objects.create(
        **about, at=NOON, recipient_type="person", recipient_id=str(contact.pk),
        purpose="treatment", effect="deny", rule_set="consents", rule_version="1",
    )  # fmt: skip
    rows["agency_ask"] = AgencyAsk.objects.create(
        **about, contact=contact, asked_at=NOON, parts=["attendance"],
        words=subject.canary("consents"),
    )  # fmt: skip
    rows["document"] = document = Document.objects.create(
        **about, kind="plan", title="A document", made_at=NOON, made_by=by,
        subject_id=uuid.uuid4(), template_version="1", digest=hashlib.sha256(PDF).hexdigest(),
        sealed=seal_bytes(PDF, BOUND_TO),
    )  # fmt: skip
    rows["discharge"] = Discharge.objects.create(
        **about, episode=_ended_before(subject), type="completed", teds_reason=1,
        last_contact_on=date(2026, 3, 1), discharged_at=NOON - timedelta(days=260), author=by,
        content_hash="0" * 64, document=document,
    )  # fmt: skip
    rows["administrative_case"] = AdministrativeCase.objects.create(
        **about, episode=subject.episode, ground="disruption", cause=subject.canary("notes"),
        stands_without_use=True, opened_at=NOON, opened_by=by,
    )  # fmt: skip
    rows["stop"] = Stop.objects.create(
        **about, kind="hospital", since_on=date(2026, 3, 1), known_by="family",
        recorded_at=NOON - timedelta(days=200), ended_at=NOON - timedelta(days=190), ending="over",
    )  # fmt: skip
    rows["access_reason"] = AccessReason.objects.create(
        **about, account_id=uuid.uuid4(), worker=by, kind="break_glass", code="emergency",
        sentence=subject.canary("audit"), given_at=NOON - timedelta(hours=9),
        ends_at=NOON - timedelta(hours=5), review_due_at=NOON + timedelta(days=2),
    )  # fmt: skip


def _ended_before(subject: "Subject") -> Episode:
    """An earlier time in care, with its end."""
    now = subject.episode
    assert now is not None
    return Episode.objects.create(
        **subject.about(), program=now.program, track=now.track, placement=now.placement,
        admitted_at=NOON - timedelta(days=320), admitted_on=date(2026, 1, 8),
        admitted_by=subject.counselor, phase=now.phase, level_code=now.level_code,
        ended_at=NOON - timedelta(days=260), ended_on=date(2026, 3, 9),
    )  # fmt: skip
