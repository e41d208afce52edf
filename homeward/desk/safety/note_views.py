"""The chart's note about a crisis: read, mend, sign; or take it over from a colleague."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.accounts.confirming import SigningForm
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Signature
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.admissions.times import when
from homeward.desk.refusing import say_no
from homeward.desk.safety.plan_pages import ClientShown, client_shown
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.safety import actions
from homeward.safety.actions.notes import NoteNamesSomebody
from homeward.safety.models import CrisisNote
from homeward.safety.shipped import shipped


class NoteForm(SigningForm):
    """The words of the note; signing them asks who signs, keeping them does not."""

    body = forms.CharField(
        label=gettext_lazy("What happened with this client, and what was done"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Only this client. No other client, and no incident report."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password" not in self.fields:
            return
        # A browser must not hold back who only keeps the draft.
        self.fields["password"].required = False
        if self.is_bound and "sign" not in self.data:
            del self.fields["password"]


@dataclass(frozen=True, slots=True)
class NotePage:
    """One note as it stands."""

    note: CrisisNote
    client: ClientShown
    title: str
    sub: str
    signature: Signature | None
    is_mine: bool
    may_sign: bool

    @classmethod
    def of(cls, actor: Actor, note: CrisisNote) -> "NotePage":
        """With its signature, or whose draft it is."""
        path = shipped().get(note.path_code)
        signer = note.signed_by
        return cls(
            note=note,
            client=client_shown(actor, note.client_id),
            title=path.title if path else note.path_code,
            sub=_("%(when)s · draft of %(name)s, to sign by %(due)s")
            % {
                "when": when(note.started_at), "name": note.author.name, "due": when(note.due_at),
            }
            if signer is None
            else when(note.started_at),
            signature=Signature(
                signer.name, note.credential, when(note.signed_at), _("Signed as author"),
                fingerprint=note.content_hash,
            )
            if signer is not None
            else None,
            is_mine=note.author_id == actor.worker_id,
            may_sign=may(actor.roles, RecordClass.NOTES, Access.SIGN),
        )  # fmt: skip


@requires(RecordClass.NOTES, get=Access.READ, post=Access.SIGN)
def crisis_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Read it; its author keeps or signs it, another who signs takes it over."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = CrisisNote.objects.for_actor(actor, Purpose.TREATMENT)
    note = rows.select_related("author", "signed_by").get(pk=note_id)
    now = clock.now()
    form = NoteForm(
        request.POST or None, request=request, now=now, initial={"body": note.body},
        version=note.version,
    )  # fmt: skip
    if request.method == "POST" and "take" in request.POST:
        return _take(request, actor, note_id)
    if request.method == "POST" and form.is_valid():
        about = {
            "actor": actor, "note_id": note_id, "body": form.cleaned_data["body"],
            "expected_version": form.expected_version, "now": now,
        }  # fmt: skip
        try:
            if "sign" in request.POST:
                actions.sign_crisis_note(authenticated_at=form.confirmed_at, **about)
            else:
                actions.save_crisis_note(**about)
        except StaleVersion:
            raise
        except NoteNamesSomebody as refusal:
            said = _("It names %(names)s. Write only about this client: take the name out.")
            form.add_error("body", said % {"names": ", ".join(refusal.names)})
        except Refusal as refusal:
            say_no(form, refusal, {"note_is_empty": "body"})
        else:
            messages.success(request, _("Signed.") if "sign" in request.POST else _("Kept."))
            return redirect("desk:crisis_note", note_id)
    facts: dict[str, Any] = {"page": NotePage.of(actor, note), "form": form}
    return render(request, "desk/safety/note.html", facts, status=422 if form.errors else 200)


def _take(request: HttpRequest, actor: Actor, note_id: UUID) -> HttpResponse:
    try:
        actions.take_note_over(actor=actor, note_id=note_id, now=clock.now())
    except Refusal as refusal:
        messages.error(request, " ".join(words_for(code) for code in refusal.codes))
    else:
        messages.success(request, _("It is your draft now."))
    return redirect("desk:crisis_note", note_id)
