"""Writing down that a case is over: the consents given for it end, or may be taken back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents import actions
from homeward.consents.events import CASE_CLOSED, DISCHARGE_OR_CASE_CLOSED, unlocked_by
from homeward.consents.models import Consent
from homeward.consents.queries import active_consents
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.desk.admissions.reaching import client_of
from homeward.desk.admissions.views.small import small_page
from homeward.desk.consents.forms import CaseClosedForm
from homeward.desk.consents.pages import title_of
from homeward.kernel.records import RecordClass

ENDS_WITH_CASE = frozenset({CASE_CLOSED, DISCHARGE_OR_CASE_CLOSED})


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def case_closed(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The day and how it is known; above it, which consents this ends or unlocks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    now = clock.now()
    rows = active_consents(client, now, actor)
    return small_page(
        request,
        CaseClosedForm(request.POST or None, today=clock.today(client.site.time_zone)),
        title=_("A case closed"),
        lead=" ".join(filter(None, (_ended(rows), _unlocked(rows), _lasting()))),
        save=_("Write it down"),
        danger=True,
        back=Act(_("All consents"), reverse("desk:chart_consents", args=[client.pk])),
        done=_("Written down. What was to end with the case has ended."),
        fields={"case_closes_ahead": "closed_on", "case_known_how": "known_by"},
        perform=lambda data: actions.record_case_closed(
            actor=actor,
            client_id=client_id,
            closed_on=data["closed_on"],
            known_by=data["known_by"],
            note=data["note"],
            now=now,
        ),
    )


def _ended(rows: list[Consent]) -> str:
    named = ", ".join(title_of(row) for row in rows if row.expires_on_event in ENDS_WITH_CASE)
    if not named:
        return _("No consent in force ends with it.")
    return _("This ends: %(consents)s.") % {"consents": named}


def _unlocked(rows: list[Consent]) -> str:
    named = ", ".join(
        title_of(row)
        for row in rows
        if row.expires_on_event not in ENDS_WITH_CASE
        and unlocked_by(row.irrevocable_until_event) in ENDS_WITH_CASE
    )
    return (
        _("From then on it may be taken back: %(consents)s.") % {"consents": named} if named else ""
    )


def _lasting() -> str:
    return _("It cannot be undone. If another case goes on, ask the client to sign anew for it.")
