"""The account a client is owed: who received what, when, why and on which basis."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents.exchange_lists import behind
from homeward.consents.ledger import account_for
from homeward.consents.models import Disclosure
from homeward.consents.paper import PURPOSES, RECORDS, listed
from homeward.portal.own import Own

# 42 CFR 2.25: on request, what was disclosed in the three years before.
OWED = timedelta(days=3 * 365 + 1)
SHOWN = 40
BASES: dict[str, Promise] = {
    "qso": gettext_lazy("it works for the program under contract and is bound by the same law"),
    "emergency": gettext_lazy("a medical emergency; the law allows it"),
    "audit_evaluation": gettext_lazy("an approved check of the program; the law allows it"),
    "research": gettext_lazy("an approved study; the law allows it"),
    "child_abuse_report": gettext_lazy("a first report of suspected harm to a child"),
    "crime_on_premises": gettext_lazy("a report of a crime here; the law allows it"),
    "court_order": gettext_lazy("a court order under 42 CFR Part 2"),
}
MEDIA: dict[str, Promise] = {
    "portal": gettext_lazy("on their page"),
    "spoken": gettext_lazy("told in person"),
    "phone": gettext_lazy("told on the phone"),
    "paper": gettext_lazy("on paper"),
    "pdf": gettext_lazy("as a document"),
    "text": gettext_lazy("a text message"),
    "email": gettext_lazy("an e-mail"),
    "letter": gettext_lazy("a letter"),
    "note": gettext_lazy("a note on their page"),
}


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One time something left."""

    when: str
    machine_time: str
    who: str
    what: str
    why: str
    basis: str
    how: str
    unasked: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that left in three years, the newest first."""

    lines: tuple[AccountLine, ...]
    since: str
    earlier_url: str

    @classmethod
    def of(cls, own: Own, before: datetime | None) -> "Account":
        """A page of it; times are on the clock of the client's site."""
        since = own.now - OWED
        rows = account_for(own.actor, own.client, since=since, before=before, limit=SHOWN + 1)
        through = behind(rows, own=True)
        earlier = ""
        if len(rows) > SHOWN:
            last = quote(rows[SHOWN - 1].at.isoformat())
            earlier = f"{reverse('portal:disclosures')}?before={last}"
        return cls(
            tuple(_line(own, row, through.get(row.pk, "")) for row in rows[:SHOWN]),
            date_format(own.at_wall(since), "DATE_FORMAT"),
            earlier,
        )


def _line(own: Own, row: Disclosure, through: str) -> AccountLine:
    went = [item.get("class", "") for item in row.items if item["effect"] == "permit"]
    basis = str(BASES.get(row.basis, "")) or _("a paper you signed")
    emergency = getattr(row, "emergency", None)
    return AccountLine(
        when=date_format(own.at_wall(row.at), "DATETIME_FORMAT"),
        machine_time=row.at.isoformat(),
        who=through or row.recipient_name or _("somebody you named"),
        what=listed(filter(None, dict.fromkeys(went)), RECORDS) or _("what you allowed"),
        why=listed([row.purpose], PURPOSES),
        basis=basis,
        how=str(MEDIA.get(row.medium, "")),
        unasked=emergency.why_no_consent if emergency else "",
    )


def every_line(own: Own) -> tuple[AccountLine, ...]:
    """All that left, however long ago and however much, the newest first."""
    rows = account_for(own.actor, own.client, since=datetime.min.replace(tzinfo=UTC), limit=None)
    through = behind(rows, own=True)
    return tuple(_line(own, row, through.get(row.pk, "")) for row in rows)
