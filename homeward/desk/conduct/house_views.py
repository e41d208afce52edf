"""Restrictions, the visitors' book, the equal-treatment report, and paper."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward import audit
from homeward.conduct import actions, words
from homeward.conduct.actions.refusals import WordsMissing
from homeward.conduct.actions.visitors import keeps_the_book
from homeward.conduct.asking import ask_about_visitor
from homeward.conduct.models import ContactRestriction, ResponseStep, Visit
from homeward.conduct.reaching import client_led, every, leads_care, workers_here
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.clients.reach import short_name_for
from homeward.desk.conduct.equal import EqualPage
from homeward.desk.conduct.paper import make_step_paper
from homeward.desk.conduct.restricted import knows_whole, other_name
from homeward.desk.conduct.room_forms import (
    DaysForm,
    RestrictionForm,
    RestrictionReviewForm,
    VisitorForm,
)
from homeward.desk.conduct.saying import form_page, say
from homeward.desk.conduct.views import ROOM, M, back_to
from homeward.desk.conduct.visitors import BookPage, sites_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact

C = RecordClass.ASSESSMENT
USUALLY = timedelta(days=30)
FIELDS = {
    "restriction_other_unknown": "other_number", "restriction_other_missing": "between",
    "restriction_two_people": "other_number", "restriction_has_reason": "reason",
    "restriction_starts_before_review": "review_on", "restriction_review_ahead": "review_on",
    "restriction_review_soon_enough": "review_on",
}  # fmt: skip


@requires(C, get=M, post=M, get_if=leads_care, post_if=leads_care)
def restriction_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Keep somebody away from this client until a review day."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client, now = client_led(actor, client_id), clock.now()
    today = clock.today(client.site.time_zone)
    people = [(str(each.pk), each.name) for each in workers_here(client.site_id, today)]
    known = Contact.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    contacts = [(str(each.pk), each.name) for each in known.filter(client=client).order_by("name")]
    form = RestrictionForm(
        request.POST or None, workers=people, contacts=contacts,
        initial={
            "starts_on": today, "review_on": today + USUALLY, "reach": "group",
            "ask": str(actor.worker_id),
        },
    )  # fmt: skip
    return form_page(
        request, form, template=f"{ROOM}/restriction.html",
        title=_("Keep somebody away"),
        lead=short_name_for(actor, client),
        save=_("Set it"),
        back=back_to(actor, client),
        done=_("It binds from its first day. Look below whether they still share a group."),
        fields=FIELDS,
        perform=lambda: actions.restrict_contact(
            actor=actor, client_id=client.pk, now=now,
            between=form.cleaned_data["between"], reach=form.cleaned_data["reach"],
            starts_on=form.cleaned_data["starts_on"], review_on=form.cleaned_data["review_on"],
            reason=form.cleaned_data["reason"], other_number=form.cleaned_data["other_number"],
            worker_id=form.chosen("worker"), contact_id=form.chosen("contact"),
            visitor=form.cleaned_data["visitor"], ask_id=form.chosen("ask"),
        ),
    )  # fmt: skip


@requires(C, get=M, post=M, get_if=leads_care, post_if=leads_care)
def restriction(request: HttpRequest, contact_restriction_id: UUID) -> HttpResponse:
    """Look at it again: renew it or end it. Only for who may know it whole."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = every(ContactRestriction).select_related("client", "other", "worker", "contact", "by")
    row: ContactRestriction = rows.get(pk=contact_restriction_id)
    client = client_led(actor, row.client_id)
    if not knows_whole(actor, row):
        raise ContactRestriction.DoesNotExist
    audit.record("conduct.restriction.read", actor=actor, subject=row, at=clock.now())
    form = RestrictionReviewForm(request.POST or None, version=row.version)

    def perform() -> object:
        typed = form.cleaned_data
        asked = {
            "actor": actor, "restriction_id": row.pk, "reason": typed["reason"],
            "now": clock.now(), "expected_version": form.expected_version,
        }  # fmt: skip
        if typed["what"] == "end":
            return actions.end_restriction(**asked)
        if typed["review_on"] is None:
            raise WordsMissing("restriction_review_ahead")
        return actions.renew_restriction(**asked, review_on=typed["review_on"])

    return form_page(
        request, form,
        title=_("Look at it again"),
        lead=_("%(name)s and %(other)s")
        % {"name": short_name_for(actor, row.client), "other": other_name(row, row.client_id)},
        save=_("Keep it"),
        back=back_to(actor, client),
        done=_("Kept."),
        told=(
            row.reason,
            _("%(reach)s, by %(name)s, review day %(day)s.")
            % {
                "reach": words.words(words.REACHES, row.reach), "name": row.by.name,
                "day": row.review_on,
            },
        ),
        fields=FIELDS,
        perform=perform,
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE, post_if=keeps_the_book)
def visitors(request: HttpRequest) -> HttpResponse:
    """Who is in the house, and signing somebody in."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    sites = sites_of(actor)
    hosts = {
        str(each.pk): each.name
        for site in sites
        for each in workers_here(site.pk, clock.today(site.time_zone))
    }
    form = VisitorForm(
        request.POST or None, sites=[(str(each.pk), each.name) for each in sites],
        hosts=sorted(hosts.items(), key=lambda pair: pair[1]),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.sign_in_visitor(
                actor=actor, site_id=UUID(typed["site"]), name=typed["name"],
                organisation=typed["organisation"], purpose=typed["purpose"],
                host_id=UUID(typed["host"]), badge=typed["badge"],
                has_promised=typed["promised"], now=now,
            )  # fmt: skip
        except Refusal as refusal:
            say(
                form,
                refusal,
                {
                    "visit_organisation_no_place": "organisation", "badge_taken": "badge",
                    "visit_promise_missing": "promised", "visit_name_missing": "name",
                    "visit_badge_missing": "badge",
                },
            )  # fmt: skip
        else:
            ask = ask_about_visitor(typed["name"], UUID(typed["site"]), now)
            if ask:
                messages.warning(
                    request, _("Ask %(name)s before you let this visitor in.") % {"name": ask}
                )
            else:
                messages.success(request, _("Signed in."))
            return redirect("desk:conduct_visitors")
    page = BookPage.of(actor, now, request.GET.get("day") == "all")
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/visitors.html", {"page": page, "form": form}, status=status)


@requires(RecordClass.SCHEDULE, post=Access.WRITE, post_if=keeps_the_book)
def visitor_out(request: HttpRequest, guest_id: UUID) -> HttpResponse:
    """The visitor left; a second click changes nothing."""
    row = Visit.objects.filter(site__in=sites_of(request.actor)).get(pk=guest_id)  # type: ignore[attr-defined]
    if row.out_at is None:
        actions.sign_out_visitor(actor=request.actor, visit_id=guest_id, now=clock.now())  # type: ignore[attr-defined]
    return redirect("desk:conduct_visitors")


@requires(RecordClass.OUTCOMES, get=Access.READ)
def equal(request: HttpRequest) -> HttpResponse:
    """Whether groups of clients are answered differently."""
    today = clock.today()
    asked = {"first": today - timedelta(days=180), "last": today}
    form = DaysForm(request.GET if "first" in request.GET else None, initial=asked)
    days = form.cleaned_data if form.is_bound and form.is_valid() else asked
    page = EqualPage.of(request.actor, days["first"], days["last"])  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/equal.html", {"page": page, "form": form})


@requires(C, post=M, post_if=leads_care)
def paper(request: HttpRequest, conduct_step_id: UUID) -> HttpResponse:
    """A step as paper for the client to take along and sign."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row: ResponseStep = every(ResponseStep).select_related("event", "by").get(pk=conduct_step_id)
    client = client_led(actor, row.client_id)
    made = make_step_paper(actor, client, row, clock.now())
    return redirect("desk:document", made.pk)
