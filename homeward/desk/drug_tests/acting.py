"""One click or one sentence on a test: second people, calling off, the laboratory, a dispute."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.drug_tests.keeping_forms import ConfirmationForm, ReasonForm
from homeward.desk.drug_tests.one_test import OneTest
from homeward.desk.steps import answer_step, back_to
from homeward.drugtests import actions, queries, words
from homeward.drugtests.how_often import confirmations_stand
from homeward.drugtests.rules.ceilings import BEYOND
from homeward.kernel.records import RecordClass

ROOM = "desk/drug_tests"


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    return request.actor  # type: ignore[attr-defined,no-any-return]


def page_of(test_id: UUID) -> str:
    """Where one test stands."""
    return reverse("desk:drug_test", args=[test_id])


def one_click(
    request: HttpRequest, test_id: UUID, act: Callable[..., Any], done: str
) -> HttpResponse:
    """A step without questions: a button on the test's page."""
    actor = actor_of(request)
    form = ActionForm(request.POST)
    form.is_valid()
    try:
        act(actor=actor, test_id=test_id, now=clock.now(), expected_version=form.expected_version)
    except (StaleVersion, NotAllowed):
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error(None, words.refusal(code))
        page = OneTest.of(actor, queries.drug_test(actor, test_id))
        return render(request, f"{ROOM}/test.html", {"page": page, "form": form}, status=422)
    messages.success(request, done)
    return redirect(page_of(test_id))


def _sentence(
    request: HttpRequest, test_id: UUID, *, title: str, lead: str, button: str, done: str,
    act: Callable[..., Any], codes: tuple[str, ...],
) -> HttpResponse:  # fmt: skip
    """A step with one sentence."""
    actor = actor_of(request)
    test = queries.drug_test(actor, test_id)
    back = back_to(_("Back"), page_of(test_id))
    words_ = {"title": title, "lead": lead, "button": button}
    return answer_step(
        request,
        ReasonForm(request.POST or None, version=test.version),
        template=f"{ROOM}/sentence.html",
        page={"test": test, "back": back, "words": words_},
        perform=lambda form: act(
            actor=actor, test_id=test_id, reason=form.cleaned_data["reason"], now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=done,
        then=page_of(test_id),
        refusal_words=words.refusal,
        fields=dict.fromkeys(codes, "reason"),
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE)
def second(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The second person agrees to a test with a reason."""
    return one_click(request, test_id, actions.second_order, _("You have agreed to this test."))


@requires(RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE, post_if=queries.reads_results)
def skip(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """Ask to call a test off."""
    return _sentence(
        request, test_id, title=_("Call off a test"),
        lead=_(
            "A drawn test is called off only when somebody else agrees. What you write is kept "
            "with the test and in the audit; the published draw stays as it is."
        ),
        button=_("Ask to call it off"),
        done=_("Asked. It stands until a second person agrees."),
        act=actions.ask_skip, codes=("skip_needs_reason",),
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE)
def skip_agreed(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """A second person agrees, and the test is called off."""
    return one_click(request, test_id, actions.agree_skip, _("The test is called off."))


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE)
def received(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The laboratory has the specimen."""
    return one_click(request, test_id, actions.receive_specimen, _("The laboratory has it."))


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def rejected(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The laboratory will not take the specimen."""
    return _sentence(
        request, test_id, title=_("The laboratory rejected it"),
        lead=_("There is no result then. It counts neither as positive nor as missed."),
        button=_("Write it down"), done=_("Written down. There is no result."),
        act=actions.reject_specimen, codes=("rejection_needs_reason",),
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, post=Access.WRITE, post_if=queries.reads_results)
def disputed(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """The client says it is wrong."""
    return one_click(
        request, test_id, actions.dispute_result,
        _("Written down: the client disputes it. Send it for confirmation."),
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE, post_if=queries.reads_results)
def confirmation(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """Send the specimen for a definitive test."""
    actor = actor_of(request)
    test = queries.drug_test(actor, test_id)
    stands = confirmations_stand(test, clock.now())
    form = ConfirmationForm(
        request.POST or None, unconfirmed=queries.unconfirmed(test), version=test.version,
        is_beyond=stands.outcome == BEYOND,
    )  # fmt: skip
    return answer_step(
        request,
        form,
        template=f"{ROOM}/confirmation.html",
        page={"test": test, "back": back_to(_("Back"), page_of(test_id)), "stands": stands},
        perform=lambda form: actions.ask_confirmation(
            actor=actor, test_id=test_id, analytes=form.cleaned_data["analytes"], now=clock.now(),
            beyond_need=form.cleaned_data.get("beyond_need", ""),
            expected_version=form.expected_version,
        ),
        done=_("Sent for confirmation. Until it is back, the reading is not confirmed."),
        then=page_of(test_id),
        refusal_words=words.refusal,
        fields={"nothing_to_confirm": "analytes", "beyond_ceiling": "beyond_need"},
    )  # fmt: skip
