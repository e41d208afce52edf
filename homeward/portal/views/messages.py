"""Messages: whom one can write to, one conversation, a file, and taking a message back.

A relative or an officer has one page that reads the same whatever anybody signed; what they write
goes to the conversation while a consent stands and to the send-only line where none does.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.conversations import actions, reaching
from homeward.conversations.actions.outside import may_be_written_to
from homeward.conversations.actions.writing import LONGEST
from homeward.conversations.danger import danger_said
from homeward.conversations.forms import OutsideForm, WriteForm, read
from homeward.conversations.models import Message
from homeward.conversations.refusals import ConsentMissing, NobodyReads
from homeward.conversations.rules.danger import DANGER
from homeward.conversations.rules.uploading import MEGABYTE, neutral_name
from homeward.core import clock, drafts
from homeward.core.access import Access
from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor
from homeward.core.limits import count
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.families.actions import send_in
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.portal.messages import Inbox, Outside, ThreadPage, hours_words, release_messages
from homeward.portal.own import Own
from homeward.portal.sharing import contacts_behind
from homeward.released.models import Page
from homeward.released.queries import items_for

MOST_WRITTEN = 30  # an hour, of one account
# What is typed is kept again and again with the key of the form that sends it in the end.
KEEPING = Policy(RecordClass.MESSAGES, (("POST", Access.WRITE),), kinds=(CLIENT,), once=False)
OUTSIDERS = (FAMILY, AGENCY)
FIELDS = {
    "message_empty": "body", "message_too_many_files": "files", "message_file_too_large": "files",
    "message_file_too_long": "files", "message_file_empty": "files",
    "message_file_unreadable": "files",
}  # fmt: skip


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _said_no(form: Any, refusal: Refusal) -> None:
    if isinstance(refusal, (NotAllowed, StaleVersion)):
        raise refusal
    for code in refusal.codes:
        name = FIELDS.get(code)
        form.add_error(name if name in form.fields else None, words_for(code))


def release_words(actor: Actor) -> None:
    """What a relative or an officer may read here now."""
    release_messages(actor, clock.now())


# What was shown is marked as read, so these pages are read as they stand and not as a snapshot.
@requires(
    RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, kinds=(CLIENT, *OUTSIDERS),
    decides_sending=True, releases=release_words,
)  # fmt: skip
def inbox(request: HttpRequest) -> HttpResponse:
    """Whom a client can write to; for relatives and officers, what they may read, and a form."""
    actor = _actor(request)
    if actor.kind in OUTSIDERS:
        return _outside(request, actor)
    if request.method == "POST":
        return redirect("portal:messages")
    own = Own.of(actor)
    page = Inbox.of(own)
    actions.see_desk_words(actor=actor, words=page.shown, now=own.now)
    return render(request, "portal/messages.html", {"page": page})


@requires(
    RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,),
    decides_sending=True,
)  # fmt: skip
def thread(request: HttpRequest, role: str) -> HttpResponse:
    """One conversation; what is new in it counts as read once it was shown."""
    actor = _actor(request)
    own = Own.of(actor)
    form = WriteForm(request.POST, request.FILES) if request.method == "POST" else _begun(own, role)
    if request.method == "POST" and form.is_valid():
        if count(request, f"messages:{actor.account_id}") > MOST_WRITTEN:
            return _in_danger(request, own, role, form) or render(
                request, "portal/families_pause.html", status=429
            )
        most = reaching.limits_of(own.client, own.now).megabytes * MEGABYTE
        try:
            written = actions.write(
                actor=actor, role=role, body=form.cleaned_data["body"],
                uploads=read(form.cleaned_data["files"], most), now=own.now,
            )  # fmt: skip
        except Refusal as refusal:
            _said_no(form, refusal)
        else:
            drafts.forget(actor, _place(role))
            return _answered(request, own, role, written)
    if form.errors and (answer := _in_danger(request, own, role, form)):
        return answer
    page = ThreadPage.of(own, role, form)
    if page is None:
        raise Http404
    actions.see(actor=actor, messages=page.shown, now=own.now)
    status = 422 if form.errors else 200
    return render(request, "portal/message_thread.html", {"page": page}, status=status)


def _in_danger(request: HttpRequest, own: Own, role: str, form: WriteForm) -> HttpResponse | None:
    """Words of danger never wait for a file that does not fit, nor for the hour to be over.

    They are sent alone, cut to what a message holds. None where they say no such thing, or where
    nobody reads this conversation.
    """
    words = str(form["body"].value() or "").strip()[:LONGEST]
    if danger_said(words).outcome != DANGER:
        return None
    try:
        written = actions.write(actor=own.actor, role=role, body=words, now=own.now)
    except NobodyReads:
        return None
    drafts.forget(own.actor, _place(role))
    if form.files:
        messages.warning(request, _("Your words were sent. The file did not come along."))
    return _answered(request, own, role, written)


def _answered(request: HttpRequest, own: Own, role: str, written: Any) -> HttpResponse:
    """Say what may be expected; after words of danger, who was told, and where help is now."""
    if written.is_danger:
        told = _("%(names)s was told just now.") % {"names": " · ".join(written.told)}
        more = _("Somebody comes to you or calls. You need not wait: help is on this page.")
        messages.success(request, f"{told} {more}")
        return redirect("portal:help")
    readers = reaching.readers_of(own.client, own.now)
    hours = hours_words(own, role, written.answer, readers)
    messages.success(request, f"{_('Sent.')} {hours}".strip())
    return redirect("portal:messages_to", role)


@guarded_by(KEEPING)
def draft(request: HttpRequest, role: str) -> HttpResponse:
    """Keep what is typed, for this account alone, until it is sent."""
    actor = _actor(request)
    own = Own.of(actor)
    if role not in reaching.readers_of(own.client, own.now):
        raise Http404
    typed = request.POST.copy()
    typed.pop("files", None)
    try:
        kept = drafts.keep(actor, _place(role), typed, now=own.now)
    except drafts.DraftTooLarge:
        return JsonResponse({"pending": _("not saved: this is too long")}, status=422)
    time = date_format(own.at_wall(kept.saved_at), "H:i:s")
    return JsonResponse({"saved": _("saved %(time)s") % {"time": time}})


@requires(RecordClass.MESSAGES, get=Access.READ, kinds=(CLIENT,))
def file(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """One's own file, or one the team sent; never kept by the browser."""
    row, content = actions.open_file(
        actor=_actor(request), attachment_id=attachment_id, now=clock.now()
    )
    return served(content, neutral_name(row.number))


