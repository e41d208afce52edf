"""A client's incentives in the chart: the course, its consent, activities, and handing over."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.desk.chart.frame import chart_frame, reach_client
from homeward.desk.clients.reach import short_name_for
from homeward.desk.incentives.forms import (
    ActivityForm,
    HandOverForm,
    PaperForm,
    RightAmountForm,
    StopForm,
    VoidForm,
)
from homeward.desk.incentives.pages.client import ClientPage, money
from homeward.desk.steps import answer_step, back_to
from homeward.incentives import actions, texts
from homeward.incentives.actions.courses import open_episode, paper_for
from homeward.incentives.agreeing import Agreeing, agreeing_for
from homeward.incentives.ledger import LEDGER, in_stock, owed_to, stand_of, stocks_at
from homeward.incentives.models import Posting
from homeward.incentives.queries import course_of, in_force, is_on
from homeward.incentives.words import refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

ROOM = "desk/incentives"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def only_when_on() -> None:
    """Until a director adopts a protocol there is no such page."""
    if not is_on():
        raise Http404


def _reached(actor: Actor, client_id: UUID, record_class: RecordClass) -> Client:
    only_when_on()
    client = reach_client(actor, client_id, Access.MINIMAL)
    if not reaches(actor, client, record_class, to=Access.WRITE):
        raise Http404
    return client


def _answer(
    request: HttpRequest, client: Client, form: ActionForm, *, title: str, save: str, done: str,
    perform: Any, fields: dict[str, str], lead: str = "", paper: str = "",
) -> HttpResponse:  # fmt: skip
    actor = _actor(request)
    back = reverse("desk:incentives")
    if reaches(actor, client, RecordClass.DRUG_TESTS):
        back = reverse("desk:chart_incentives", args=[client.pk])
    page = {
        "title": title, "save": save, "name": short_name_for(actor, client), "lead": lead,
        "paper": paper, "back": back_to(_("Back"), back),
    }  # fmt: skip
    return answer_step(
        request, form, template=f"{ROOM}/step.html", page=page, perform=perform, done=done,
        then=back, refusal_words=refusal, fields=fields,
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.READ)
def chart_incentives(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What was earned and why, what comes next, what is owed and was handed over."""
    only_when_on()
    actor = _actor(request)
    frame = chart_frame(request, client_id, tab="desk:chart_incentives")
    page = None
    if reaches(actor, frame.client, RecordClass.DRUG_TESTS):
        page = ClientPage.of(actor, frame.client, clock.now())
    return render(request, f"{ROOM}/client.html", {"frame": frame, "page": page})


