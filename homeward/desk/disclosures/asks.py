"""What agencies asked about a client, as lines of the ledger's page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents.agency_asks import asks_about
from homeward.consents.asked_parts import words_of
from homeward.consents.ledger_words import effect_of
from homeward.consents.models import AgencyAsk
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act
from homeward.desk.admissions.times import when
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.tasks.agency_asked import KIND
from homeward.tasks.models import CareTask


@dataclass(frozen=True, slots=True)
class AskLine:
    """One request in the ledger of a record."""

    who: str
    when: str
    what: str
    state: str
    tone: str
    act: Act | None


def ask_lines(actor: Actor, client: Client) -> tuple[AskLine, ...]:
    """What agencies asked about this client, what waits first."""
    writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
    return tuple(_line(actor, row, writes=writes) for row in asks_about(actor, client))


def asked_by_agency(actor: Actor, task: CareTask) -> Act | None:
    """The request behind a duty; None for another duty, or out of reach."""
    row = task.detail.get("ask_id")
    if task.kind != KIND or not row or not may(actor.roles, RecordClass.CONSENTS, Access.WRITE):
        return None
    return Act(_("Open the request"), reverse("desk:agency_ask", args=[row]), "primary")


def _line(actor: Actor, row: AgencyAsk, *, writes: bool) -> AskLine:
    who = who_asks(row) if knows_names(actor) else _("a person")
    answer = getattr(row, "answer", None)
    state, tone = effect_of(answer.disclosure) if answer else (_("waits for you"), "attention")
    address = "desk:disclosure" if answer else "desk:agency_ask"
    key = answer.disclosure_id if answer else row.pk
    opens = answer is not None or writes
    return AskLine(
        who=who,
        when=when(row.asked_at),
        what=", ".join(words_of(row.parts)),
        state=state,
        tone=tone,
        act=Act(_("Open"), reverse(address, args=[key]), about=who) if opens else None,
    )


def who_asks(row: AgencyAsk) -> str:
    """The name, what they are, and where they work."""
    contact = row.contact
    relation = contact.relation.replace("_", " ")
    return " · ".join(filter(None, (contact.name, relation, contact.agency)))
