"""What the ledger of a record prints."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents.accompanying import Accompanying, accompanying
from homeward.consents.exchange_lists import behind
from homeward.consents.ledger import entries_about, ledger_of
from homeward.consents.ledger_words import (
    basis_of,
    effect_of,
    medium_of,
    purpose_of,
    shared_parts,
    why_withheld,
    withheld_parts,
)
from homeward.consents.models import Disclosure, EmergencyRecord
from homeward.consents.words import OBLIGATIONS
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act, Fact, Tab
from homeward.desk.admissions.times import when
from homeward.desk.disclosures.asks import AskLine, ask_lines
from homeward.people.models import Client

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    when: str
    name: str
    state: str
    tone: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was asked for and what left, the newest first, denials too."""

    entries: tuple[Entry, ...]
    filters: tuple[Tab, ...]
    share: Act | None
    lists: Act
    earlier_url: str
    asks: tuple[AskLine, ...] = ()

    @classmethod
    def of(cls, actor: Actor, client: Client, show: str, before: datetime | None) -> "Ledger":
        """The entries the actor may read; `show` is all, left or denied."""
        rows = ledger_of(actor, client, show=show, before=before, limit=SHOWN + 1)
        through = behind(rows)
        here = reverse("desk:disclosures", args=[client.pk])
        named = (("all", _("All")), ("left", _("What left")), ("denied", _("Nothing shared")))
        earlier = ""
        if len(rows) > SHOWN:
            since = quote(rows[SHOWN - 1].at.isoformat())
            earlier = f"{here}?show={show}&before={since}"
        return cls(
            tuple(_entry(actor, row, through.get(row.pk, "")) for row in rows[:SHOWN]),
            tuple(Tab(label, f"{here}?show={code}", code == show) for code, label in named),
            Act(_("Tell or hand over"), reverse("desk:disclosure_new", args=[client.pk]))
            if knows_names(actor)
            else None,
            Act(_("Lists of exchanges"), reverse("desk:exchange_lists", args=[client.pk])),
            earlier,
            ask_lines(actor, client),
        )


@dataclass(frozen=True, slots=True)
class OneEntry:
    """One entry with everything it keeps, and the words that travel with it."""

    client: Client
    title: str
    state: str
    tone: str
    facts: tuple[Fact, ...]
    why: tuple[str, ...]
    owed: tuple[str, ...]
    along: Accompanying
    versions: tuple[str, ...]
    emergency: tuple[Fact, ...]
    said: str
    back: Act

    @classmethod
    def of(cls, actor: Actor, disclosure_id: UUID) -> "OneEntry":
        """Raises Disclosure.DoesNotExist out of reach."""
        row = entries_about(actor).get(pk=disclosure_id)
        words, tone = effect_of(row, getattr(row, "delivery", None))
        return cls(
            client=row.client,
            title=recipient_for(actor, row),
            state=words,
            tone=tone,
            facts=tuple(_facts(actor, row)),
            why=why_withheld(row),
            owed=tuple(str(OBLIGATIONS[code]) for code in row.obligations if code in OBLIGATIONS)
            if row.effect != "deny"
            else (),
            along=accompanying(row),
            versions=tuple(
                f"{each['record']} v{each['version']} {each['sha256'][:16]}"
                for each in row.record_versions.values()
            ),
            emergency=_emergency(row) if knows_names(actor) else (),
            said=row.words if knows_names(actor) else "",
            back=Act(_("The ledger"), reverse("desk:disclosures", args=[row.client_id])),
        )


def recipient_for(actor: Actor, row: Disclosure) -> str:
    """The recipient's name; people are nameless to who knows the client by number alone."""
    if not knows_names(actor) and row.recipient_type == "person":
        return _("a person")
    return row.recipient_name or _("a recipient")


def _entry(actor: Actor, row: Disclosure, through: str) -> Entry:
    words, tone = effect_of(row, getattr(row, "delivery", None))
    what = shared_parts(row) or withheld_parts(row)
    return Entry(
        when=when(row.at),
        name=through or recipient_for(actor, row),
        state=words,
        tone=tone,
        sub=" · ".join(filter(None, (what, purpose_of(row), basis_of(row), medium_of(row)))),
        url=reverse("desk:disclosure", args=[row.pk]),
    )


def _facts(actor: Actor, row: Disclosure) -> list[Fact]:
    named = (
        (_("When"), when(row.at)),
        (_("Shared"), shared_parts(row)),
        (_("Withheld"), withheld_parts(row)),
        (_("What for"), purpose_of(row)),
        (_("Basis"), basis_of(row)),
        (_("How"), medium_of(row)),
        (_("By"), row.by_worker.name if row.by_worker else ""),
        (_("How the recipient was known"), row.identity_check if knows_names(actor) else ""),
        (_("Notice used"), row.notice),
        (_("Rules"), f"{row.rule_set} {row.rule_version}"),
    )
    facts = [Fact(term, value) for term, value in named if value]
    delivery = getattr(row, "delivery", None)
    if delivery is not None:
        facts.append(Fact(_("Delivery"), f"{delivery.get_state_display()} · {when(delivery.at)}"))
    return facts


def _emergency(row: Disclosure) -> tuple[Fact, ...]:
    record = getattr(row, "emergency", None)
    if record is None:
        return ()
    return (
        Fact(_("Received by"), f"{record.recipient_name}, {record.recipient_affiliation}"),
        Fact(_("Shared by"), record.discloser_name),
        Fact(_("Date and time"), when(record.at)),
        Fact(_("Nature of the emergency"), record.nature),
        *_why_unasked(record),
    )


def _why_unasked(record: EmergencyRecord) -> tuple[Fact, ...]:
    """Rows written before it was asked have nothing to tell."""
    why = record.why_no_consent
    return (Fact(_("Why consent could not come first"), why),) if why else ()
