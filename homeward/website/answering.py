"""Printing a public page. What answers a form is kept by no browser and no proxy.

Whoever uses the same telephone next finds nothing of it by going back.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.actors import NOBODY
from homeward.website.shell import public_shell


def public_page(
    request: HttpRequest, name: str, status: int = 200, *, is_kept: bool = True, **facts: Any
) -> HttpResponse:
    """The page with its frame; `is_kept=False` also for a page that answers no form."""
    shell = public_shell(request, NOBODY)
    answer = render(request, f"website/{name}.html", {"shell": shell, **facts}, status=status)
    if request.method == "POST" or not is_kept:
        answer["Cache-Control"] = "no-store, private"
    return answer
