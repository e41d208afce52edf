"""People and organizations outside that somebody here has looked up, and service agreements."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents import actions
from homeward.consents.actions.parties import NEVER_OUTSIDE
from homeward.consents.labels import CLASSES_TOLD, joined
from homeward.consents.models import OutsideParty, QsoAgreement
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.times import when
from homeward.desk.admissions.views.small import small_page
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass

KINDS = [(code, words) for code, words in CLASSES_TOLD.items() if code not in NEVER_OUTSIDE]
SERVICES = (
    ("laboratory", gettext_lazy("Laboratory work")),
    ("billing", gettext_lazy("Billing")),
    ("legal", gettext_lazy("Legal advice")),
    ("accounting", gettext_lazy("Accounting")),
    ("data_processing", gettext_lazy("Computing and storage")),
    ("messaging", gettext_lazy("Carrying messages")),
)


class PartyForm(ActionForm):
    """Who they are, what they are, and how that is known."""

    name = forms.CharField(label=gettext_lazy("Full name"), max_length=120)
    type = forms.ChoiceField(
        label=gettext_lazy("They are"), widget=forms.RadioSelect, initial="entity",
        choices=[("entity", gettext_lazy("an organization")), ("person", gettext_lazy("a person"))],
    )  # fmt: skip
    classes = forms.MultipleChoiceField(
        label=gettext_lazy("What they are"), choices=KINDS, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    is_covered_entity = forms.BooleanField(
        label=gettext_lazy("Bound by HIPAA as a provider, plan or their associate"), required=False
    )
    is_intermediary = forms.BooleanField(
        label=gettext_lazy("An exchange that passes records on to others"), required=False
    )
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=40, required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    how = forms.CharField(
        label=gettext_lazy("How you know"), max_length=120,
        help_text=gettext_lazy("State register, called the published number…"),
    )  # fmt: skip


class AgreementForm(ActionForm):
    """Which services, from when until when."""

    services = forms.MultipleChoiceField(
        label=gettext_lazy("Services"), choices=SERVICES, widget=forms.CheckboxSelectMultiple
    )
    starts_on = forms.DateField(
        label=gettext_lazy("In force from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    ends_on = forms.DateField(
        label=gettext_lazy("Until, if it ends"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


@requires(RecordClass.CONSENTS, get=Access.READ)
def parties(request: HttpRequest) -> HttpResponse:
    """Everybody who was looked up, with what binds them."""
    actor = request.actor  # type: ignore[attr-defined]
    agreed: dict[UUID, list[str]] = {}
    words = dict(SERVICES)
    for row in QsoAgreement.objects.order_by("starts_at"):
        said = joined(row.services, words)
        end = _("until %(day)s") % {"day": when(row.ends_at)} if row.ends_at else ""
        agreed.setdefault(row.party_id, []).append(" ".join(filter(None, (said, end))))
    sets_up = may(actor.roles, RecordClass.SETUP, Access.WRITE)
    lines = [
        {
            "name": row.name,
            "sub": " · ".join(filter(None, (joined(row.classes, CLASSES_TOLD), row.phone))),
            "known": _("looked up %(when)s, %(how)s")
            % {"when": when(row.verified_at), "how": row.verified_how},
            "agreements": agreed.get(row.pk, []),
            "act": Act(
                _("Service agreement"), reverse("desk:agreement_new", args=[row.pk]), about=row.name
            )
            if sets_up
            else None,
            "members": Act(
                _("Members"), reverse("desk:exchange_members", args=[row.pk]), about=row.name
            )
            if row.is_intermediary
            else None,
        }
        for row in OutsideParty.objects.order_by("name")
    ]
    adds = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
    add = Act(_("Look somebody up"), reverse("desk:party_new"), "primary") if adds else None
    approvals = Act(_("Approvals for research and audit"), reverse("desk:approvals"))
    facts = {"lines": lines, "add": add, "approvals": approvals}
    return render(request, "desk/disclosures/parties.html", facts)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def party_new(request: HttpRequest) -> HttpResponse:
    """Write down who somebody outside is."""
    return _new(request, reverse("desk:parties"))


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_party_new(request: HttpRequest) -> HttpResponse:
    """The same, for those who keep the legal desk."""
    return _new(request, reverse("desk:legal_requests"))


@requires(RecordClass.SETUP, get=Access.WRITE, post=Access.WRITE)
def agreement_new(request: HttpRequest, party_id: UUID) -> HttpResponse:
    """A service organization signed to be bound by 42 CFR Part 2."""
    party = OutsideParty.objects.get(pk=party_id)
    return small_page(
        request,
        AgreementForm(request.POST or None),
        title=_("Service agreement: %(name)s") % {"name": party.name},
        lead=_("A written agreement to be bound by 42 CFR Part 2, for these services only."),
        save=_("Keep it"),
        back=Act(_("People and organizations outside"), reverse("desk:parties")),
        done=_("The agreement is kept."),
        fields={"agreement_reversed": "ends_on"},
        perform=lambda data: actions.enter_agreement(
            actor=request.actor,  # type: ignore[attr-defined]
            party=party,
            services=data["services"],
            starts_at=_start(data["starts_on"]),
            ends_at=_start(data["ends_on"]) if data["ends_on"] else None,
            now=clock.now(),
        ),
    )


def _new(request: HttpRequest, home: str) -> HttpResponse:
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    then = wanted if is_ours and wanted.startswith("/desk/") else home
    form = PartyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = {
            key: value for key, value in form.cleaned_data.items() if key != "form_version"
        }
        try:
            party = actions.look_up_party(actor=request.actor, **data, now=clock.now())  # type: ignore[attr-defined]
        except Refusal as refusal:
            say_no(form, refusal, {"party_known": "name"})
        else:
            messages.success(request, _("%(name)s is on the list.") % {"name": party.name})
            return redirect(then)
    facts = {"form": form, "back": Act(_("Back"), then)}
    status = 422 if form.errors else 200
    return render(request, "desk/disclosures/party.html", facts, status=status)


def _start(day: Any) -> datetime:
    zone = timezone.get_current_timezone()
    return datetime.combine(day, time(), zone).astimezone(UTC)
