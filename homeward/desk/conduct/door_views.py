"""At the door: consent to searches, searches, found things, and the second person's word."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward import audit
from homeward.conduct import actions, words
from homeward.conduct.actions.searches import consent_in_force
from homeward.conduct.at_the_door import seconds_at_door
from homeward.conduct.models import FoundItem
from homeward.conduct.reaching import client_on_team, every, works_at_the_door
from homeward.conduct.rules.searching import SAFETY_MEDICINE
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.desk.clients.reach import short_name_for
from homeward.desk.conduct.saying import form_page
from homeward.desk.conduct.search_forms import EndItemForm, SearchConsentForm, SearchForm
from homeward.desk.conduct.views import ROOM, back_to
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

C, W = RecordClass.SCHEDULE, Access.WRITE


def consent_words(language: str) -> tuple[str, ...]:
    """What the client signs, sentence by sentence, in their language."""
    with override("es" if language[:2] == "es" else "en"):
        return _consent_words()


def _consent_words() -> tuple[str, ...]:
    return (
        _("Two people of staff may look through my belongings: bags, coats, lockers."),
        _("Nobody touches me, and I never have to undress."),
        _("I am there while they look, and I am asked again each time."),
        _("What is mine and lawful comes back to me. Drugs are never given back."),
        _("I may end this at any time. My care goes on."),
    )


@requires(C, get=W, post=W, get_if=works_at_the_door, post_if=works_at_the_door)
def search_consent(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Sign the consent before staff, or end it by the client's word."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client, now = client_on_team(actor, client_id), clock.now()
    # A technician knows a client by name alone, and must show these words in their language.
    language = every(Client).values_list("language", flat=True).get(pk=client.pk)
    # A signature that was sent from another tab, while one is kept, ends nothing.
    if consent_in_force(client.pk) is not None and "signer_name" not in request.POST:
        return form_page(
            request, ActionForm(request.POST if request.method == "POST" else None),
            title=_("End the consent to searches"),
            lead=short_name_for(actor, client),
            save=_("The client ends it"),
            back=back_to(actor, client),
            done=_("Ended. Nothing is looked through from now on."),
            perform=lambda: actions.withdraw_search_consent(
                actor=actor, client_id=client.pk, now=now
            ),
        )  # fmt: skip
    form = SearchConsentForm(request.POST or None, request=request, now=now)
    return form_page(
        request, form,
        title=_("Consent to searches of belongings"),
        lead=short_name_for(actor, client),
        save=_("Sign"),
        back=back_to(actor, client),
        done=_("Signed."),
        told=consent_words(language), told_title=_("What the client agrees to"),
        fields={"signer_name_wrong": "signer_name"},
        perform=lambda: actions.sign_search_consent(
            actor=actor, client_id=client.pk, signer_name=form.cleaned_data["signer_name"],
            language=language, now=now,
        ),
    )  # fmt: skip


@requires(C, get=W, post=W, get_if=works_at_the_door, post_if=works_at_the_door)
def search_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A search of belongings with what was found, or the client's no."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_on_team(actor, client_id)
    form = SearchForm(request.POST or None, others=_others(actor, client))
    return form_page(
        request, form, template=f"{ROOM}/search.html",
        title=_("Belongings"),
        lead=short_name_for(actor, client),
        save=_("Keep it"),
        back=back_to(actor, client),
        done=_("Kept. The second person is asked to confirm; what was found waits for its end."),
        standing=""
        if consent_in_force(client.pk)
        else _("The client has not agreed in writing. Without it nothing is looked through."),
        fields={
            "search_has_written_consent": "agrees", "search_agreed_today": "agrees",
            "search_two_of_staff": "second", "search_belongings_only": "places",
            "search_has_ground": "ground", "found_words_missing": "words_1",
            "found_where_missing": "where_1", "search_declined_finds_nothing": "agrees",
            "search_words_long": "told", "second_not_at_the_door": "second",
        },
        perform=lambda: actions.search_belongings(
            actor=actor, client_id=client.pk, now=clock.now(),
            ground=form.cleaned_data["ground"], places=form.cleaned_data["places"],
            agrees_now=form.cleaned_data["agrees"] == "yes", second_id=form.second_id,
            told=form.cleaned_data["told"], found=form.found(),
        ),
    )  # fmt: skip


@requires(C, get=W, post=W, get_if=works_at_the_door, post_if=works_at_the_door)
def item(request: HttpRequest, found_item_id: UUID) -> HttpResponse:
    """What becomes of a found thing, before whom."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row: FoundItem = every(FoundItem).get(pk=found_item_id)
    client = client_on_team(actor, row.client_id)
    audit.record("conduct.item.read", actor=actor, subject=row, at=clock.now())
    form = EndItemForm(request.POST or None, kind=row.kind, others=_others(actor, client))
    kind = words.words(words.ITEMS, row.kind)
    return form_page(
        request, form,
        title=_("What becomes of it"),
        lead=f"{short_name_for(actor, client)} · {kind}",
        save=_("Keep its end"),
        back=Act(_("Back"), reverse("desk:conduct")),
        done=_("Kept. Who was there is asked to confirm."),
        told=(
            row.words,
            _("Stays with the person")
            if row.kind == SAFETY_MEDICINE
            else _("Locked up: %(where)s") % {"where": row.secured_where},
        ),
        fields={
            "found_way_fits": "way",
            "found_safety_medicine_stays": "way",
            "found_never_returned": "way", "found_way_unknown": "way",
            "found_enough_witnesses": "witnesses", "second_not_at_the_door": "witnesses",
            "item_to_whom_missing": "to_whom",
        },
        perform=lambda: actions.end_item(
            actor=actor, item_id=row.pk, way=form.cleaned_data["way"], now=clock.now(),
            witness_ids=[UUID(pk) for pk in form.cleaned_data["witnesses"]],
            to_whom=form.cleaned_data.get("to_whom", ""),
        ),
    )  # fmt: skip


@requires(C, post=W, post_if=works_at_the_door)
def witness(request: HttpRequest, conduct_witness_id: UUID) -> HttpResponse:
    """Yes, I was there; or no."""
    try:
        actions.answer_as_witness(
            actor=request.actor,  # type: ignore[attr-defined]
            witness_id=conduct_witness_id,
            was_there=request.POST.get("answer") == "yes",
            now=clock.now(),
        )
    except Refusal as refusal:
        messages.error(request, words_for(refusal.codes[0]))
    else:
        was_there = request.POST.get("answer") == "yes"
        said = _("Kept with your sign-in.")
        messages.success(
            request,
            said if was_there else _("%(kept)s A supervisor finds out what happened.")
            % {"kept": said},
        )  # fmt: skip
    return redirect("desk:conduct")


def _others(actor: Actor, client: Client) -> list[tuple[str, str]]:
    beside = seconds_at_door(actor, client.site_id, clock.now())
    return [(str(each.pk), each.name) for each in beside]
