"""The rules to read and sign, what was talked over with me, my answers and my appeals."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.conduct import actions
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.portal.conduct import RulesPage, note_of, talk_of
from homeward.portal.conduct_forms import AnswerForm, AppealForm
from homeward.portal.forms import SignatureForm
from homeward.portal.own import Own

C, W = RecordClass.CONSENTS, Access.WRITE
PLAN = RecordClass.ASSESSMENT


@requires(C, get=Access.READ, kinds=(CLIENT,))
def rules(request: HttpRequest) -> HttpResponse:
    """The rules, and everything that was talked over with me."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = RulesPage.of(own, request.LANGUAGE_CODE)  # type: ignore[attr-defined]
    return render(request, "portal/rules.html", {"page": page})


@requires(C, post=Access.SIGN, kinds=(CLIENT,))
def rules_sign(request: HttpRequest) -> HttpResponse:
    """Sign the edition that waits, by typing one's name."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    language = request.LANGUAGE_CODE  # type: ignore[attr-defined]
    page = RulesPage.of(own, language)
    if page.waiting_id is None:
        return redirect("portal:rules")
    form = SignatureForm(request.POST)
    if _done(
        form,
        "signer_name",
        lambda: actions.sign_rules(
            actor=own.actor, edition_id=page.waiting_id, now=own.now, language=language,
            signer_name=form.cleaned_data["signer_name"],
        ),
    ):  # fmt: skip
        messages.success(request, _("Signed. Thank you."))
        return redirect("portal:rules")
    page = RulesPage.of(own, language, form)
    return render(request, "portal/rules.html", {"page": page}, status=422)


@requires(C, post=Access.SIGN, kinds=(CLIENT,))
def search_consent(request: HttpRequest) -> HttpResponse:
    """Agree that staff may look through my things, or end it."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    language = request.LANGUAGE_CODE  # type: ignore[attr-defined]
    if "end" in request.POST:
        if RulesPage.of(own, language).agreed_on:
            actions.withdraw_search_consent(actor=own.actor, client_id=own.client.pk, now=own.now)
        messages.success(request, _("Ended. Nobody looks through your things."))
        return redirect("portal:rules")
    form = SignatureForm(request.POST, auto_id="search_%s")
    if _done(
        form,
        "signer_name",
        lambda: actions.sign_search_consent(
            actor=own.actor, client_id=own.client.pk, now=own.now, language=language,
            signer_name=form.cleaned_data["signer_name"],
        ),
    ):  # fmt: skip
        messages.success(request, _("Signed. Thank you."))
        return redirect("portal:rules")
    page = RulesPage.of(own, language, consent_form=form)
    return render(request, "portal/rules.html", {"page": page}, status=422)


@requires(PLAN, get=Access.READ, post=W, kinds=(CLIENT,))
def talk(request: HttpRequest, conduct_step_id: UUID) -> HttpResponse:
    """One talk or agreement; I say what I think of it."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = talk_of(own, conduct_step_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and _done(
        form,
        "words",
        lambda: actions.reply_to_step(
            actor=own.actor, step_id=conduct_step_id, now=own.now, **_typed(form)
        ),
    ):
        messages.success(request, _("Kept in your words."))
        return redirect("portal:talk", conduct_step_id)
    facts = {"page": page, "form": form, "appeal": AppealForm()}
    return render(request, "portal/talk.html", facts, status=422 if form.errors else 200)


@requires(C, post=W, kinds=(CLIENT,))
def appeal(request: HttpRequest, conduct_step_id: UUID) -> HttpResponse:
    """I ask that somebody else looks at it."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = talk_of(own, conduct_step_id)
    form = AppealForm(request.POST)
    if _done(
        form,
        "words",
        lambda: actions.file_appeal(
            actor=own.actor, step_id=conduct_step_id, words=form.cleaned_data["words"],
            now=own.now,
        ),
    ):  # fmt: skip
        messages.success(request, _("Sent. Somebody who was not part of it looks at it."))
        return redirect("portal:talk", conduct_step_id)
    facts = {"page": page, "form": AnswerForm(), "appeal": form}
    return render(request, "portal/talk.html", facts, status=422)


@requires(PLAN, get=Access.READ, post=W, kinds=(CLIENT,))
def short_note(request: HttpRequest, conduct_note_id: UUID) -> HttpResponse:
    """One short note; I say what I think of it."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = note_of(own, conduct_note_id, request.LANGUAGE_CODE)  # type: ignore[attr-defined]
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and _done(
        form,
        "words",
        lambda: actions.reply_to_note(
            actor=own.actor, note_id=conduct_note_id, now=own.now, **_typed(form)
        ),
    ):
        messages.success(request, _("Kept in your words."))
        return redirect("portal:rules")
    facts = {"page": page, "form": form}
    return render(request, "portal/short_note.html", facts, status=422 if form.errors else 200)


def _typed(form: Any) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("stance", "words")}


def _done(form: Any, field: str, perform: Any) -> bool:
    """Whether it was valid and done; a refusal becomes words on the field."""
    if not form.is_valid():
        return False
    try:
        perform()
    except (NotAllowed, StaleVersion):
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error(field, words_for(code))
        return False
    return True
