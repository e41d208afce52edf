"""Drafts of this room's long forms: what was typed comes back into a form, and one small answer."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from homeward.core import clock, drafts
from homeward.core.actors import Actor
from homeward.core.models import Draft
from homeward.desk.admissions.times import clock_time


def initial_of(form: forms.Form, draft: Draft | None) -> dict[str, Any]:
    """What a draft holds, field by field; a field it does not know keeps its own beginning."""
    if draft is None:
        return {}
    typed = drafts.typed_in(draft)
    return {
        name: field.widget.value_from_datadict(typed, {}, name)  # type: ignore[arg-type]
        for name, field in form.fields.items()
        if name != "form_version" and name in typed
    }


def saved_words(draft: Draft | None) -> str:
    """ "saved 09:52:10", or nothing."""
    return _("saved %(time)s") % {"time": clock_time(draft.saved_at)} if draft else ""


def keep_draft(request: HttpRequest, place: str) -> HttpResponse:
    """Keep what stands in the form and say when; too much is refused and stays in the page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    try:
        draft = drafts.keep(actor, place, request.POST, now=clock.now())
    except drafts.DraftTooLarge:
        return JsonResponse({"pending": _("not saved: this is too long")}, status=422)
    return JsonResponse({"saved": saved_words(draft)})
