"""The exchanges a client's papers go through, and what they said they passed on (42 CFR 2.24)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.exchange_lists import exchanges_of, lists_of
from homeward.consents.models import IntermediaryListRequest
from homeward.core.forms import ActionForm
from homeward.portal.own import Own


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and what came back."""

    name: str
    state: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExchangeToAsk:
    """An exchange whose list may be asked for."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Exchanges:
    """What was asked and answered, and which exchange may be asked now."""

    asked: tuple[Asked, ...]
    to_ask: tuple[ExchangeToAsk, ...]
    form: Any

    @classmethod
    def of(cls, own: Own) -> "Exchanges":
        """Nothing where no paper goes through an exchange."""
        rows = lists_of(own.actor, own.client)
        waiting = {row.party_id for row in rows if getattr(row, "answer", None) is None}
        return cls(
            tuple(_asked(row) for row in rows),
            tuple(
                ExchangeToAsk(party.pk, party.name)
                for party in exchanges_of(own.actor, own.client)
                if party.pk not in waiting
            ),
            ActionForm(),
        )


def _asked(row: IntermediaryListRequest) -> Asked:
    answer = getattr(row, "answer", None)
    if answer is None:
        due = date_format(row.due_on, "DATE_FORMAT")
        return Asked(row.party.name, _("asked; they must answer by %(day)s") % {"day": due}, ())
    if not answer.entries:
        return Asked(row.party.name, _("they passed nothing on"), ())
    return Asked(
        row.party.name,
        _("they passed this on:"),
        tuple(f"{each['on']} · {each['to']}: {each['what']}" for each in answer.entries),
    )
