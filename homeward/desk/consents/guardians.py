"""Who may sign for a client or beside them: written down, seen, and ended."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.consents import actions
from homeward.consents.models import Consent, Guardianship
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.desk.admissions.reaching import client_of
from homeward.desk.admissions.views.small import small_page
from homeward.desk.packets.forms import GuardianForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Contact
from homeward.people.queries import contacts_of

# An officer or agency decides nothing for the client.


class EndForm(ActionForm):
    """Nothing is asked: the right ends now."""


@dataclass(frozen=True, slots=True)
class GuardianLine:
    """One right: who, by what paper, since when, and until when."""

    name: str
    about: str
    paper: str
    when: str
    is_over: bool
    act: Act | None

    @classmethod
    def of(cls, row: Guardianship, *, named: bool) -> "GuardianLine":
        """With the way to end it while it is in force."""
        ends_at = row.ends_at
        name = row.contact.name if named else _("a family member or support person")
        since = _("since %(day)s") % {"day": date_format(row.starts_at, "j M Y")}
        over = _("ended on %(day)s") % {"day": date_format(ends_at, "j M Y")} if ends_at else ""
        url = reverse("desk:guardian_end", args=[row.pk])
        return cls(
            name,
            f"{right_words(row)} · {row.relation}",
            row.paper,
            " · ".join(filter(None, (since, over))),
            ends_at is not None,
            None if ends_at else Act(_("The right has ended"), url, "danger", about=name),
        )


def right_words(row: Guardianship) -> str:
    """By what right, in words."""
    if row.right == Guardianship.Right.COURT:
        return _("named by a court, signs in the client's place")
    return _("parent or legal guardian of a minor, signs beside the client")


@requires(RecordClass.CONSENTS, get=Access.WRITE)
def guardians(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Everybody who may sign for the client or could before, and by which paper."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    rows = Guardianship.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    lines = [
        GuardianLine.of(row, named=knows_names(actor))
        for row in rows.select_related("contact").order_by("-starts_at")
    ]
    facts = {
        "client": client,
        "lines": lines,
        "new": Act(
            _("Write down a guardian"), reverse("desk:guardian_new", args=[client.pk]), "primary"
        ),
        "back": _consents(client),
    }
    return render(request, "desk/consents/guardians.html", facts)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def guardian_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Who, by what right, and how it is known."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    return small_page(
        request,
        GuardianForm(
            request.POST or None,
            people=[
                each for each in contacts_of(actor, client) if each.kind not in Contact.OUTSIDE
            ],
        ),
        title=_("Write down a guardian"),
        lead=_(
            "An adult signs alone unless a court named a guardian. Whether a minor signs alone "
            "follows the table of %(state)s; otherwise a parent signs beside them."
        )
        % {"state": client.site.state or _("the program's state")},
        save=_("Write it down"),
        back=_guardians(client),
        done=_("Written down. They may sign from now on."),
        fields={"guardian_unproven": "paper"},
        perform=lambda told: actions.name_guardian(
            actor=actor,
            client_id=client.pk,
            contact_id=told["guardian"],
            right=told["right"],
            relation=told["relation"],
            paper=told["paper"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def guardian_end(request: HttpRequest, guardianship_id: UUID) -> HttpResponse:
    """The right ends now; what they signed before stands until it ends or is taken back."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Guardianship.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row = rows.select_related("contact", "client__site").get(pk=guardianship_id)
    signed = Consent.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=row.client_id, signer_contact_id=row.contact_id, signed_at__isnull=False
    )
    count = len([each for each in signed if each.signed_at >= row.starts_at])
    return small_page(
        request,
        EndForm(request.POST if request.method == "POST" else None),
        title=_("The right of %(name)s has ended")
        % {"name": row.contact.name if knows_names(actor) else _("this guardian")},
        lead=" ".join(
            filter(
                None,
                (
                    _("They sign nothing from now on."),
                    ngettext(
                        "They signed %(count)d paper. It holds until it ends or is taken back; "
                        "ask the client whether they want it.",
                        "They signed %(count)d papers. These hold until they end or are taken "
                        "back; ask the client which they want.",
                        count,
                    )
                    % {"count": count}
                    if count
                    else "",
                ),
            )
        ),
        save=_("The right has ended"),
        danger=True,
        back=_guardians(row.client),
        done=_("Written down. They sign nothing from now on."),
        perform=lambda told: actions.end_guardianship(
            actor=actor, guardianship_id=row.pk, now=clock.now()
        ),
    )


def _guardians(client: Client) -> Act:
    return Act(_("Who may sign"), reverse("desk:guardians", args=[client.pk]))


def _consents(client: Client) -> Act:
    return Act(_("All consents"), reverse("desk:chart_consents", args=[client.pk]))
