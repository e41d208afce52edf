"""What payers said, what it leaves to pay, and whom to ask again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from homeward.admissions.models import Inquiry
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Need
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.coverage import actions, queries
from homeward.coverage.models import Coverage
from homeward.coverage.reminding import due_for_recheck
from homeward.desk.admissions.reaching import way_in
from homeward.desk.admissions.times import when
from homeward.desk.benefits import pages
from homeward.desk.benefits.forms import CheckForm, FeeForm, GivenForm
from homeward.desk.clients.reach import name_for
from homeward.desk.steps import answer_step
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

ROOM = "desk/benefits"
FIELDS = {
    "dates_wrong": "effective_to",
    "household_wrong": "household",
}


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.CLAIMS, get=Access.READ)
def to_ask(request: HttpRequest) -> HttpResponse:
    """Whose payer is to be asked again this month."""
    actor, now = _actor(request), clock.now()
    due = [row.pk for row in due_for_recheck(timezone.localtime(now).date())]
    rows = (
        Coverage.objects.for_actor(actor, Purpose.PAYMENT)
        .filter(pk__in=due)
        .select_related("client", "payer")
        .order_by("verified_at", "pk")
    )
    needs = tuple(
        Need(
            Face(
                initials_of(name_for(actor, row.client)),
                name_for(actor, row.client),
                reverse("desk:benefits", args=[row.client_id]),
            ),
            row.payer.name,
            _("last asked %(when)s") % {"when": when(row.verified_at) or _("never")},
            Act(
                _("Ask again"),
                reverse("desk:benefits_check", args=[row.client_id]),
                about=name_for(actor, row.client),
            ),
            "attention",
        )
        for row in rows
    )
    return render(request, f"{ROOM}/to_ask.html", {"needs": needs})


@requires(RecordClass.INQUIRIES, get=Access.READ)
def of_inquiry(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """From an inquiry to the benefits of its person; before screening there is none."""
    inquiry = Inquiry.objects.for_actor(_actor(request), Purpose.PAYMENT).get(pk=inquiry_id)
    if inquiry.client_id is None:
        messages.info(request, _("Screen first. Until then no payer learns that somebody called."))
        return redirect("desk:admissions_case", inquiry.pk)
    return redirect("desk:benefits", inquiry.client_id)


@requires(RecordClass.CLAIMS, get=Access.MINIMAL)
def benefits(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """One client: the latest answer, the estimate, the fee, the history."""
    actor = _actor(request)
    client = pages.client_named(actor, client_id)
    page = pages.BenefitsPage.of(actor, client, clock.now())
    facts = {"page": page, "way_in": way_in(actor, client)}
    return render(request, f"{ROOM}/benefits.html", facts)


@requires(RecordClass.CLAIMS, get=Access.WRITE, post=Access.WRITE)
def check(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Everything the payer is asked, in the order of the call."""
    actor = _actor(request)
    client = pages.client_named(actor, client_id)
    checks = queries.checks_of(actor, client.pk)
    form = CheckForm(
        request.POST or None,
        payers=queries.payers(),
        initial=CheckForm.as_last_time(checks[0])
        if checks
        else {"payer_code": _payer_of_inquiry(client.pk)},
    )
    return answer_step(
        request,
        form,
        template=f"{ROOM}/check.html",
        page={"client": client, "back": pages.back(client)},
        perform=lambda _form: actions.record_benefits_check(
            actor=actor, client_id=client.pk, now=clock.now(), **form.told()
        ),
        done=_("Recorded. The estimate is made from it."),
        then=reverse("desk:benefits", args=[client_id]),
        refusal_words=words_for,
        fields=FIELDS,
    )


def _payer_of_inquiry(client_id: UUID) -> str:
    """What the first call said of the payer, so that it is not asked again."""
    rows = Inquiry.objects.for_actor(Actor.of_service("desk.benefits"), Purpose.PAYMENT)
    found = rows.filter(client_id=client_id, payer__isnull=False).select_related("payer")
    newest = found.order_by("-first_request_at").first()
    return newest.payer.code if newest is not None and newest.payer else ""


@requires(RecordClass.CLAIMS, get=Access.WRITE, post=Access.WRITE)
def fee(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A fee by income; decided about money alone."""
    actor, now = _actor(request), clock.now()
    client = pages.client_named(actor, client_id)
    form = FeeForm(request.POST or None)

    def determine(_form: Any) -> Any:
        numbers = pages.fee_numbers(now)
        return actions.determine_fee(
            actor=actor,
            client_id=client.pk,
            household=form.cleaned_data["household"],
            yearly_income_cents=form.income_cents,
            shown=form.cleaned_data["shown"],
            line=queries.poverty_line(numbers),
            bands=queries.fee_bands(numbers),
            valid_days=int(numbers["fee_redetermine_days"]),
            now=now,
        )

    return answer_step(
        request,
        form,
        template=f"{ROOM}/fee.html",
        page={
            "client": client,
            "back": pages.back(client),
            "level": pages.level_words(now),
            "bands": pages.band_words(now),
        },
        perform=determine,
        done=_("The fee is decided, with its reasons."),
        then=reverse("desk:benefits", args=[client_id]),
        refusal_words=words_for,
        fields=FIELDS,
    )


@requires(RecordClass.CLAIMS, get=Access.READ, post=Access.WRITE)
def estimate(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The estimate on one sheet, in English or Spanish; handing it over is written down."""
    actor, now = _actor(request), clock.now()
    client = pages.client_named(actor, client_id)
    form = GivenForm(request.POST or None)
    language = request.POST.get("language") or request.GET.get("lang", "en")
    page = pages.EstimatePage.of(actor, client, language, now)
    if page is None:
        messages.info(request, _("Load a program first."))
        return redirect("desk:benefits", client_id)
    if request.method == "POST" and form.is_valid():
        actions.give_estimate(
            actor=actor,
            client_id=client.pk,
            decision=page.decision,
            language=form.cleaned_data["language"],
            now=now,
        )
        messages.success(request, _("Written down: the estimate was given."))
        return redirect("desk:benefits", client_id)
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/estimate.html", {"page": page, "form": form}, status=status)
