"""The library, a topic, one wording, its history, and what one client has heard."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.curriculum.models import MaterialVersion
from homeward.curriculum.rights import may_publish, may_write
from homeward.desk.chart.frame import chart_frame
from homeward.desk.materials import pages, past
from homeward.desk.materials.hearing import HearingPage
from homeward.desk.materials.pieces import SHAPES
from homeward.kernel.records import RecordClass
from homeward.program.models import CurriculumTopic

ROOM = "desk/materials"


@requires(RecordClass.SCHEDULE, get=Access.READ)
def library(request: HttpRequest) -> HttpResponse:
    """Every topic with what is in use, its reading grade, and when it comes round."""
    actor = request.actor  # type: ignore[attr-defined]
    page = pages.LibraryPage.of(actor, request.GET.get("show", ""), clock.now())
    return render(request, f"{ROOM}/library.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def topic(request: HttpRequest, topic_id: UUID) -> HttpResponse:
    """One topic as clients and facilitators read it."""
    found = get_object_or_404(CurriculumTopic, pk=topic_id)
    page = pages.TopicPage.of(request.actor, found, clock.now())  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/topic.html", {"page": page, "form": ActionForm()})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def version(request: HttpRequest, wording_id: UUID) -> HttpResponse:
    """One wording, made to be printed; a draft shows to who may write."""
    rows = MaterialVersion.objects.select_related("material__topic", "made_by", "published_by")
    row = get_object_or_404(rows, pk=wording_id)
    actor = request.actor  # type: ignore[attr-defined]
    if row.published_at is None and not may_write(actor):
        raise Http404
    facts = {
        "page": past.VersionPage.of(row),
        "form": ActionForm(version=row.version),
        "may_publish": row.published_at is None and may_publish(actor),
    }
    return render(request, f"{ROOM}/version.html", facts)


@requires(RecordClass.SCHEDULE, get=Access.READ)
def history(
    request: HttpRequest, topic_id: UUID, material_kind: str, language: str
) -> HttpResponse:
    """Every wording of a material, what it changed, and how many sessions used it."""
    if (material_kind, language) not in SHAPES:
        raise Http404
    found = get_object_or_404(CurriculumTopic, pk=topic_id)
    actor = request.actor  # type: ignore[attr-defined]
    page = past.HistoryPage.of(actor, found, material_kind, language)
    return render(request, f"{ROOM}/history.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def client_topics(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What this client has heard of the curriculum and what is still to come."""
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    page = HearingPage.of(request.actor, frame, clock.now())  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/heard.html", {"frame": frame, "page": page})