def guardian_words(agreeing: Agreeing) -> str:
    """Whose yes is asked beside the client's or in its place; nothing where nobody else is."""
    if not agreeing.asks_guardian:
        return ""
    if not agreeing.names:
        return refusal("incentive_guardian_unknown")
    names = ", ".join(agreeing.names)
    if agreeing.asks_client:
        return _("A minor here needs a parent's or guardian's yes as well: %(names)s.") % {
            "names": names
        }
    return _("By a court's word the guardian says yes: %(names)s.") % {"names": names}


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def taking_part(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The paper read and signed at a desk, or the end, at once."""
    actor = _actor(request)
    client = _reached(actor, client_id, RecordClass.CONSENTS)
    who: dict[str, Any] = {"actor": actor, "client_id": client.pk, "now": clock.now()}
    # A paper that was read before somebody else took it in ends nothing: it is refused as it is.
    is_signed = "read_hash" in request.POST
    if course_of(client.pk) is not None and not is_signed:
        return _answer(
            request, client, StopForm(request.POST or None), title=_("Stop taking part"),
            lead=_("Nothing more is earned from now on. What is owed stays owed."),
            save=_("Stop"), done=_("They no longer take part."), fields={},
            perform=lambda form: actions.leave_course(**who),
        )  # fmt: skip
    episode = open_episode(client.pk)
    today = local_day(who["now"], client.site.time_zone)
    protocol = in_force(episode.program_id, today) if episode else None
    if protocol is None:
        raise Http404
    paper = paper_for(client, protocol)
    digest = texts.digest(paper)
    agreeing = agreeing_for(client, who["now"])

    def sign(form: Any) -> Any:
        typed = {
            name: form.cleaned_data.get(name, "")
            for name in ("signer_name", "guardian_name", "read_hash")
        }
        form.read_anew(digest)
        return actions.join_course(**who, **typed)

    form = PaperForm(
        request.POST or None, initial={"read_hash": digest}, request=request, now=who["now"],
        asks_client=agreeing.asks_client, asks_guardian=agreeing.asks_guardian,
    )  # fmt: skip
    return _answer(
        request, client, form,
        lead=guardian_words(agreeing), title=_("Take part in incentives"), paper=paper,
        save=_("Signed in front of me"), done=_("Signed. What they do from now on counts."),
        fields={"incentive_name": "signer_name", "incentive_guardian_name": "guardian_name"},
        perform=sign,
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def activity(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Count an agreed activity."""
    actor = _actor(request)
    client = _reached(actor, client_id, RecordClass.DRUG_TESTS)
    form = ActivityForm(request.POST or None, initial={"on": clock.today(client.site.time_zone)})
    return _answer(
        request, client, form, title=_("Count an activity"), save=_("Count it"),
        done=_("Counted."), fields={
            "activity_what": "what", "activity_day": "on", "activity_outcome": "outcome",
        },
        perform=lambda form: actions.record_activity(
            actor=actor, client_id=client.pk, now=clock.now(), key=form.key,
            **{name: form.cleaned_data[name] for name in ("what", "on", "outcome")},
        ),
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def hand_over(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Lay out cards or a prize; a second person hands them over with the client."""
    actor = _actor(request)
    client = _reached(actor, client_id, RecordClass.SCHEDULE)
    stocks = stocks_at([client.site_id])
    there = in_stock(stock.pk for stock in stocks)
    choices = [
        (str(stock.pk), _("%(name)s, each %(face)s (there: %(pieces)s)") % {
            "name": stock.name, "face": money(stock.face_cents),
            "pieces": there[stock.pk] // stock.face_cents,
        })
        for stock in stocks if there[stock.pk]
    ]  # fmt: skip
    return _answer(
        request, client, HandOverForm(request.POST or None, choices=choices),
        title=_("Hand over"), save=_("Lay it out"),
        done=_("Written down. It waits for a second person."),
        lead=_("Earned, not handed over yet: %(owed)s") % {"owed": money(owed_to(client.pk))},
        fields={
            "more_than_owed": "amount", "not_whole_pieces": "amount", "not_in_stock": "amount",
            "stock_elsewhere": "stock",
        },
        perform=lambda form: actions.propose_hand_over(
            actor=actor, client_id=client.pk, stock_id=UUID(form.cleaned_data["stock"]),
            cents=form.cleaned_data["amount"], now=clock.now(),
        ),
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def void(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What the funder's rule no longer lets be handed over."""
    actor = _actor(request)
    client = _reached(actor, client_id, RecordClass.SCHEDULE)
    return _answer(
        request, client, VoidForm(request.POST or None), title=_("Void by the funder’s rule"),
        save=_("Write it down"), done=_("Written down. It waits for a second person."),
        lead=_("Earned, not handed over yet: %(owed)s") % {"owed": money(owed_to(client.pk))},
        fields={"more_than_owed": "amount", "proposal_reason": "reason"},
        perform=lambda form: actions.propose_void(
            actor=actor, client_id=client.pk, cents=form.cleaned_data["amount"],
            reason=form.cleaned_data["reason"], now=clock.now(),
        ),
    )  # fmt: skip


@requires(RecordClass.DRUG_TESTS, get=Access.WRITE, post=Access.WRITE)
def correction(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """What a turn should have earned; the entries stay, a counter-entry follows."""
    only_when_on()
    actor = _actor(request)
    rows = Posting.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    posting = rows.get(pk=posting_id, kind=Posting.Kind.EARN)
    client = _reached(actor, posting.client_id, RecordClass.DRUG_TESTS)
    return _answer(
        request, client, RightAmountForm(request.POST or None), title=_("Put an amount right"),
        save=_("Write it down"), done=_("Written down. It waits for a second person."),
        lead=_("It stands at %(amount)s.") % {"amount": money(stand_of(posting))},
        fields={
            "nothing_to_correct": "amount", "above_cap": "amount", "more_than_owed": "amount",
            "proposal_reason": "reason",
        },
        perform=lambda form: actions.propose_correction(
            actor=actor, posting_id=posting.pk, cents=form.cleaned_data["amount"],
            reason=form.cleaned_data["reason"], now=clock.now(),
        ),
    )  # fmt: skip
