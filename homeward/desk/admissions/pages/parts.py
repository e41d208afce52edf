"""The parts of the way in, in the order they are done, each with its next step."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions.models import Inquiry
from homeward.admissions.rules.admission import stopping
from homeward.admissions.rules.pipeline import is_ended, is_legal
from homeward.consents.queries import active_consents
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions.pages import care_parts
from homeward.desk.admissions.pages.part import Part
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.packets.queries import open_papers_count
from homeward.people.models import Client


def parts(
    actor: Actor,
    inquiry: Inquiry,
    client: Client | None,
    admission: Decision | None,
    writes: bool,
) -> Iterator[Part]:
    """Each part within reach of the actor, in the order they are done."""
    if client is None:
        open_record = Act(
            _("Start screening"), reverse("desk:admissions_screening", args=[inquiry.pk]), "primary"
        )
        may_open = writes and may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
        hidden = inquiry.client_id is not None
        yield Part(
            _("Client record"),
            _("Open, but you are not on this client's team.") if hidden else _("Not opened yet."),
            acts=(open_record,) if may_open and not hidden else (),
        )
        return
    # Clinical steps need the right to assess, not the desk's right to lead the inquiry.
    treats = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE) and not is_ended(inquiry.state)
    yield Part(_("Client record"), f"{client.name} · {client.chart_number}", _("open"), "done")
    yield care_parts.questionnaires(actor, client)
    yield care_parts.medical(actor, inquiry, client, treats)
    yield care_parts.appointment(actor, inquiry, writes, treats)
    if may(actor.roles, RecordClass.CLAIMS, Access.WRITE):
        yield Part(
            _("Benefits"),
            _("What the payer says about this level of care."),
            acts=(
                Act(_("Record the answer"), reverse("desk:benefits_check", args=[client.pk])),
                Act(_("Estimate"), reverse("desk:benefits", args=[client.pk])),
            )
            if writes
            else (),
        )
    yield care_parts.placement(actor, client)
    yield _consents(actor, client)
    if may(actor.roles, RecordClass.CONSENTS, Access.READ):
        yield _packet(actor, client)
    yield care_parts.capacity(actor, client, treats)
    yield care_parts.meanwhile(inquiry, client, treats)
    yield _admission(actor, inquiry, admission, writes)


def _packet(actor: Actor, client: Client) -> Part:
    """The papers of the packet: how many are open, and the way to them."""
    left = open_papers_count(client.pk)
    words = (
        _("Every paper this client needs, with who signs it; due dates begin with the admission.")
        if left is None
        else _("Open papers: %(open)s. Each becomes a dated task at admission.") % {"open": left}
        if left
        else _("Every paper is signed or refused.")
    )
    url = reverse("desk:chart_packet", args=[client.pk])
    return Part(
        _("Packet"),
        words,
        "" if left is None else _("open") if left else _("done"),
        "done" if left == 0 else "attention",
        (Act(_("Prepare") if left is None else _("Open"), url, about=_("the packet")),),
    )


def _consents(actor: Actor, client: Client) -> Part:
    kinds = {each.kind for each in active_consents(client, clock.now())}
    acts = [
        Act(
            label,
            reverse("desk:consent_signature", args=[client.pk, kind]),
            "primary" if first else "quiet",
        )
        for kind, label, first in (
            ("treatment", _("Sign treatment consent"), True),
            ("tpo", _("Sign treatment, payment, operations"), False),
        )
        if kind not in kinds
    ]
    acts.append(Act(_("All consents"), reverse("desk:chart_consents", args=[client.pk])))
    done = "treatment" in kinds
    return Part(
        _("Consents"),
        _("Treatment signed") if done else _("Consent to treatment is needed before admission."),
        _("signed") if done else _("to do"),
        "done" if done else "attention",
        tuple(acts),
    )


def _admission(actor: Actor, inquiry: Inquiry, decision: Decision | None, writes: bool) -> Part:
    url = reverse("desk:admissions_admission", args=[inquiry.pk])
    if inquiry.state == Inquiry.State.ADMITTED:
        return Part(_("Admission"), _("Admitted."), _("done"), "done")
    if is_ended(inquiry.state):
        return Part(_("Admission"), _("This inquiry ended without an admission."), _("ended"))
    stops = len(stopping(decision)) if decision else 0
    acts = [Act(_("Admit"), url, "primary" if not stops else "quiet")] if writes else []
    if writes and is_legal(inquiry.state, Inquiry.State.WAIT_LISTED):
        acts.append(
            Act(_("Wait for a seat"), reverse("desk:admissions_waiting", args=[inquiry.pk]))
        )
    if writes and (inquiry.is_pregnant or inquiry.injects):
        url = reverse("desk:admissions_interim", args=[inquiry.pk])
        acts.append(Act(_("Give a service meanwhile"), url))
    return Part(
        _("Admission"),
        _("Nothing stands in the way.") if decision and not stops else _("Not yet: see why below."),
        _("ready") if decision and not stops else _("not yet"),
        "done" if decision and not stops else "neutral",
        tuple(acts),
    )
