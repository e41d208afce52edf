"""The client's week, and how the draw of a day can be checked."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.formats import date_format

from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.drugtests.models import Draw, DrugTest
from homeward.drugtests.queries import published_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.portal.asking import AnswerToday
from homeward.portal.offers import offers_of
from homeward.portal.own import Own
from homeward.portal.sessions import week_days


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def week(request: HttpRequest) -> HttpResponse:
    """This week and the next, day by day."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    monday = own.today - timedelta(days=own.today.weekday())
    days = week_days(own, monday)
    gone = {
        date_format(monday + timedelta(days=number), "l j F")
        for number in range(own.today.weekday())
    }
    page = {
        "earlier": [day for day in days if day[0] in gone],
        "this": [day for day in days if day[0] not in gone],
        "next": week_days(own, monday + timedelta(weeks=1)),
        "offers": offers_of(own),
    }
    return render(request, "portal/week.html", {"page": page})


@requires(RecordClass.DRUG_TESTS, get=Access.READ, kinds=(CLIENT,))
def test_today(request: HttpRequest) -> HttpResponse:
    """Do I test today? One answer, which can be printed."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    return render(request, "portal/test_today.html", {"page": AnswerToday.of(own)})


test_today.__test__ = False  # type: ignore[attr-defined]


@requires(RecordClass.DRUG_TESTS, get=Access.READ, kinds=(CLIENT,))
def draw_document(request: HttpRequest) -> HttpResponse:
    """The whole published day of this client's last draw, to check on any computer."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    found = _last_draw(own)
    if found is None:
        raise Draw.DoesNotExist
    answer = JsonResponse(published_day(found), json_dumps_params={"indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="day-{found.day:%Y-%m-%d}.json"'
    return answer


@requires(RecordClass.DRUG_TESTS, get=Access.READ, kinds=(CLIENT,))
def draw(request: HttpRequest) -> HttpResponse:
    """What was published about the draw of this client's last test: nobody chose by hand."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    found = _last_draw(own)
    facts = published_day(found) if found else None
    return render(request, "portal/draw.html", {"facts": facts, "draw": found})


def _last_draw(own: Own) -> Draw | None:
    tests = DrugTest.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    last = tests.filter(client=own.client).exclude(draw=None).order_by("-ordered_at").first()
    return Draw.objects.select_related("pool").get(pk=last.draw_id) if last else None
