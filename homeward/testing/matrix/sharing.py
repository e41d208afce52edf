"""What limits sharing and what the legal desk holds, for one subject of the matrix."""

import uuid
from datetime import timedelta
from typing import Any

from homeward.consents.models import (
    Approval,
    Consent,
    Guardianship,
    IntermediaryListRequest,
    IntermediaryMember,
    LegalInstrument,
    LegalRelease,
    LegalRequest,
    OutsideParty,
    RestrictionRequest,
    SafetyFlag,
)
from homeward.consents.texts import VERSION
from homeward.testing.stage import NOON


def sharing_rows(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A wish, a flag, a paper offered, and a legal request with a proposal, about the subject."""
    by = subject.counselor
    contact = rows["contact"]
    rows["restriction"] = RestrictionRequest.objects.create(
        **about, asked_at=NOON, classes=["notes"], contact=contact,
        words=subject.canary("consents"),
    )  # fmt: skip
    rows["flag"] = SafetyFlag.objects.create(
        **about, contact=contact, starts_at=NOON - timedelta(days=1), raised_by=by,
        reason=subject.canary("consents"),
    )  # fmt: skip
    rows["drafted"] = Consent.objects.create(
        **about, kind=Consent.Kind.FAMILY, contact=contact, purposes=["family_support"],
        classes=["schedule"], text_version=VERSION, text_hash="0" * 64, drafted_by=by,
        offered_at=NOON, expires_at=NOON + timedelta(days=90),
        recipients=[{"type": "person", "id": str(contact.pk)}],
    )  # fmt: skip
    rows["party"] = party = OutsideParty.objects.create(
        type="entity", name=f"Court {uuid.uuid4().hex[:8]}", classes=["court"], verified_at=NOON
    )
    rows["legal_request"] = request = LegalRequest.objects.create(
        **about, received_at=NOON, received_by=by, came_by="mail", asker_name="An attorney",
        about=subject.canary("consents"),
    )  # fmt: skip
    site = about["site"]
    rows["instrument"] = LegalInstrument.objects.create(
        site=site, request=request, type=LegalInstrument.Type.SUBPOENA, court="County Court",
        dated=NOON.date(), entered_at=NOON, entered_by=by, recipient=party, classes=["notes"],
    )  # fmt: skip
    rows["release"] = LegalRelease.objects.create(
        site=site, request=request, classes=["notes"], proposed_at=NOON, proposed_by=by
    )
    rows["exchange"] = exchange = OutsideParty.objects.create(
        type="entity", name=f"Exchange {uuid.uuid4().hex[:8]}", is_intermediary=True,
        verified_at=NOON,
    )  # fmt: skip
    rows["participation"] = IntermediaryMember.objects.create(
        intermediary=exchange, member=party, starts_at=NOON - timedelta(days=9), how="its list"
    )
    rows["approval"] = Approval.objects.create(
        kind=Approval.Kind.RESEARCH, party=party, protocol="A study", classes=["outcomes"],
        has_written_agreement=True, starts_at=NOON - timedelta(days=9),
    )  # fmt: skip
    rows["guardianship"] = Guardianship.objects.create(
        **about, contact=contact, right=Guardianship.Right.PARENT, relation="mother",
        paper=subject.canary("consents"), starts_at=NOON - timedelta(days=9), entered_by=by,
    )  # fmt: skip
    rows["asked"] = IntermediaryListRequest.objects.create(
        **about, party=exchange, asked_at=NOON, since=NOON.date(), due_on=NOON.date()
    )
