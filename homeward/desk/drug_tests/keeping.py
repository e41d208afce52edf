"""What testing stands on: a person's own panel and days, kits in date, the site's certificate."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.queries import open_episode_of
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.chart.frame import reach_client
from homeward.desk.drug_tests.acting import ROOM, actor_of
from homeward.desk.drug_tests.bench_page import BenchPage
from homeward.desk.drug_tests.keeping_forms import (
    CertificateForm,
    DaysForm,
    KitForm,
    PanelForm,
    ReasonForm,
)
from homeward.desk.steps import answer_step, back_to
from homeward.drugtests import actions, queries, words
from homeward.drugtests.models import Kit
from homeward.kernel.records import RecordClass
from homeward.program.models import Site


def _sites(actor: Actor) -> list[Any]:
    rows = Site.objects.order_by("name")
    if all(grant.site_id for grant in actor.grants):
        rows = rows.filter(pk__in=actor.site_ids)
    return list(rows)


def _of_tests(client_id: UUID) -> str:
    return reverse("desk:chart_tests", args=[client_id])


@requires(RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE, post_if=queries.reads_results)
def panel(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What this person is tested for, and why."""
    actor = actor_of(request)
    client = reach_client(actor, client_id)
    episode = open_episode_of(actor, client)
    held = queries.panel_of(actor, episode) if episode else None
    return answer_step(
        request,
        PanelForm(request.POST or None, lines=held.lines if held else ()),
        template=f"{ROOM}/panel.html",
        page={"client": client, "back": back_to(_("Back"), _of_tests(client_id))},
        perform=lambda form: actions.set_panel(
            actor=actor, client_id=client_id, lines=form.lines, now=clock.now()  # type: ignore[attr-defined]
        ),
        done=_("The panel is set. Every test from now on is ordered with it."),
        then=_of_tests(client_id),
        refusal_words=words.refusal,
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE, post_if=queries.reads_results)
def days(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """On which other days this person agreed to be drawn."""
    actor = actor_of(request)
    client = reach_client(actor, client_id)
    episode = open_episode_of(actor, client)
    held = queries.agreed_days_of(actor, episode) if episode else None
    initial = {"weekdays": held.weekdays, "words": held.agreed_words} if held else None
    return answer_step(
        request,
        DaysForm(request.POST or None, initial=initial),
        template=f"{ROOM}/days.html",
        page={"client": client, "back": back_to(_("Back"), _of_tests(client_id))},
        perform=lambda form: actions.agree_days(
            actor=actor, client_id=client_id, weekdays=form.cleaned_data["weekdays"],
            words=form.cleaned_data["words"], now=clock.now(),
        ),
        done=_("Written down. From tomorrow on these days count."),
        then=_of_tests(client_id),
        refusal_words=words.refusal,
        fields={"agreed_words": "words"},
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE)
def bench(request: HttpRequest) -> HttpResponse:
    """Kits and certificates, what runs out first, and how clients are told."""
    page = BenchPage.of(actor_of(request), _sites(actor_of(request)))
    return render(request, f"{ROOM}/bench.html", {"page": page})


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def kit(request: HttpRequest) -> HttpResponse:
    """A new lot of cups."""
    actor = actor_of(request)
    here = reverse("desk:drug_test_bench")
    return answer_step(
        request,
        KitForm(request.POST or None, sites=_sites(actor)),
        template=f"{ROOM}/kit.html",
        page={"back": back_to(_("Back"), here)},
        perform=lambda form: actions.add_kit(
            actor=actor, site_id=UUID(form.cleaned_data["site"]), name=form.cleaned_data["name"],
            lot=form.cleaned_data["lot"], analytes=form.cleaned_data["analytes"],
            expires_on=form.cleaned_data["expires_on"], now=clock.now(),
        ),
        done=_("The kit is on the list."),
        then=here,
        refusal_words=words.refusal,
        fields={"kit_name": "name", "kit_lot": "lot", "kit_lot_known": "lot",
                "kit_analytes": "analytes"},
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def kit_withdrawn(request: HttpRequest, kit_id: UUID) -> HttpResponse:
    """A lot is taken out of use."""
    actor = actor_of(request)
    here = reverse("desk:drug_test_bench")
    found = Kit.objects.get(pk=kit_id, site_id__in=[each.pk for each in _sites(actor)])
    words_ = {
        "title": _("Take a kit out of use"),
        "lead": f"{found.name}, {found.lot}",
        "button": _("Take it out of use"),
    }
    return answer_step(
        request,
        ReasonForm(request.POST or None),
        template=f"{ROOM}/sentence.html",
        page={"test": None, "back": back_to(_("Back"), here), "words": words_},
        perform=lambda form: actions.withdraw_kit(
            actor=actor, kit_id=kit_id, reason=form.cleaned_data["reason"], now=clock.now()
        ),
        done=_("The kit is out of use."),
        then=here,
        refusal_words=words.refusal,
        fields={"kit_reason": "reason"},
    )


def keeps_certificates(actor: Actor) -> bool:
    """Whether the actor sets the program up."""
    return may(actor.roles, RecordClass.SETUP, Access.WRITE)


@requires(RecordClass.SETUP, get=Access.WRITE, post=Access.WRITE)
def certificate(request: HttpRequest) -> HttpResponse:
    """A site's certificate."""
    actor = actor_of(request)
    back = reverse("desk:setup")
    return answer_step(
        request,
        CertificateForm(request.POST or None, sites=list(Site.objects.order_by("name"))),
        template=f"{ROOM}/certificate.html",
        page={"back": back_to(_("Back"), back), "page": BenchPage.certificates_of_all()},
        perform=lambda form: actions.record_certificate(
            actor=actor, site_id=UUID(form.cleaned_data["site"]),
            number=form.cleaned_data["number"], kind=form.cleaned_data["kind"],
            starts_on=form.cleaned_data["starts_on"], ends_on=form.cleaned_data["ends_on"],
            now=clock.now(),
        ),
        done=_("The certificate is on record."),
        then=reverse("desk:drug_test_certificate"),
        refusal_words=words.refusal,
        fields={"certificate_number": "number", "certificate_kind": "kind",
                "certificate_dates": "ends_on"},
    )  # fmt: skip
