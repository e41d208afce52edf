"""The page of everybody after care, a try for a check-up, and how somebody wants to be reached."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.aftercare import actions, words
from homeward.aftercare.actions.contact_wish import wish_of
from homeward.aftercare.actions.keep_check_ups import KEEPING
from homeward.aftercare.models import ContactWish
from homeward.aftercare.queries import tries_for
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact
from homeward.core.policies import requires
from homeward.desk.aftercare.forms import TryForm, WishForm
from homeward.desk.aftercare.measures import measures_due
from homeward.desk.aftercare.pages import CarePage, after_words
from homeward.desk.chart.frame import reach_client
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.progress.models import FollowUp

ROOM = "desk/aftercare"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.MESSAGES, get=Access.READ)
def aftercare(request: HttpRequest) -> HttpResponse:
    """Whom to reach today, which appointments nobody settled, who is out of contact, figures."""
    actor = _actor(request)
    page = CarePage.of(actor, clock.now())
    alumni = Act(_("Alumni"), reverse("desk:alumni"))
    return render(request, f"{ROOM}/care.html", {"page": page, "alumni": alumni})


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def follow_up(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """One try for a check-up: by their own way, with the measures that are due."""
    actor = _actor(request)
    # A peer makes the call: the right to write to somebody is the right to try; the answers
    # themselves stay in the class they belong to.
    rows = FollowUp.objects.for_actor(KEEPING, Purpose.OPERATIONS)
    row = rows.select_related("client__site", "episode").get(pk=follow_up_id)
    client = reach_client(actor, row.client_id, Access.MINIMAL)
    if not reaches(actor, client, RecordClass.MESSAGES, to=Access.WRITE):
        raise Client.DoesNotExist
    wish, zone = wish_of(row.client_id), ZoneInfo(row.client.site.time_zone)
    back = reverse("desk:aftercare")
    return answer_step(
        request,
        TryForm(
            request.POST or None, version=row.version, channel=wish.channel if wish else "call"
        ),
        template=f"{ROOM}/check_up.html",
        page={
            "title": after_words(row.months),
            "due": date_format(row.due_on, "j F Y"),
            "is_done": row.done_at is not None,
            "client": client,
            "wish": _wish_facts(wish, may(actor.roles, RecordClass.MESSAGES, Access.READ)),
            "tries": [
                Fact(
                    date_format(each.at.astimezone(zone), "j M Y, H:i"),
                    f"{words.CHANNELS.get(each.channel, '')}: {words.TRIES.get(each.outcome, '')}",
                )
                for each in tries_for(actor, row)
            ],
            "measures": measures_due(actor, client),
            "wish_url": reverse("desk:contact_wish", args=[client.pk]),
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: actions.try_check_up(
            actor=actor,
            follow_up_id=follow_up_id,
            channel=form.cleaned_data["channel"],
            outcome=form.cleaned_data["outcome"],
            answers=form.answers  # type: ignore[attr-defined]
            if form.cleaned_data["outcome"] == "reached"
            else None,
            now=clock.now(),
            expected_version=form.expected_version,
        ),
        done=_("The try is written down."),
        then=back,
        refusal_words=words.refusal,
        fields={"not_their_channel": "channel", "outside_their_hours": "channel",
                "no_consent": "channel", "try_outcome": "outcome"},
    )  # fmt: skip


def _wish_facts(wish: ContactWish | None, reads: bool) -> list[Fact]:
    if wish is None or not wish.may_contact:
        return [Fact(_("May be contacted"), _("No"))]
    facts = [
        Fact(_("How"), str(words.CHANNELS[wish.channel])),
        Fact(
            _("Safe hours"),
            _("%(first)s to %(last)s o’clock") % {"first": wish.from_hour, "last": wish.until_hour},
        ),
        Fact(_("A message"), _("may be left") if wish.may_leave_message else _("is not left")),
    ]
    if reads and wish.address:
        facts.insert(1, Fact(_("Number or address"), wish.address))
    return facts


@requires(RecordClass.MESSAGES, get=Access.WRITE, post=Access.WRITE)
def contact_wish(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """How somebody wants to be reached after care, or that they do not."""
    actor = _actor(request)
    client = reach_client(actor, client_id, Access.MINIMAL)
    if not reaches(actor, client, RecordClass.MESSAGES, to=Access.WRITE):
        raise Client.DoesNotExist
    back = reverse("desk:aftercare")
    return answer_step(
        request,
        WishForm(request.POST or None),
        template=f"{ROOM}/step.html",
        page={
            "title": _("Contact after care"),
            "save": _("Keep it"),
            "client": client,
            "back": back_to(_("Back"), back),
        },
        perform=lambda form: actions.say_contact_wish(
            actor=actor, client_id=client_id, now=clock.now(),
            **form.values,  # type: ignore[attr-defined]
        ),
        done=_("It is kept; the newest word holds."),
        then=back,
        refusal_words=words.refusal,
        fields={"hours": "until_hour"},
    )  # fmt: skip
