"""One step of a chain on a page of its own: read the form, make one call, say no in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion

Words = Callable[[str], str]


def answer_step(
    request: HttpRequest,
    form: ActionForm,
    *,
    template: str,
    page: Mapping[str, Any],
    perform: Callable[[ActionForm], Any],
    done: str,
    then: str,
    refusal_words: Words,
    fields: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page with its form; a refusal becomes words on the field its code belongs to."""
    if request.method == "POST" and form.is_valid():
        try:
            perform(form)
        except (StaleVersion, NotAllowed):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                name = (fields or {}).get(code, code)
                form.add_error(name if name in form.fields else None, refusal_words(code))
        else:
            messages.success(request, done)
            return redirect(then)
    status = 422 if form.errors else 200
    return render(request, template, {**page, "form": form}, status=status)


def back_to(label: str, url: str) -> Act:
    """The quiet way back beside the main button."""
    return Act(label, url)
