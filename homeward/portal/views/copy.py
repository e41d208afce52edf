"""What is written about me, to take along: to read, or for another program's system."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.kernel.records import RecordClass
from homeward.portal.copy.contents import IN_IT_WORDS, NOT_IN_IT
from homeward.portal.copy.readable import Readable
from homeward.portal.copy.standard import bundle_of
from homeward.portal.copy.whole import Whole
from homeward.portal.own import Own


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def copy(request: HttpRequest) -> HttpResponse:
    """What a copy holds, what it does not, and the two ways to take one."""
    facts = {"in_it": IN_IT_WORDS, "not_in_it": NOT_IN_IT}
    return render(request, "portal/copy.html", facts)


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def copy_readable(request: HttpRequest) -> HttpResponse:
    """One file that any browser opens and any printer prints."""
    whole = _whole(request)
    page = Readable.of(whole)
    content = render_to_string(
        "portal/copy_file.html", {"page": page, "not_in_it": NOT_IN_IT}, request
    )
    return _file(whole, content, "html", "text/html; charset=utf-8")


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def copy_standard(request: HttpRequest) -> HttpResponse:
    """One file that other health systems read."""
    whole = _whole(request)
    content = json.dumps(bundle_of(whole), ensure_ascii=False, indent=1)
    return _file(whole, content, "json", "application/fhir+json; charset=utf-8")


def _whole(request: HttpRequest) -> Whole:
    actor: Any = request.actor  # type: ignore[attr-defined]
    return Whole.of(Own.of(actor))


def _file(whole: Whole, content: str, ending: str, kind: str) -> HttpResponse:
    """Named by its day alone: a list of downloads is read by others as well."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="copy-{whole.own.today}.{ending}"'
    return answer