@requires(RecordClass.MESSAGES, post=Access.WRITE, kinds=(CLIENT,))
def back(request: HttpRequest, said_id: UUID) -> HttpResponse:
    """Take one's own message back."""
    actor = _actor(request)
    rows = Message.objects.for_actor(actor, Purpose.CLIENT_REQUEST).select_related("conversation")
    row = rows.get(pk=said_id)
    try:
        actions.take_back(actor=actor, model=Message, message_id=said_id, now=clock.now())
    except Refusal as refusal:
        if isinstance(refusal, (NotAllowed, StaleVersion)):
            raise
        messages.error(request, words_for(refusal.codes[0]))
    else:
        messages.success(request, _("Taken back. It may have been read before."))
    return redirect("portal:messages_to", row.conversation.role)


def served(content: bytes, name: str) -> HttpResponse:
    """A file to keep or open elsewhere: nothing of it runs here, and nobody stores it for us."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _outside(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = OutsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if count(request, f"messages:{actor.account_id}") > MOST_WRITTEN:
            return render(request, "portal/families_pause.html", status=429)
        is_danger = _take(actor, form.cleaned_data["about"], form.cleaned_data["body"])
        messages.success(request, _("Thank you. Somebody here reads it."))
        if is_danger:
            messages.success(request, _("Is a life in danger now? Call 911 or 988. Do not wait."))
        return redirect("portal:messages")
    if form.errors:
        release_words(actor)
    told = items_for(actor, Page.MESSAGES, clock.now())
    page = Outside.of(told, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/messages_outside.html", {"page": page}, status=status)


def _take(actor: Actor, about: str, body: str) -> bool:
    """To the conversation where a consent lets us talk about one person; else the send-only line.

    Whoever writes sees no difference.
    """
    now = clock.now()
    is_danger = danger_said(body).outcome == DANGER
    meant = [each for each in contacts_behind(actor) if _is_meant(each, about)]
    open_ones = [each for each in meant if _may(each)]
    if len(meant) == 1 and open_ones:
        try:
            actions.write_from_outside(actor=actor, contact_id=meant[0].pk, body=body, now=now)
        except (ConsentMissing, NobodyReads):
            pass  # it ended in this very moment, or nobody is left: the line takes everything
        else:
            return is_danger
    urgency = "now" if is_danger else "today"
    send_in(actor=actor, urgency=urgency, about=about, words=body, sender=actor.name, now=now)
    return is_danger


def _is_meant(contact: Contact, about: str) -> bool:
    """Whether a name that was written could be this person's; without a name everybody could."""
    wanted = set(about.casefold().split())
    client = reaching.client_of(contact.client_id)
    known = set(f"{client.name} {client.preferred_name}".casefold().split())
    return not wanted or bool(wanted & known)


def _may(contact: Contact) -> bool:
    return may_be_written_to(reaching.client_of(contact.client_id), contact, clock.now())


def _begun(own: Own, role: str) -> WriteForm:
    """The message somebody began and did not send."""
    kept = drafts.kept(own.actor, _place(role))
    typed = drafts.typed_in(kept).get("body", "") if kept else ""
    return WriteForm(initial={"body": typed})


def _place(role: str) -> str:
    return f"message:{role}"
