"""Approvals for research, audit and evaluation: who may rest on them, until when, on what."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents import actions
from homeward.consents.labels import CLASSES, joined
from homeward.consents.models import Approval
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.desk.admissions.views.small import small_page
from homeward.desk.disclosures.approval_forms import KINDS, ApprovalForm, EndForm
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty, Role

FIELDS = {
    "approval_incomplete": "protocol",
    "agreement_not_signed": "agreement_signed_on",
    "open_end_unexplained": "no_end_reason",
    "agreement_reversed": "ends_on",
}


def records_approvals(actor: Actor) -> bool:
    """The director or a privacy officer; nobody else opens records to a study or an audit."""
    return Role.DIRECTOR in actor.roles or Duty.PRIVACY_OFFICER in actor.duties


@requires(RecordClass.CONSENTS, get=Access.READ)
def approvals(request: HttpRequest) -> HttpResponse:
    """Every approval and how it stands; it says nothing about any client."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    now, records = clock.now(), records_approvals(actor)
    rows = Approval.objects.select_related("party", "entered_by").order_by("-starts_at")
    facts = {
        "lines": [_line(row, now, records=records) for row in rows],
        "add": Act(_("Record an approval"), reverse("desk:approval_new"), "primary")
        if records
        else None,
        "back": Act(_("People and organizations outside"), reverse("desk:parties")),
    }
    return render(request, "desk/disclosures/approvals.html", facts)


@requires(
    RecordClass.CONSENTS,
    get=Access.APPROVE, post=Access.APPROVE,
    get_if=records_approvals, post_if=records_approvals,
)  # fmt: skip
def approval_new(request: HttpRequest) -> HttpResponse:
    """What was approved, for whom, by which board, until when, on which conditions."""
    return small_page(
        request,
        ApprovalForm(request.POST or None),
        title=_("Record an approval"),
        lead=_(
            "Records leave for a study or an audit only while an approval stands here, with a "
            "signed agreement, for the parts ticked below."
        ),
        save=_("Keep the approval"),
        back=_back(),
        done=_("The approval is kept and counts as it says."),
        fields=FIELDS,
        perform=lambda data: actions.record_approval(
            actor=request.actor,  # type: ignore[attr-defined]
            kind=data["kind"],
            party_id=data["party_id"],
            protocol=data["protocol"],
            responsible=data["responsible"],
            board=data["board"],
            reviewed_on=data["reviewed_on"],
            classes=data["classes"],
            conditions=data["conditions"],
            agreement_signed_on=data["agreement_signed_on"],
            starts_at=_start(data["starts_on"]),
            ends_at=_start(data["ends_on"]) if data["ends_on"] else None,
            no_end_reason=data["no_end_reason"],
            now=clock.now(),
        ),
    )


@requires(
    RecordClass.CONSENTS,
    get=Access.APPROVE, post=Access.APPROVE,
    get_if=records_approvals, post_if=records_approvals,
)  # fmt: skip
def approval_end(request: HttpRequest, approval_id: UUID) -> HttpResponse:
    """Nothing leaves on it any more."""
    row = Approval.objects.select_related("party").get(pk=approval_id)
    return small_page(
        request,
        EndForm(request.POST or None),
        title=_("End: %(what)s") % {"what": row.protocol or row.party.name},
        lead=_("From now on nothing leaves on it. What went before stays in the ledger."),
        save=_("End it"),
        danger=True,
        back=_back(),
        done=_("The approval has ended."),
        fields={"approval_incomplete": "reason"},
        perform=lambda data: actions.end_approval(
            actor=request.actor,  # type: ignore[attr-defined]
            approval_id=approval_id,
            reason=data["reason"],
            now=clock.now(),
        ),
    )


def _line(row: Approval, now: datetime, *, records: bool) -> dict[str, Any]:
    ended = row.ends_at is not None and row.ends_at <= now
    state, tone = (_("ended"), "neutral") if ended else (_("in force"), "done")
    if row.starts_at > now:
        state, tone = _("not yet"), "info"
    if not row.has_written_agreement:
        state, tone = _("no agreement"), "urgent"
    until = _("until %(when)s") % {"when": _day(row.ends_at)} if row.ends_at else ""
    end = Act(
        _("End it"), reverse("desk:approval_end", args=[row.pk]), "danger", about=row.party.name
    )
    said = (
        (_("Protocol or reason"), row.protocol),
        (_("Responsible"), row.responsible),
        (_("Reviewed by"), " · ".join(filter(None, (row.board, _day(row.reviewed_on))))),
        (_("Agreement signed"), _day(row.agreement_signed_on)),
        (_("What may go"), joined(row.classes, CLASSES)),
        (_("Conditions"), row.conditions),
        (_("No end, because"), row.no_end_reason),
        (_("Recorded by"), row.entered_by.name if row.entered_by else ""),
    )
    return {
        "name": row.party.name,
        "state": state,
        "tone": tone,
        "sub": " · ".join(
            filter(
                None,
                (
                    str(KINDS[row.kind]),
                    _("from %(when)s") % {"when": _day(row.starts_at)},
                    until,
                ),
            )
        ),
        "facts": [f"{term}: {value}" for term, value in said if value],
        "act": end if records and not ended else None,
    }


def _day(day: Any) -> str:
    return date_format(day, "j M Y") if day else ""


def _back() -> Act:
    return Act(_("Approvals"), reverse("desk:approvals"))


def _start(day: Any) -> datetime:
    zone = timezone.get_current_timezone()
    return datetime.combine(day, time(), zone).astimezone(UTC)
