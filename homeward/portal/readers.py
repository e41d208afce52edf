"""Who opened or changed something of a client's, read from the audit in plain words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.audit.models import Entry
from homeward.core.code_words import confided_codes, confided_records, has_words, words_for_code
from homeward.core.components import Moment
from homeward.portal.own import Own
from homeward.staff.models import Worker

# Rows of one page; those before them are a tap away, back to the first.
MOST_ENTRIES = 150
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
    earlier_url: str = ""

    @classmethod
    def of(cls, own: Own, until: datetime | None = None) -> "Readers":
        """Newest first, from `until` back. Rows of the same request are one line: one look.

        What others told the team in confidence is left out.
        """
        rows = Entry.objects.filter(client_ids__contains=[own.client.pk]).exclude(
            account_id=own.actor.account_id
        )
        rows = rows.exclude(code__in=confided_codes()).exclude(record__in=confided_records())
        if until is not None:
            rows = rows.filter(at__lte=until)
        found = list(rows.order_by("-at", "pk")[: MOST_ENTRIES + 1])
        looks: dict[object, list[Entry]] = {}
        for entry in found:
            looks.setdefault((entry.request_id or entry.pk, entry.actor_ref), []).append(entry)
        earlier = _cut(rows, looks) if len(found) > MOST_ENTRIES else ""
        refs = {entries[0].actor_ref for entries in looks.values() if _is_staff(entries[0])}
        names = {str(row.pk): row.name for row in Worker.objects.filter(pk__in=refs)}
        return cls(tuple(_moment(own, entries, names) for entries in looks.values()), earlier)


def _cut(rows: Any, looks: dict[object, list[Entry]]) -> str:
    """Take off the last look, which may go on before what was read; where the rest begins.

    The only look there is stays, and whole.
    """
    last = [*looks][-1]
    if len(looks) > 1:
        edge = looks.pop(last)[0].at
    else:
        first = looks[last][0]
        looks[last] = list(rows.filter(request_id=first.request_id, actor_ref=first.actor_ref))
        edge = min(each.at for each in looks[last]) - timedelta(microseconds=1)
    return f"{reverse('portal:readers')}?{urlencode({'until': edge.isoformat()})}"


def _moment(own: Own, entries: list[Entry], names: dict[str, str]) -> Moment:
    first = entries[0]
    return Moment(
        when=date_format(own.at_wall(first.at), "D j M H:i"),
        what=_what(entries),
        by=names.get(first.actor_ref) or _kind_words(first.actor_kind),
        machine_time=first.at.isoformat(),
    )


def _what(entries: list[Entry]) -> str:
    acts = [each for each in entries if each.code != READ]
    done = [words_for_code(each.code, each.record) for each in acts if has_words(each.code)]
    worked = [_class_words(each.record) for each in acts if not has_words(each.code)]
    seen = [_class_words(each.record) for each in entries if each.code == READ]
    parts = list(dict.fromkeys(done))
    if worked:
        parts.append(_("Worked on: %(what)s") % {"what": ", ".join(dict.fromkeys(worked))})
    if seen:
        parts.append(_("Looked at: %(what)s") % {"what": ", ".join(dict.fromkeys(seen))})
    return ". ".join(parts)


def _class_words(label: str) -> str:
    """Of what kind it is, as a client calls it."""
    try:
        model: Any = apps.get_model(label)
    except (LookupError, ValueError):
        return _("your record")
    return str(WHAT.get(str(getattr(model, "record_class", ""))) or _("your record"))


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
