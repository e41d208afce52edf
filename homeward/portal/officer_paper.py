"""The report as a paper: the same parts as on screen, decided anew, with the notice and a code."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.documents.actions import make_document, open_document
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.portal.officer import About, Report, decided
from homeward.portal.sharing import contact_ids_behind, held_contacts
from homeward.program.places import organisation_name

KIND, TEMPLATE, MEDIUM = "agency_report", "record", "pdf"
_service = Actor.of_service("portal")


def paper_about(actor: Actor, contact_id: UUID, now: datetime) -> tuple[datetime, bytes] | None:
    """The day it was made and the PDF; None where no consent to this contact is in force.

    What it says is decided at this instant and stands in the ledger as a PDF; the paper is kept
    sealed in the record, so that staff can see what was handed out.
    """
    contact = next((each for each in held_contacts(actor) if each.pk == contact_id), None)
    if contact is None:
        return None
    found = decided(actor, contact, now, MEDIUM)
    report = Report.of([told for _whose, told, _under in found], contact_ids_behind(actor))
    if report is None:
        return None
    clients = Client.objects.for_actor(_service, Purpose.CLIENT_REQUEST).select_related("site")
    document = make_document(
        actor=_service,
        client=clients.get(pk=contact.client_id),
        kind=KIND,
        title="report",
        subject_id=contact_id,
        content=_content(report.people[0], report.since),
        now=now,
        template=TEMPLATE,
        once=True,
    )
    made, pdf = open_document(actor=_service, document_id=document.pk, now=now)
    return made.made_at, pdf


def _content(about: About, since: str) -> dict[str, Any]:
    parts = []
    if about.along is not None:
        parts.append(_part(_("What this rests on"), paragraphs=about.along.scope))
    if about.attendance:
        title = _("Since %(since)s") % {"since": since}
        parts.append(_part(title, facts=about.attendance))
    if about.completion:
        parts.append(_part(_("The program"), facts=about.completion))
    if about.tests is not None:
        rows = [[cell.text for cell in row.cells] for row in about.tests.rows]
        columns = [column.label for column in about.tests.columns]
        parts.append(
            _part(
                about.tests.caption,
                paragraphs=() if rows else (about.tests.empty,),
                columns=columns if rows else (),
                rows=rows,
                sub=_("Whether a sample was given. Results are not part of this report."),
            )
        )
    return {
        "lang": (get_language() or "en").split("-")[0],
        "title": _("Report"),
        "author": organisation_name(),
        "initials": _("Report"),
        "client_name": "",
        "record_number": about.name,
        "words": {
            "what": _("What"),
            "value": _("In this time"),
            "signatures": "",
            "footer": _("42 CFR part 2 prohibits unauthorized use or disclosure."),
        },
        "facts": [],
        "parts": parts,
        "signatures": [],
    }


def _part(
    title: str,
    *,
    facts: Iterable[Fact] = (),
    paragraphs: Iterable[str] = (),
    columns: Iterable[str] = (),
    rows: Iterable[Any] = (),
    sub: str = "",
) -> dict[str, Any]:
    return {
        "title": title,
        "level": 2,
        "sub": sub,
        "facts": [[each.term, each.value] for each in facts],
        "paragraphs": list(paragraphs),
        "columns": list(columns),
        "rows": list(rows),
        "signatures": [],
        "on_new_page": False,
    }
