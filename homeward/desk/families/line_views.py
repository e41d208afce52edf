"""Reading what came in over the send-only line, laying it to a client, closing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.clients.reach import short_name_for
from homeward.desk.families.forms import EndForm, PlaceForm
from homeward.desk.families.pages import WordsPage, facts_of, line_rows, other_lists
from homeward.desk.refusing import say_no
from homeward.families import actions, words
from homeward.families.models import SentIn, Word
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import find_clients, reaches

FIELDS = {"word_end_unknown": "disposition", "word_note_missing": "note"}
ROOM = "desk/families"


@requires(RecordClass.MESSAGES, get=Access.READ)
def family_words(request: HttpRequest) -> HttpResponse:
    """What was told about the clients of this actor."""
    page = WordsPage.of(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/words.html", {"page": page})


@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE)
def family_word(request: HttpRequest, word_id: UUID) -> HttpResponse:
    """One word in full, and what was done about it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    to = Access.WRITE if request.method == "POST" else Access.READ
    rows = Word.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    row: Word = rows.select_related("owner", "closed_by").get(pk=word_id)
    known = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client = known.get(pk=row.client_id)
    form = EndForm(request.POST or None, version=row.version)
    if request.method == "POST" and form.is_valid():
        try:
            actions.close_word(
                actor=actor, word_id=row.pk, disposition=form.cleaned_data["disposition"],
                note=form.cleaned_data["note"], now=clock.now(),
                expected_version=form.expected_version,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Closed. Whoever sent it is told nothing."))
            return redirect("desk:family_words")
    writes = reaches(actor, client, RecordClass.MESSAGES, Access.WRITE)
    facts = {
        "row": row,
        "facts": facts_of(row, actor),
        "name": short_name_for(actor, client),
        "ending": words.said(words.DISPOSITIONS, row.disposition) if row.closed_at else "",
        "form": form if row.closed_at is None and writes else None,
        "family_url": reverse("desk:chart_family", args=[client.pk]),
    }
    return render(request, f"{ROOM}/word.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.INQUIRIES, get=Access.WRITE)
def family_line(request: HttpRequest) -> HttpResponse:
    """Words in which nobody is named for certain."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    facts = {
        "lines": line_rows(actor, clock.now()),
        "lists": other_lists(actor, "desk:family_line"),
    }
    return render(request, f"{ROOM}/line.html", facts)


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def family_sent(request: HttpRequest, sent_id: UUID) -> HttpResponse:
    """One such word: say whom it is about, or close it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _waiting(actor, sent_id)
    endings = words.SENT_DISPOSITIONS
    form = EndForm(request.POST or None, version=row.version, endings=endings)
    if request.method == "POST" and form.is_valid():
        try:
            actions.close_sent(
                actor=actor, sent_id=row.pk, disposition=form.cleaned_data["disposition"],
                note=form.cleaned_data["note"], now=clock.now(),
                expected_version=form.expected_version,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Closed. Whoever sent it is told nothing."))
            return redirect("desk:family_line")
    return _shown(request, actor, row, form)


@requires(RecordClass.INQUIRIES, post=Access.WRITE)
def sent_place(request: HttpRequest, sent_id: UUID) -> HttpResponse:
    """It is about this client: it goes to their team and is no longer read here."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _waiting(actor, sent_id)
    form = PlaceForm(request.POST)
    if form.is_valid():
        try:
            actions.place_sent(
                actor=actor, sent_id=row.pk, client_id=form.cleaned_data["client"],
                now=clock.now(), expected_version=form.expected_version,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("It is with the team now. You do not read it any more."))
            return redirect("desk:family_line")
    ending = EndForm(version=row.version, endings=words.SENT_DISPOSITIONS)
    return _shown(request, actor, row, ending, refused=form)


def _waiting(actor: Actor, sent_id: UUID) -> SentIn:
    rows = SentIn.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
    row: SentIn = rows.get(pk=sent_id, placed_at=None, closed_at=None)
    return row


def _shown(
    request: HttpRequest,
    actor: Actor,
    row: SentIn,
    form: EndForm,
    refused: PlaceForm | None = None,
) -> HttpResponse:
    asked = str(request.GET.get("q", ""))[:80].strip() or row.about
    found = find_clients(actor, asked)
    facts = {
        "row": row,
        "facts": facts_of(row, actor),
        "form": form,
        "refused": refused,
        "place": PlaceForm(version=row.version),
        "asked": asked,
        "found": [(each.pk, short_name_for(actor, each), each.chart_number) for each in found],
    }
    is_wrong = bool(form.errors or (refused and refused.errors))
    return render(request, f"{ROOM}/sent.html", facts, status=422 if is_wrong else 200)
