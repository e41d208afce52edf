"""Exchanges: who takes part in each, from when until when."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents import actions
from homeward.consents.labels import CLASSES_TOLD, joined
from homeward.consents.models import IntermediaryMember, OutsideParty
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.views.small import small_page
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass


class MemberForm(ActionForm):
    """Who takes part, since when, and how it is known."""

    member_id = forms.ChoiceField(label=gettext_lazy("Who"))
    starts_on = forms.DateField(
        label=gettext_lazy("A member since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how = forms.CharField(
        label=gettext_lazy("How you know"), max_length=120,
        help_text=gettext_lazy("The exchange's own list of members, its letter…"),
    )  # fmt: skip

    def __init__(self, *args: Any, exchange: OutsideParty, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["member_id"]
        assert isinstance(field, forms.ChoiceField)
        rows = OutsideParty.objects.filter(is_intermediary=False).order_by("name")
        field.choices = [("", gettext_lazy("Choose…")), *((str(row.pk), row.name) for row in rows)]


class EndForm(ActionForm):
    """Nothing to fill in."""


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE)
def exchange_members(request: HttpRequest, exchange_id: UUID) -> HttpResponse:
    """The members with their days; below, another one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    exchange = OutsideParty.objects.get(pk=exchange_id, is_intermediary=True)
    writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
    form = MemberForm(request.POST or None, exchange=exchange)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.add_member(
                actor=actor,
                intermediary_id=exchange.pk,
                member_id=data["member_id"],
                starts_at=_start(data["starts_on"]),
                how=data["how"],
                now=clock.now(),
            )
        except Refusal as refusal:
            fields = {"member_there": "member_id", "not_an_exchange": "member_id"}
            say_no(form, refusal, fields)
        else:
            return redirect("desk:exchange_members", exchange.pk)
    facts = {
        "name": exchange.name,
        "lines": _lines(exchange, writes=writes),
        "form": form if writes else None,
        "back": Act(_("People and organizations outside"), reverse("desk:parties")),
        "here": request.path,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/disclosures/members.html", facts, status=status)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def exchange_member_end(request: HttpRequest, participation_id: UUID) -> HttpResponse:
    """They left the exchange."""
    rows = IntermediaryMember.objects.select_related("member", "intermediary")
    row = rows.get(pk=participation_id)
    back = Act(_("Members"), reverse("desk:exchange_members", args=[row.intermediary_id]))
    return small_page(
        request,
        EndForm(request.POST if request.method == "POST" else None),
        title=_("%(name)s left") % {"name": row.member.name},
        lead=_("From now on nothing goes to %(exchange)s for them alone.")
        % {"exchange": row.intermediary.name},
        save=_("They left"),
        danger=True,
        back=back,
        done=_("Written down."),
        perform=lambda data: actions.end_membership(
            actor=request.actor,  # type: ignore[attr-defined]
            membership_id=participation_id,
            now=clock.now(),
        ),
    )


def _lines(exchange: OutsideParty, *, writes: bool) -> list[dict[str, Any]]:
    now = clock.now()
    made = []
    for row in exchange.members.select_related("member").order_by("member__name", "starts_at"):
        stands = row.starts_at <= now and (row.ends_at is None or row.ends_at > now)
        days = _("since %(when)s") % {"when": date_format(row.starts_at, "j M Y")}
        if row.ends_at is not None:
            days += " · " + _("until %(when)s") % {"when": date_format(row.ends_at, "j M Y")}
        end = Act(
            _("They left"),
            reverse("desk:exchange_member_end", args=[row.pk]),
            about=row.member.name,
        )
        made.append(
            {
                "name": row.member.name,
                "state": _("member") if stands else _("no member now"),
                "tone": "done" if stands else "neutral",
                "sub": " · ".join(
                    filter(None, (joined(row.member.classes, CLASSES_TOLD), days, row.how))
                ),
                "act": end if writes and row.ends_at is None else None,
            }
        )
    return made


def _start(day: Any) -> datetime:
    zone = timezone.get_current_timezone()
    return datetime.combine(day, time(), zone).astimezone(UTC)
