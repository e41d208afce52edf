"""The answer of the house to "may I tell?", for whoever asked a moment ago."""

from dataclasses import dataclass
from uuid import UUID

from homeward.consents.ledger_words import (
    basis_of,
    effect_of,
    purpose_of,
    shared_parts,
    why_withheld,
    withheld_parts,
)
from homeward.consents.models import Disclosure
from homeward.consents.words import OBLIGATIONS
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What may be said, what not and why, and what goes along."""

    name: str
    state: str
    tone: str
    may: str
    may_not: str
    why: tuple[str, ...]
    basis: str
    purpose: str
    owed: tuple[str, ...]


def entry_made_by(actor: Actor, disclosure_id: UUID) -> Disclosure:
    """The entry, for the worker who asked; anybody else has the ledger or nothing."""
    service = Actor.of_service("disclosing")
    rows = Disclosure.objects.for_actor(service, Purpose.OPERATIONS)
    found: Disclosure = rows.get(pk=disclosure_id, by_worker_id=actor.worker_id)
    return found


def answer_words(row: Disclosure) -> AnswerWords:
    """The entry as an answer."""
    state, tone = effect_of(row)
    owed = (code for code in row.obligations if code in OBLIGATIONS and code != "ledger")
    return AnswerWords(
        name=row.recipient_name,
        state=state,
        tone=tone,
        may=shared_parts(row),
        may_not=withheld_parts(row),
        why=why_withheld(row),
        basis=basis_of(row),
        purpose=purpose_of(row),
        owed=tuple(str(OBLIGATIONS[code]) for code in owed) if row.effect != "deny" else (),
    )
