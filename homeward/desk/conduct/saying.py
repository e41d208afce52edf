"""One form on a page of its own, with the whole rule beside a refusal."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.conduct.actions.refusals import Decided
from homeward.core.components import Act
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.refusing import say_no
from homeward.kernel.reasons import Decision, State


def say(form: forms.Form, refusal: Refusal, fields: Mapping[str, str] | None = None) -> None:
    """Each unmet line of a rule, or each code, on the field it is about."""
    if isinstance(refusal, NotAllowed) and not refusal.args:
        raise refusal
    if not isinstance(refusal, Decided):
        say_no(form, refusal, fields)
        return
    for line in refusal.decision.lines(State.NOT_MET):
        name = (fields or {}).get(line.code)
        said = _("Not so: %(line)s.") % {"line": words_for(line.code, line.detail)}
        form.add_error(name if name in form.fields else None, said)


def form_page(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    save: str,
    back: Act,
    perform: Callable[[], Any],
    done: str,
    lead: str = "",
    then: str | Callable[[Any], str] = "",
    fields: Mapping[str, str] | None = None,
    template: str = "desk/conduct/form.html",
    **more: Any,
) -> HttpResponse:
    """The page; `perform` is called with a valid form and its refusals become words beside it."""
    decision: Decision | None = None
    if request.method == "POST" and form.is_valid():
        try:
            made = perform()
        except StaleVersion:
            raise
        except Refusal as refusal:
            say(form, refusal, fields)
            decision = getattr(refusal, "decision", None)
        else:
            messages.success(request, done)
            return redirect((then(made) if callable(then) else then) or back.url)
    facts = {
        "form": form, "title": title, "save": save, "back": back, "lead": lead,
        "decision": decision, **more,
    }  # fmt: skip
    return render(request, template, facts, status=422 if form.errors else 200)
