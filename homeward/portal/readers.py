"""Who opened or changed something of a client's, read from the audit in plain words."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.audit.models import Entry
from homeward.core.code_words import confided_codes, words_for_code
from homeward.core.components import Moment
from homeward.portal.own import Own
from homeward.staff.models import Worker

MOST_ENTRIES = 300
READ = "core.records.read"
WHAT = {
    "identity": gettext_lazy("who you are"),
    "schedule": gettext_lazy("your schedule and attendance"),
    "assessment": gettext_lazy("your plan, check-ins and questionnaires"),
    "notes": gettext_lazy("notes about you"),
    "medical": gettext_lazy("medical records"),
    "drug_tests": gettext_lazy("your tests"),
    "consents": gettext_lazy("your papers about sharing"),
    "claims": gettext_lazy("bills and claims"),
    "messages": gettext_lazy("messages"),
}


@dataclass(frozen=True, slots=True)
class Readers:
    """One line for each time somebody opened a page or did something; oneself is left out."""

    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, own: Own) -> "Readers":
        """Newest first. Rows of the same request are one line: they were one look.

        What others told the team in confidence is left out.
        """
        rows = Entry.objects.filter(client_ids__contains=[own.client.pk]).exclude(
            account_id=own.actor.account_id
        )
        rows = rows.exclude(code__in=confided_codes())
        looks: dict[object, list[Entry]] = {}
        for entry in rows.order_by("-at", "pk")[:MOST_ENTRIES]:
            looks.setdefault((entry.request_id or entry.pk, entry.actor_ref), []).append(entry)
        refs = {entries[0].actor_ref for entries in looks.values() if _is_staff(entries[0])}
        names = {str(row.pk): row.name for row in Worker.objects.filter(pk__in=refs)}
        return cls(tuple(_moment(own, entries, names) for entries in looks.values()))


def _moment(own: Own, entries: list[Entry], names: dict[str, str]) -> Moment:
    first = entries[0]
    return Moment(
        when=date_format(own.at_wall(first.at), "D j M H:i"),
        what=_what(entries),
        by=names.get(first.actor_ref) or _kind_words(first.actor_kind),
        machine_time=first.at.isoformat(),
    )


def _what(entries: list[Entry]) -> str:
    done = [words_for_code(each.code, each.record) for each in entries if each.code != READ]
    seen = [_class_words(each.record) for each in entries if each.code == READ]
    parts = list(dict.fromkeys(done))
    if seen:
        parts.append(_("Looked at: %(what)s") % {"what": ", ".join(dict.fromkeys(seen))})
    return ". ".join(parts)


def _class_words(label: str) -> str:
    try:
        model: Any = apps.get_model(label)
    except (LookupError, ValueError):
        return label
    found = WHAT.get(str(getattr(model, "record_class", "")))
    return str(found or model._meta.verbose_name)


def _is_staff(entry: Entry) -> bool:
    return entry.actor_kind == "staff" and bool(entry.actor_ref)


def _kind_words(kind: str) -> str:
    words = {
        "family": _("somebody you allowed"),
        "agency": _("an officer you allowed"),
        "service": _("Homeward itself"),
        "public": _("somebody not signed in"),
    }
    return words.get(kind, "")
