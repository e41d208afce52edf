"""How a client may be reached, and notices to them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.desk.admissions.views.small import small_page
from homeward.desk.chart.frame import chart_frame, reach_client
from homeward.desk.notices.forms import ChoiceForm, NoticeForm
from homeward.desk.notices.pages import Notices, agreed_channels
from homeward.kernel.records import RecordClass
from homeward.notices.actions import choose_channel, queue_notice


@requires(RecordClass.MESSAGES, get=Access.READ)
def notices(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What the client said about each way to reach them, and what went out."""
    frame = chart_frame(request, client_id, tab="desk:chart_consents", by_name=False)
    page = Notices.of(request.actor, frame.client)  # type: ignore[attr-defined]
    return render(request, "desk/notices/notices.html", {"frame": frame, "page": page})


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def contact_choice(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The client's word on one channel."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    reach_client(actor, client_id)
    return small_page(
        request,
        ChoiceForm(request.POST or None),
        title=_("How they want to be reached"),
        lead=_("Ask the client now; the newest word counts, and a no counts at once."),
        save=_("Keep it"),
        back=_back(client_id),
        done=_("Kept."),
        fields={
            "address_missing": "address",
            "number_said_stop": "address",
            "hours_reversed": "until_hour",
        },
        perform=lambda data: choose_channel(
            actor=actor,
            client_id=client_id,
            channel=data["channel"],
            is_wanted=data["is_wanted"] == "yes",
            address=data["address"],
            from_hour=data["from_hour"],
            until_hour=data["until_hour"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def notice_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A neutral notice: nothing in it says from what kind of place it comes."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = reach_client(actor, client_id)
    form = NoticeForm(request.POST or None, channels=agreed_channels(client))
    now = clock.now()
    return small_page(
        request,
        form,
        title=_("Send a notice"),
        lead=_("Only neutral words leave; what it is about is read on the client's own page."),
        save=_("Send it"),
        back=_back(client_id),
        done=_("It is on its way, decided again when it leaves."),
        fields={"channel_not_agreed": "channel"},
        perform=lambda data: queue_notice(
            actor=actor,
            client_id=client_id,
            code=data["code"],
            channel=data["channel"],
            origin=f"desk {form.key}"[:120],
            now=now,
        ),
    )


def _back(client_id: UUID) -> Act:
    return Act(_("Reaching the client"), reverse("desk:notices", args=[client_id]))
