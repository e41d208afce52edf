"""Today's draw, one test from told to discussed, and a client's tests."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.queries import open_episode_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import STAFF, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import open_to, requires
from homeward.desk.chart.frame import chart_frame, reach_client
from homeward.desk.drug_tests import pages
from homeward.desk.drug_tests.acting import one_click
from homeward.desk.drug_tests.forms import (
    CollectionForm,
    DiscussionForm,
    EndForm,
    OrderForm,
    ResultsForm,
)
from homeward.desk.drug_tests.on_hand import named_kits
from homeward.desk.drug_tests.one_test import OneTest
from homeward.desk.drug_tests.own_testing import NoticePaper, OwnTesting, tests_table
from homeward.desk.steps import answer_step, back_to
from homeward.drugtests import actions, queries, words
from homeward.drugtests.filing import expected_analytes
from homeward.drugtests.how_often import screens_stand
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.reaching import local_day, require_right_to_enter, seconds_for
from homeward.drugtests.reading_here import Bench, why_not
from homeward.drugtests.rules.validity import ValidityNumbers
from homeward.incentives.queries import is_on
from homeward.kernel.records import RecordClass
from homeward.program.queries import numbers_for

ROOM = "desk/drug_tests"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _test_page(test: DrugTest) -> str:
    return reverse("desk:drug_test", args=[test.pk])


@requires(RecordClass.DRUG_TESTS, get=Access.MINIMAL)
def drug_tests(request: HttpRequest) -> HttpResponse:
    """Who tests today, by what is to be done next, and the draws anyone can check."""
    page = pages.TestsToday.of(_actor(request), clock.now())
    return render(request, f"{ROOM}/today.html", {"page": page, "has_incentives": is_on()})


@open_to((STAFF,), record_class=RecordClass.PUBLIC)
def published_draw(request: HttpRequest, draw_id: UUID) -> HttpResponse:
    """One day of a draw as JSON, for anyone to check; it holds tokens, never names."""
    draw = Draw.objects.select_related("pool").get(pk=draw_id)
    answer = JsonResponse(queries.published_day(draw), json_dumps_params={"indent": 2})
    name = f"draw-{draw.pool.code}-{draw.day:%Y-%m-%d}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@requires(RecordClass.DRUG_TESTS, get=Access.MINIMAL)
def drug_test(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """One test: where it stands in its chain, and what comes next."""
    test = queries.drug_test(_actor(request), test_id)
    page = OneTest.of(_actor(request), test)
    return render(
        request, f"{ROOM}/test.html", {"page": page, "form": ActionForm(version=test.version)}
    )


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE)
def notice(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The client has been told."""
    return one_click(
        request,
        test_id,
        actions.notify_test,
        _("Written down: the client has been told, and the window runs."),
    )


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE)
def dispatch(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The specimen goes to the laboratory."""
    return one_click(request, test_id, actions.send_test, _("Sent to the laboratory."))


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE, post_if=queries.reads_results)
def review(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """A clinician has seen the result."""
    return one_click(request, test_id, actions.review_result, _("Marked as reviewed."))


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def collection(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The collection, step by step, for one hand."""
    test = queries.drug_test(_actor(request), test_id)
    form = CollectionForm(
        request.POST or None, version=test.version,
        numbers=ValidityNumbers.of(
            numbers_for(test.episode.program_id, local_day(clock.now(), test.site))
        ),
    )  # fmt: skip
    return answer_step(
        request,
        form,
        template=f"{ROOM}/collection.html",
        page={"test": test, "back": back_to(_("Back"), _test_page(test))},
        perform=lambda form: actions.record_collection(
            actor=_actor(request),
            test_id=test_id,
            now=clock.now(),
            expected_version=form.expected_version,
            **form.collected,  # type: ignore[attr-defined]
        ),
        done=_("Collected. Thank you."),
        then=reverse("desk:drug_tests"),
        refusal_words=words.refusal,
        fields={
            "identity": "identity_by",
            "temperature": "temperature_f",
            "seal": "is_sealed",
            "initials": "client_initials",
            "observation_needs_reason": "observed_reason",
            "observer_not_chosen": "observer_wanted",
            "temperature_outside": "note",
        },
    )


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def results(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The readings of one method; who only collects reads the specimen in hand, once."""
    test = queries.drug_test(_actor(request), test_id)
    require_right_to_enter(_actor(request), test)
    in_hand = test.state == DrugTest.State.COLLECTED
    bench, today = Bench.of([test.site_id] if in_hand else ()), local_day(clock.now(), test.site)
    decision = bench.may_read(test, today) if in_hand else None
    form = ResultsForm(
        request.POST or None,
        panel=test.panel,
        kits=named_kits(bench.kits_for(test, today)) if in_hand else None,
        expected=expected_analytes(test) if queries.reads_results(_actor(request)) else (),
        version=test.version,
    )
    if test.resulted_at is not None:
        form.fields["method"].initial = "definitive"
    extra = ("creatinine", "gravity", "ph", "nitrite", "is_called_invalid")
    return answer_step(
        request,
        form,
        template=f"{ROOM}/results.html",
        page={
            "test": test,
            "back": back_to(_("Back"), _test_page(test)),
            "may_read": decision,
            # What was typed stays on the page, also where it is refused meanwhile.
            "not_here": why_not(decision) if decision and request.method != "POST" else (),
        },
        perform=lambda form: actions.enter_results(
            actor=_actor(request),
            test_id=test_id,
            method=form.cleaned_data.get("method", "presumptive"),
            kit_id=UUID(form.cleaned_data["kit"]) if form.cleaned_data.get("kit") else None,
            readings=_readings(form, test),
            has_foreign_substance=form.cleaned_data["has_foreign_substance"] or None,
            now=clock.now(),
            expected_version=form.expected_version,
            **{key: form.cleaned_data[key] for key in extra},
        ),
        done=_("The results are in."),
        then=_test_page(test),
        refusal_words=words.refusal,
        fields=dict.fromkeys(("kit_known", "kit_in_date", "kit_reads_panel"), "kit"),
    )


def _readings(form: ActionForm, test: DrugTest) -> list[Any]:
    """All of the panel at first; a later laboratory answers only what was sent to it."""
    assert isinstance(form, ResultsForm)
    if test.resulted_at is None:
        return form.measured
    return [item for item in form.measured if item.reading != "not_tested"]


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def end(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """No specimen: missed, declined or not able."""
    test = queries.drug_test(_actor(request), test_id)
    return answer_step(
        request,
        EndForm(request.POST or None, version=test.version),
        template=f"{ROOM}/end.html",
        page={"test": test, "back": back_to(_("Back"), _test_page(test))},
        perform=lambda form: _ended(request, test_id, form),
        done=_("Written down. It does not count as a positive test."),
        then=reverse("desk:drug_tests"),
        refusal_words=words.refusal,
        fields={
            "window_still_open": "state",
            "end_needs_reason": "reason",
            "skip_needs_reason": "reason",
            "end_needs_another": "client_initials",
        },
    )


def _ended(request: HttpRequest, test_id: UUID, form: ActionForm) -> DrugTest:
    """By the client's own initials, or by a second person who is asked now."""
    said = form.cleaned_data
    common: dict[str, Any] = {
        "actor": _actor(request), "test_id": test_id, "reason": said["reason"],
        "now": clock.now(), "expected_version": form.expected_version,
    }  # fmt: skip
    if said["ask_second"] and said["state"] != DrugTest.State.MISSED:
        return actions.ask_skip(ends_as=said["state"], **common)
    initials = said["client_initials"]
    return actions.end_test(state=said["state"], client_initials=initials, **common)


@requires(RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE, post_if=queries.reads_results)
def discussion(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The talk that closes the chain."""
    test = queries.drug_test(_actor(request), test_id)
    page = OneTest.of(_actor(request), test)
    return answer_step(
        request,
        DiscussionForm(request.POST or None, version=test.version),
        template=f"{ROOM}/discussion.html",
        page={"page": page, "test": test, "back": back_to(_("Back"), _test_page(test))},
        perform=lambda form: actions.discuss_result(
            actor=_actor(request),
            test_id=test_id,
            client_account=form.cleaned_data["client_account"],
            discussion=form.cleaned_data["discussion"],
            unconfirmed_reason=form.cleaned_data["unconfirmed_reason"],
            now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=_("The talk is written down."),
        then=_test_page(test),
        refusal_words=words.refusal,
        fields={"dispute_open": "unconfirmed_reason"},
    )


@requires(RecordClass.DRUG_TESTS, get=Access.READ)
def chart_tests(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A client's tests in their record."""
    actor = _actor(request)
    frame = chart_frame(request, client_id, tab="desk:chart_tests")
    tests = queries.drug_tests_of(actor, frame.episode) if frame.episode else []
    facts = {
        "frame": frame,
        "table": tests_table(tests),
        "own": OwnTesting.of(actor, frame.episode) if frame.episode else None,
        "has_incentives": is_on(),
    }
    return render(request, f"{ROOM}/chart.html", facts)


@requires(RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE, post_if=queries.reads_results)
def order(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A test with a reason; two people agree."""
    actor = _actor(request)
    client = reach_client(actor, client_id)
    episode = open_episode_of(actor, client)
    workers = seconds_for(client, actor)
    back = reverse("desk:chart_tests", args=[client_id])
    return answer_step(
        request,
        OrderForm(request.POST or None, workers=workers),
        template=f"{ROOM}/order.html",
        page={
            "client": client,
            "episode": episode,
            "back": back_to(_("Back"), back),
            "stands": screens_stand(episode, clock.now()) if episode else None,
        },
        perform=lambda form: actions.order_for_cause_test(
            actor=actor,
            client_id=client_id,
            seconded_by_id=UUID(form.cleaned_data["seconded_by"]),
            cause=form.cleaned_data["cause"],
            panel=form.cleaned_data["panel"],
            now=clock.now(),
        ),
        done=_("The test is ordered. Your colleague agrees next, then tell the client."),
        then=back,
        refusal_words=words.refusal,
        fields={
            "cause_incomplete": "cause",
            "needs_second_person": "seconded_by",
            "panel_to_choose": "panel",
        },
    )


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE)
def notice_paper(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The notice a client takes along: when, where, and how to check the draw."""
    test = queries.drug_test(_actor(request), test_id)
    if test.state not in queries.WAITING:
        raise DrugTest.DoesNotExist
    return render(request, f"{ROOM}/notice.html", {"page": NoticePaper.of(test)})
