"""Reading and answering messages; handing over; saying that no answer is needed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.conversations import actions, reaching
from homeward.conversations.forms import read
from homeward.conversations.models import (
    Conversation,
    Message,
    OutsideConversation,
    OutsideMessage,
)
from homeward.conversations.queries import thread_in_reach
from homeward.conversations.rules.uploading import MEGABYTE, neutral_name
from homeward.core import clock, drafts
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.admissions.drafting import keep_draft
from homeward.desk.conversations.forms import (
    AnswerForm,
    NewForm,
    NewOutsideForm,
    OutsideAnswerForm,
    OverForm,
    SettleForm,
)
from homeward.desk.conversations.pages import (
    ClientMessages,
    InboxPage,
    ThreadPage,
    own_role,
    thread_url,
)
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

ROOM = "desk/conversations"
MODELS: dict[str, Any] = {"client": Conversation, "outside": OutsideConversation}
SAID: dict[str, Any] = {"client": Message, "outside": OutsideMessage}
FIELDS = {
    "message_empty": "body", "message_too_many_files": "files", "message_file_too_large": "files",
    "message_file_too_long": "files", "message_file_empty": "files",
    "message_file_unreadable": "files", "message_reason_missing": "reason",
    "message_colleague": "worker", "message_no_consent": "body",
}  # fmt: skip


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.MESSAGES, get=Access.READ)
def conversations(request: HttpRequest) -> HttpResponse:
    """What waits: mine, all of my clients, or by role."""
    shown = str(request.GET.get("show", "mine"))[:30]
    page = InboxPage.of(_actor(request), clock.now(), shown)
    return render(request, f"{ROOM}/inbox.html", {"page": page})


# What was shown is marked as read, so these pages are read as they stand and not as a snapshot.
@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, decides_sending=True)
def conversation(request: HttpRequest, conversation_id: UUID, side: str = "client") -> HttpResponse:
    """One conversation, and the answer to it."""
    return _conversation(request, conversation_id, side)


@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, decides_sending=True)
def outside_conversation(request: HttpRequest, outside_conversation_id: UUID) -> HttpResponse:
    """The same with a relative or an officer."""
    return _conversation(request, outside_conversation_id, "outside")


def _conversation(request: HttpRequest, pk: UUID, side: str) -> HttpResponse:
    actor, now = _actor(request), clock.now()
    to = Access.WRITE if request.method == "POST" else Access.READ
    thread = thread_in_reach(MODELS[side], actor, pk, now, to)
    form = _answer_form(request, side, pk)
    if request.method == "POST" and form.is_valid():
        try:
            _answer(actor, thread, side, form)
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            drafts.forget(actor, _place(pk))
            messages.success(request, _("Sent."))
            return redirect("desk:conversations")
    return _shown(request, actor, thread, answer=form, status=422 if form.errors else 200)


def _answer(actor: Actor, thread: Any, side: str, form: Any) -> None:
    body, now = form.cleaned_data["body"], clock.now()
    if side == "outside":
        actions.answer_contact(actor=actor, contact_id=thread.contact_id, body=body, now=now)
        return
    client = reaching.client_of(thread.client_id)
    most = reaching.limits_of(client, now).megabytes * MEGABYTE
    actions.write_to_client(
        actor=actor, client_id=thread.client_id, role=thread.role, body=body,
        uploads=read(form.cleaned_data["files"], most), now=now,
    )  # fmt: skip


def _answer_form(request: HttpRequest, side: str, pk: UUID) -> Any:
    kind = AnswerForm if side == "client" else OutsideAnswerForm
    if request.method == "POST":
        return kind(request.POST, request.FILES)
    kept = drafts.kept(_actor(request), _place(pk))
    return kind(initial={"body": drafts.typed_in(kept).get("body", "")} if kept else {})


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def conversation_draft(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Keep what is typed until it is sent."""
    thread_in_reach(Conversation, _actor(request), conversation_id, clock.now(), Access.WRITE)
    return _kept(request, conversation_id)


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def outside_draft(request: HttpRequest, outside_conversation_id: UUID) -> HttpResponse:
    """The same with a relative or an officer."""
    pk = outside_conversation_id
    thread_in_reach(OutsideConversation, _actor(request), pk, clock.now(), Access.WRITE)
    return _kept(request, pk)


