"""A client's notes, one note, and what can be done to it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock, drafts
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.drafting import initial_of
from homeward.desk.chart.frame import chart_frame
from homeward.desk.notes import pages
from homeward.desk.notes.cosigning import next_in_queue
from homeward.desk.notes.forms import AddendumForm, SignForm
from homeward.desk.notes.freshness import confirmed_at, is_fresh
from homeward.desk.notes.tab import notes_tab
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes import actions, words
from homeward.notes.asides import note_kept
from homeward.notes.models import ClientNote
from homeward.notes.rules.wording import is_spanish

# Forms of one button each: only what they were refused for is shown.
ANSWERED = frozenset({"word_form", "words_form"})
# A name gives way in the language of the note, whatever the page is read in.
INSTEAD = {False: "another member", True: "otra persona del grupo"}
NO_FIELDS: Mapping[str, str] = {}


@requires(RecordClass.NOTES, get=Access.READ)
def chart_notes(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The Notes tab of a record."""
    actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_notes")
    page = notes_tab(actor, client_id, request.GET.get("before", ""), clock.now())
    return render(request, "desk/notes/tab.html", {"frame": frame, "page": page})


@requires(RecordClass.NOTES, get=Access.READ)
def note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One note."""
    return shown(request, note_id)


@requires(RecordClass.NOTES, post=Access.SIGN)
def signature(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """The author signs and locks a note."""
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    reached = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
    found = reached.get(pk=note_id)
    form = SignForm(request.POST, is_fresh=is_fresh(request, now), prefix_id=str(note_id))
    if form.is_valid():
        confirmed = confirmed_at(request, form, now)
        if not form.errors:
            try:
                actions.sign_note(
                    actor=actor,
                    note_id=note_id,
                    authenticated_at=confirmed,
                    now=now,
                    expected_version=form.expected_version,
                )
            except Refusal as refusal:
                say(form, refusal)
            else:
                messages.success(request, _("Signed and locked."))
                return redirect(_next(actor, found))
    return shown(request, note_id, sign_form=form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def names(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Take other clients' names out of a draft."""
    actor = request.actor  # type: ignore[attr-defined]
    form = SignForm(request.POST, is_fresh=True, prefix_id=str(note_id))
    form.full_clean()
    found = note_kept(actor, note_id)
    try:
        changed = actions.take_names_out(
            actor=actor,
            note_id=note_id,
            instead=INSTEAD[is_spanish(str(found.body))],
            now=clock.now(),
            expected_version=form.cleaned_data.get("form_version"),
        )
    except Refusal as refusal:
        say(form, refusal)
        return shown(request, note_id, sign_form=form)
    messages.success(request, _("The names are replaced. Read it once more."))
    return redirect(f"{reverse('desk:group_review', args=[changed.session_id])}#note-{note_id}")


@requires(RecordClass.NOTES, post=Access.APPROVE)
def cosignature(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """A supervisor's second signature."""
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    form = SignForm(request.POST, is_fresh=is_fresh(request, now), prefix_id="cosign")
    if form.is_valid():
        confirmed = confirmed_at(request, form, now)
        if not form.errors:
            try:
                actions.cosign_note(
                    actor=actor, note_id=note_id, authenticated_at=confirmed, now=now
                )
            except Refusal as refusal:
                say(form, refusal)
            else:
                messages.success(request, _("Co-signed."))
                if "queue" in request.POST:
                    return redirect(next_in_queue(request.POST.get("queue", "")))
                return redirect("desk:note", note_id)
    return shown(request, note_id, cosign_form=form)


@requires(RecordClass.NOTES, post=Access.SIGN)
def addenda(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Write something beneath a signed note."""
    form = AddendumForm(request.POST)
    if form.is_valid():
        try:
            actions.add_addendum(
                actor=request.actor,  # type: ignore[attr-defined]
                note_id=note_id,
                kind=form.cleaned_data["kind"],
                body=form.cleaned_data["body"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say(form, refusal)
        else:
            drafts.forget(request.actor, addendum_place(note_id))  # type: ignore[attr-defined]
            messages.success(request, _("Added beneath the note."))
            return redirect("desk:note", note_id)
    return shown(request, note_id, addendum_form=form)


def shown(request: HttpRequest, note_id: UUID, **typed: Any) -> HttpResponse:
    """The note's page; with a form that was refused, as it was typed."""
    now = clock.now()
    own = {name: form for name, form in typed.items() if name not in ANSWERED}
    if "addendum_form" not in own and request.method == "GET":
        own["addendum_form"] = _begun(request.actor, note_id)  # type: ignore[attr-defined]
    page = pages.note_page(
        request.actor,  # type: ignore[attr-defined]
        note_id,
        now,
        is_fresh=is_fresh(request, now),
        shows_written=request.GET.get("show") == "written",
        **own,
    )
    forms = [form for form in typed.values() if form is not None]
    context = {"page": page, "form": forms[0] if forms else None}
    return render(request, "desk/notes/note.html", context, status=422 if forms else 200)


def addendum_place(note_id: UUID) -> str:
    """Where what is typed for an addendum is kept."""
    return f"note-addendum:{note_id}"


def _begun(actor: Any, note_id: UUID) -> AddendumForm | None:
    """The addendum somebody began and did not add."""
    draft = drafts.kept(actor, addendum_place(note_id))
    return AddendumForm(initial=initial_of(AddendumForm(), draft)) if draft else None


def say(form: Any, refusal: Refusal, fields: Mapping[str, str] = NO_FIELDS) -> None:
    """Put each refusal's words on the field it is about, or above the form."""
    for code in refusal.codes:
        name = fields.get(code)
        form.add_error(name if name in form.fields else None, words.refusal(code))


def _next(actor: Any, signed: ClientNote) -> str:
    """The review while drafts of this session wait, else the signed note itself."""
    waiting = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(
        session_id=signed.session_id, author_id=actor.worker_id, signed_at=None
    )
    if waiting.exists():
        return reverse("desk:group_review", args=[signed.session_id])
    return reverse("desk:note", args=[signed.pk])
