"""Ledger entries in plain words, for staff and for the client alike."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents.labels import BASES, CLASSES, MEDIA, PURPOSES, joined
from homeward.consents.models import Delivery, Disclosure
from homeward.core.reasons_words import words_for

EFFECTS: dict[str, tuple[Promise, str]] = {
    "permit": (gettext_lazy("shared"), "done"),
    "partial": (gettext_lazy("shared in part"), "info"),
    "deny": (gettext_lazy("nothing shared"), "neutral"),
}


def effect_of(row: Disclosure, delivery: Delivery | None = None) -> tuple[str, str]:
    """What came of it, with its tone; a permit that never went out says so."""
    if delivery is not None and delivery.state != Delivery.State.SENT and row.effect != "deny":
        return _("decided, never sent"), "neutral"
    words, tone = EFFECTS[row.effect]
    return str(words), tone


def shared_parts(row: Disclosure) -> str:
    """The kinds of record that went; empty when none did."""
    return joined(_classes(row, "permit"), CLASSES)


def withheld_parts(row: Disclosure) -> str:
    """The kinds of record that were asked for and withheld."""
    return joined(_classes(row, "deny"), CLASSES)


def why_withheld(row: Disclosure) -> tuple[str, ...]:
    """The reasons, each once."""
    codes = (
        code for item in row.items if item["effect"] == "deny" for code in item.get("reasons", ())
    )
    return tuple(str(words_for(code)) for code in dict.fromkeys(codes))


def purpose_of(row: Disclosure) -> str:
    """What it was for."""
    return str(PURPOSES.get(row.purpose, row.purpose))


def basis_of(row: Disclosure) -> str:
    """What allowed it."""
    return str(BASES.get(row.basis, ""))


def medium_of(row: Disclosure) -> str:
    """How it went."""
    return str(MEDIA.get(row.medium, row.medium))


def _classes(row: Disclosure, effect: str) -> list[str]:
    # Rows written before the class stood beside the item have none to tell.
    found = (item.get("class", "") for item in row.items if item["effect"] == effect)
    return [each for each in dict.fromkeys(found) if each]
