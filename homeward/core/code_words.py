"""Audit codes as human history: rooms register words for theirs."""

from collections.abc import Iterable, Mapping

from django.apps import apps
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

_words: dict[str, "str | Promise"] = {}
_confided: set[str] = set()


def register_code_words(words: Mapping[str, "str | Promise"]) -> None:
    """Add sentences for audit codes."""
    _words.update(words)


def register_confided(codes: Iterable[str]) -> None:
    """Codes of what others told the team in confidence: no list for the client names them.

    Such a line alone would say that somebody told something, and so perhaps who. The audit keeps
    them like any other.
    """
    _confided.update(codes)


def confided_codes() -> frozenset[str]:
    """The codes that stand in no list for a client."""
    return frozenset(_confided)


def confided_records() -> frozenset[str]:
    """The records that no client reaches although they are about them, as the audit names them.

    Others told them in confidence: that somebody on the team looked at one says as much.
    """
    return frozenset(
        model._meta.label_lower
        for model in apps.get_models()
        if getattr(model, "rows_by_relation", {}).get("own") == Q(pk=None)
    )


def has_words(code: str) -> bool:
    """Whether a room has a sentence for it; what is spelled out from its parts is staff's alone."""
    return code in _words


def words_for_code(code: str, record: str = "") -> str:
    """A code as a sentence; a code without words is spelled out from its own parts."""
    if code == "core.records.read":
        return _("Looked at: %(what)s") % {"what": record_words(record)}
    if code in _words:
        return str(_words[code])
    parts = code.split(".")
    noun = parts[1] if len(parts) > 2 else parts[0]
    return f"{noun.replace('_', ' ').capitalize()} {parts[-1].replace('_', ' ')}"


def record_words(record: str) -> str:
    """A model's label in words; the label itself where the model is gone."""
    try:
        return str(apps.get_model(record)._meta.verbose_name)
    except (LookupError, ValueError):
        return record
