"""Taking a first call or message."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Inquiry
from homeward.admissions.moving import note_step
from homeward.admissions.numbering import next_inquiry_number
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.coverage.models import Payer
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program, Site, Track

SUICIDAL = ("none", "thoughts", "danger_now")
WITHDRAWAL = ("none", "possible", "severe")


class InquiryIncomplete(Refusal):
    """Who calls and how we may call back cannot be left open; the codes name the fields."""


@action
def take_inquiry(
    *,
    actor: Actor,
    site_id: UUID,
    caller_name: str,
    relation: str,
    now: datetime,
    person_name: str = "",
    phone: str = "",
    may_call_back: bool = True,
    may_leave_message: bool = False,
    message_name: str = "",
    substances: Sequence[str] = (),
    last_use: str = "",
    is_pregnant: bool | None = None,
    injects: bool | None = None,
    suicidal: str = "",
    withdrawal_risk: str = "",
    payer_code: str = "",
    referral_source: str = "",
    wanted_track_id: UUID | None = None,
    program_id: UUID | None = None,
    note: str = "",
) -> Inquiry:
    """Keep what the caller told, with the instant that starts every wait that is measured.

    None and the empty string are "not asked yet"; they stay visible as such.
    """
    problems = []
    if not caller_name.strip():
        problems.append("caller_name_missing")
    if may_call_back and not phone.strip():
        problems.append("phone_missing")
    if suicidal and suicidal not in SUICIDAL:
        problems.append("suicidal_unknown")
    if withdrawal_risk and withdrawal_risk not in WITHDRAWAL:
        problems.append("withdrawal_unknown")
    payer = Payer.objects.filter(code=payer_code).first() if payer_code else None
    if payer_code and payer is None:
        problems.append("payer_unknown")
    if problems:
        raise InquiryIncomplete(*problems)
    site = Site.objects.get(pk=site_id)
    program = _program(site, program_id, wanted_track_id)
    inquiry = Inquiry.objects.create(
        site=site,
        program=program,
        number=next_inquiry_number(),
        first_request_at=now,
        taken_by_id=actor.worker_id,
        caller_name=caller_name.strip(),
        relation=relation or "self",
        person_name=(person_name or (caller_name if relation == "self" else "")).strip(),
        phone=phone.strip(),
        may_call_back=may_call_back,
        may_leave_message=may_leave_message,
        message_name=message_name.strip(),
        substances=list(dict.fromkeys(substances)),
        last_use=last_use,
        is_pregnant=is_pregnant,
        injects=injects,
        suicidal=suicidal,
        withdrawal_risk=withdrawal_risk,
        payer=payer,
        referral_source=referral_source,
        wanted_track_id=wanted_track_id,
        note=note.strip(),
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    Inquiry.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE).get(pk=inquiry.pk)
    note_step(inquiry, "", Inquiry.State.INQUIRY, actor=actor, now=now, reason="first_request")
    audit.record("admissions.inquiry.taken", actor=actor, subject=inquiry, at=now)
    return inquiry


def _program(site: Site, program_id: UUID | None, track_id: UUID | None) -> Program:
    if program_id is not None:
        return Program.objects.get(pk=program_id)
    if track_id is not None:
        return Track.objects.select_related("program").get(pk=track_id).program
    here = Program.objects.filter(tracks__site=site).order_by("code").first()
    return here or Program.objects.order_by("code")[0]
