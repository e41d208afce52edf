"""What happens to a note beside its writing: verified, voided, deleted, brought back, answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.drafting import keep_draft
from homeward.desk.notes import pages
from homeward.desk.notes.aside_list import aside_page
from homeward.desk.notes.asides import others_of
from homeward.desk.notes.forms import AnewForm, DeleteForm, RestoreForm, VoidForm, WordForm
from homeward.desk.notes.freshness import confirmed_at, is_fresh
from homeward.desk.notes.verifying import verification_page
from homeward.desk.notes.views import addendum_place, say, shown
from homeward.kernel.records import RecordClass
from homeward.notes import actions
from homeward.notes.asides import note_kept
from homeward.notes.models import ClientNote

# The same form comes with other words every few seconds, so its key cannot be used once.
KEEPING = Policy(RecordClass.NOTES, (("POST", Access.SIGN),), once=False)
FIELDS = {"aside_says_why": "words", "aside_names_nobody": "words", "unknown_reason": "reason"}


@requires(RecordClass.NOTES, get=Access.READ)
def verification(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """What stands behind the signatures, checked now."""
    page = verification_page(request.actor, note_id, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/notes/verification.html", {"page": page})


@guarded_by(KEEPING)
def addendum_draft(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Keep what is typed for an addendum, for its writer alone, until it is added."""
    note = note_kept(request.actor, note_id)  # type: ignore[attr-defined]
    return keep_draft(request, addendum_place(note.pk))


@requires(RecordClass.NOTES, get=Access.READ)
def asides(request: HttpRequest) -> HttpResponse:
    """Deleted drafts and voided notes this person may bring back."""
    page = aside_page(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/notes/asides.html", {"page": page})


@requires(
    RecordClass.NOTES,
    get=Access.READ,
    get_if=pages.corrects_notes,
    post=Access.READ,
    post_if=pages.corrects_notes,
)
def void(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Void a signed note, with a reason in words."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    note = note_kept(actor, note_id)
    fresh = is_fresh(request, now)
    if note.signed_at is None or note.set_aside_at is not None:
        return redirect("desk:note", note_id)
    form = VoidForm(request.POST or None, is_fresh=fresh, prefix_id="void", version=note.version)
    if request.method == "POST" and form.is_valid():
        confirmed = confirmed_at(request, form, now)
        if not form.errors:
            try:
                actions.void_note(
                    actor=actor,
                    note_id=note_id,
                    reason=form.cleaned_data["reason"],
                    words=form.cleaned_data["words"],
                    authenticated_at=confirmed,
                    expected_version=form.expected_version,
                    now=now,
                )
            except Refusal as refusal:
                say(form, refusal, FIELDS)
            else:
                messages.success(request, _("Voided. The chart shows that, and why."))
                return redirect("desk:note", note_id)
    page = pages.note_page(actor, note_id, now, is_fresh=fresh)
    context = {"page": page, "form": form}
    return render(request, "desk/notes/void.html", context, status=422 if form.errors else 200)


@requires(RecordClass.NOTES, post=Access.WRITE)
def deletion(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Delete a draft; it can come back."""
    form = DeleteForm(request.POST)
    if form.is_valid():
        try:
            actions.delete_draft(
                actor=request.actor,  # type: ignore[attr-defined]
                note_id=note_id,
                reason=form.cleaned_data["reason"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            say(form, refusal, FIELDS)
        else:
            messages.success(request, _("The draft is deleted. It can be brought back here."))
            return redirect("desk:note_asides")
    return shown(request, note_id, delete_form=form)


@requires(RecordClass.NOTES, post=Access.READ, post_if=pages.corrects_notes)
def restoration(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Bring a deleted draft or a voided note back."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    is_signed = note_kept(actor, note_id).signed_at is not None
    form = RestoreForm(request.POST, is_signed=is_signed, is_fresh=is_fresh(request, now))
    if form.is_valid():
        confirmed = confirmed_at(request, form, now) if is_signed else None
        if not form.errors:
            try:
                actions.restore_note(
                    actor=actor,
                    note_id=note_id,
                    words=form.cleaned_data.get("words", ""),
                    authenticated_at=confirmed,
                    expected_version=form.expected_version,
                    now=now,
                )
            except Refusal as refusal:
                say(form, refusal, FIELDS)
            else:
                messages.success(request, _("Brought back. It stands in the chart again."))
                return redirect("desk:note", note_id)
    return shown(request, note_id, restore_form=form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def anew(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Begin the note in the chart where it belongs."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    form = AnewForm(request.POST, clients=others_of(actor, note_kept(actor, note_id)))
    if form.is_valid():
        try:
            made = actions.write_anew(
                actor=actor,
                note_id=note_id,
                client_id=UUID(form.cleaned_data["client"]),
                now=clock.now(),
            )
        except Refusal as refusal:
            say(form, refusal, dict.fromkeys(refusal.codes, "client"))
        else:
            messages.success(
                request, _("A draft with these words stands in the right record. Read and sign it.")
            )
            room = reverse("desk:group_room", args=[made.session_id])
            return redirect(f"{room}?client={made.client_id}")
    return shown(request, note_id, anew_form=form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def word(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """A word of the draft means no client."""
    form = WordForm(request.POST)
    if form.is_valid():
        try:
            note = actions.mean_no_client(
                actor=request.actor,  # type: ignore[attr-defined]
                note_id=note_id,
                word=form.cleaned_data["word"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say(form, refusal)
        else:
            return redirect(_after_answer(request, note))
    return shown(request, note_id, word_form=form)


@requires(RecordClass.NOTES, post=Access.WRITE)
def words(request: HttpRequest, note_id: UUID, words_id: UUID) -> HttpResponse:
    """Bring earlier words back into a draft."""
    form = DeleteForm(request.POST)
    form.full_clean()
    try:
        actions.bring_words_back(
            actor=request.actor,  # type: ignore[attr-defined]
            words_id=words_id,
            expected_version=form.cleaned_data.get("form_version"),
            now=clock.now(),
        )
    except Refusal as refusal:
        say(form, refusal)
        return shown(request, note_id, words_form=form)
    messages.success(request, _("The words are back. Those that stood here are kept as well."))
    return redirect("desk:note", note_id)


def _after_answer(request: HttpRequest, note: ClientNote) -> str:
    """Back to where the question was asked."""
    if request.POST.get("from") == "review":
        return f"{reverse('desk:group_review', args=[note.session_id])}#note-{note.pk}"
    return f"{reverse('desk:note', args=[note.pk])}#questions-{note.pk}"
