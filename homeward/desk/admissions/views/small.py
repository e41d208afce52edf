"""One small form on a page of its own: read it, make one call, say no in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from homeward.core.components import Act
from homeward.core.refusals import Refusal
from homeward.desk.refusing import say_no


def small_page(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    save: str,
    back: Act,
    perform: Callable[[dict[str, Any]], Any],
    done: str,
    lead: str = "",
    then: str = "",
    danger: bool = False,
    fields: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page; `perform` gets the cleaned data, its refusals become words on the form."""
    if request.method == "POST" and form.is_valid():
        try:
            perform(form.cleaned_data)
        except Refusal as refusal:
            say_no(form, refusal, fields)
        else:
            messages.success(request, done)
            return redirect(then or back.url)
    facts = {
        "form": form,
        "title": title,
        "save": save,
        "back": back,
        "lead": lead,
        "danger": danger,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/small.html", facts, status=status)