def _kept(request: HttpRequest, pk: UUID) -> HttpResponse:
    answer: HttpResponse | JsonResponse = keep_draft(request, _place(pk))
    return answer


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def conversation_over(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Give it to a colleague of the team."""
    return _over(request, conversation_id, "client")


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def outside_over(request: HttpRequest, outside_conversation_id: UUID) -> HttpResponse:
    """The same with a relative or an officer."""
    return _over(request, outside_conversation_id, "outside")


def _over(request: HttpRequest, pk: UUID, side: str) -> HttpResponse:
    actor, now = _actor(request), clock.now()
    thread = thread_in_reach(MODELS[side], actor, pk, now, Access.WRITE)
    page = ThreadPage.of(actor, thread, now)
    form = OverForm(request.POST, colleagues=page.colleagues, auto_id="over_%s")
    if form.is_valid():
        try:
            actions.hand_over(
                actor=actor, model=MODELS[side], thread_id=pk,
                worker_id=UUID(form.cleaned_data["worker"]), now=now,
                expected_version=form.expected_version,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("It is with your colleague now."))
            return redirect("desk:conversations")
    return _shown(request, actor, thread, over=form, status=422)


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def conversation_settle(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Nobody needs to answer, and why."""
    return _settle(request, conversation_id, "client")


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def outside_settle(request: HttpRequest, outside_conversation_id: UUID) -> HttpResponse:
    """The same with a relative or an officer."""
    return _settle(request, outside_conversation_id, "outside")


def _settle(request: HttpRequest, pk: UUID, side: str) -> HttpResponse:
    actor, now = _actor(request), clock.now()
    thread = thread_in_reach(MODELS[side], actor, pk, now, Access.WRITE)
    form = SettleForm(request.POST, auto_id="settle_%s")
    if form.is_valid():
        try:
            actions.needs_no_answer(
                actor=actor, model=MODELS[side], thread_id=pk, now=now,
                reason=form.cleaned_data["reason"], expected_version=form.expected_version,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Kept. Nobody waits for an answer here."))
            return redirect("desk:conversations")
    return _shown(request, actor, thread, settle=form, status=422)


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def conversation_back(request: HttpRequest, said_id: UUID) -> HttpResponse:
    """Take one's own message back."""
    return _back(request, said_id, "client")


@requires(RecordClass.MESSAGES, post=Access.WRITE)
def outside_back(request: HttpRequest, outside_said_id: UUID) -> HttpResponse:
    """The same with a relative or an officer."""
    return _back(request, outside_said_id, "outside")


def _back(request: HttpRequest, pk: UUID, side: str) -> HttpResponse:
    actor, now = _actor(request), clock.now()
    rows = SAID[side].objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row = rows.get(pk=pk)
    thread = thread_in_reach(MODELS[side], actor, row.conversation_id, now, Access.WRITE)
    try:
        actions.take_back(actor=actor, model=SAID[side], message_id=pk, now=now)
    except Refusal as refusal:
        if isinstance(refusal, (NotAllowed, StaleVersion)):
            raise
        messages.error(request, words_for(refusal.codes[0]))
    else:
        messages.success(request, _("Taken back. It may have been seen before."))
    return redirect(thread_url(thread))


@requires(RecordClass.MESSAGES, get=Access.READ)
def conversation_file(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """A file of a message; each opening is on record."""
    row, content = actions.open_file(
        actor=_actor(request), attachment_id=attachment_id, now=clock.now()
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{neutral_name(row.number)}"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, decides_sending=True)
def client_messages(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Every conversation about one client, and a first message to them or somebody beside them."""
    actor, now = _actor(request), clock.now()
    known = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = known.select_related("site").get(pk=client_id)
    to = Access.WRITE if request.method == "POST" else Access.READ
    is_away = actor.worker_id in reaching.kept_away_from(client, now)
    if is_away or not reaches(actor, client, RecordClass.MESSAGES, to):
        raise Http404
    page = ClientMessages.of(actor, client, now)
    is_outside = request.POST.get("to") == "outside"
    first = {"role": own_role(actor, page.roles)}
    own = request.POST if request.method == "POST" and not is_outside else None
    other = request.POST if request.method == "POST" and is_outside else None
    form = NewForm(own, request.FILES if own else None, roles=page.roles, initial=first)
    outside = NewOutsideForm(other, contacts=page.contacts, auto_id="out_%s")
    chosen: Any = outside if is_outside else form
    if request.method == "POST" and chosen.is_valid():
        try:
            _begin(actor, client, chosen, is_outside)
        except Refusal as refusal:
            say_no(chosen, refusal, FIELDS)
        else:
            messages.success(request, _("Sent."))
            return redirect("desk:client_messages", client_id)
    facts = {
        "page": page,
        "form": form if page.roles else None,
        "outside": outside if page.contacts else None,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, f"{ROOM}/client.html", facts, status=status)


def _begin(actor: Actor, client: Client, form: Any, is_outside: bool) -> None:
    data, now = form.cleaned_data, clock.now()
    if is_outside:
        actions.answer_contact(
            actor=actor, contact_id=UUID(data["contact"]), body=data["body"], now=now
        )
        return
    most = reaching.limits_of(client, now).megabytes * MEGABYTE
    actions.write_to_client(
        actor=actor, client_id=client.pk, role=data["role"], body=data["body"],
        uploads=read(data["files"], most), now=now,
    )  # fmt: skip


def _shown(
    request: HttpRequest, actor: Actor, thread: Any, *, status: int = 200, **typed: Any
) -> HttpResponse:
    """The conversation's page; with a form that was refused, as it was typed."""
    now = clock.now()
    page = ThreadPage.of(actor, thread, now)
    if request.method == "GET":
        actions.see(actor=actor, messages=page.shown, now=now)
    facts = {
        "page": page,
        "answer": typed.get("answer") or _answer_form_of(page),
        "over": typed.get("over")
        or OverForm(colleagues=page.colleagues, auto_id="over_%s", version=page.version),
        "settle": typed.get("settle") or SettleForm(auto_id="settle_%s", version=page.version),
    }
    return render(request, f"{ROOM}/thread.html", facts, status=status)


def _answer_form_of(page: ThreadPage) -> Any:
    return AnswerForm() if page.side == "client" else OutsideAnswerForm()


def _place(pk: UUID) -> str:
    return f"conversation:{pk}"
