"""Taking a first call or message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Inquiry, Obligation
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


@dataclass(frozen=True, slots=True)
class Busy:
    """Something that fills part of a weekday (0 Monday), in the site's wall time."""

    kind: str
    weekday: int
    starts: time
    ends: time


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
    may_call_back: bool | None = True,
    may_leave_message: bool | None = None,
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
    obligations: Sequence[Busy] = (),
) -> Inquiry:
    """Keep what the caller told, with the instant that starts every wait that is measured.

    None and the empty string are "not asked yet"; they stay visible as such.
    """
    problems = []
    if not caller_name.strip():
        problems.append("caller_name_missing")
    if may_call_back is True and not phone.strip():
        problems.append("phone_missing")
    if suicidal and suicidal not in SUICIDAL:
        problems.append("suicidal_unknown")
    if withdrawal_risk and withdrawal_risk not in WITHDRAWAL:
        problems.append("withdrawal_unknown")
    payer = Payer.objects.filter(code=payer_code).first() if payer_code else None
    if any(each.ends <= each.starts or each.weekday not in range(7) for each in obligations):
        problems.append("obligation_unreadable")
    if any(each.kind not in Obligation.Kind.values for each in obligations):
        problems.append("obligation_unreadable")
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
    for each in dict.fromkeys(obligations):
        Obligation.objects.create(
            inquiry=inquiry,
            kind=each.kind,
            weekday=each.weekday,
            starts=each.starts,
            ends=each.ends,
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
