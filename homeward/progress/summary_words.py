"""The discharge summary as the page and the PDF say it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.drugtests.words import OUTCOMES
from homeward.people.diagnoses import diagnosis_words
from homeward.progress.words import (
    AMENDED_PARTS,
    CONTACT_CHANNELS,
    DISCHARGE_TYPES,
    NALOXONE,
    NALOXONE_SHOWN,
    OBJECTIVE_STATES,
)

Section = dict[str, Any]


def facts_in_words(summary: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The short facts of a summary in order; a preview lacks those of the ending."""
    end = summary.get("ending", {})
    rows = [
        (_("Program"), f"{summary['program']}, {summary['site']}"),
        (_("Admitted"), _day(summary["admitted_on"])),
        (_("Last contact"), _day(end.get("last_contact_on"))),
        (_("Discharged"), _day(end.get("discharged_on"))),
        (_("Kind of discharge"), str(DISCHARGE_TYPES.get(end.get("type", ""), ""))),
        (_("Reason"), end.get("reason", "")),
        (
            _("Diagnoses"),
            summary.get("diagnoses") or diagnosis_words(summary["client"]["diagnosis"]),
        ),
        (_("Presenting problem"), end.get("presenting", "")),
        (_("Level of care"), _levels(summary)),
        (_("Ratings at admission"), _ratings(summary, summary["ratings_at_admission"])),
        (_("Ratings at discharge"), _ratings(summary, end.get("ratings", {}))),
        (_("Medications"), summary["medications"] or _("None recorded")),
        (_("Last test"), _test(summary["last_test"])),
        (_("Naloxone"), _naloxone(end)),
        (_("Prognosis"), end.get("prognosis", "")),
        (_("Referred to"), end.get("referred_to", "")),
        (_("May be contacted afterwards"), _contact(end)),
    ]
    return [(term, value) for term, value in rows if value]


def sections_in_words(summary: Mapping[str, Any], narrative: str) -> list[Section]:
    """The longer parts: services, objectives, course, recommendations, appointments, help."""
    end = summary.get("ending", {})
    total = sum(row["minutes"] for row in summary["services"])
    services = [
        [row["name"], str(row["sessions"]), _hours(row["minutes"])] for row in summary["services"]
    ]
    objectives = [
        [row["number"], row["statement"], _progress(row)] for row in summary["objectives"]
    ]
    appointments = [
        [
            _moment(row["at"]),
            ", ".join(filter(None, (row["with_whom"], row["place"]))),
            row.get("confirmed_by") or _("not confirmed"),
        ]
        for row in summary["appointments"]
    ]
    sections = [
        _section(
            _("Services received"),
            [_("%(hours)s hours in all.") % {"hours": _hours(total)}],
            [_("Service"), _("Sessions"), _("Hours")],
            services,
        ),
        _section(
            _("Progress"),
            [] if objectives else [_("No objectives were set.")],
            [_("No."), _("Objective"), _("Now")],
            objectives,
        ),
        _section(_("Course of care"), narrative.splitlines()),
        _section(_("Recommendations"), str(end.get("recommendations", "")).splitlines()),
        _section(
            _("Next appointments"),
            [] if appointments else [_("None booked.")],
            [_("When"), _("With"), _("Confirmed by")],
            appointments,
        ),
        _section(
            _("Help at any hour"),
            [
                _("Call or text 988, the suicide and crisis line. In danger, call 911."),
                _("The door stays open: call to come back at any time."),
            ],
        ),
    ]
    return [part for part in sections if part["paragraphs"] or part["rows"]]


def as_document(
    summary: Mapping[str, Any],
    *,
    narrative: str,
    signature: str,
    author: str,
    initials: str,
    amendments: Sequence[Any] = (),
) -> dict[str, Any]:
    """Everything the template prints; what was added later stands behind the signature."""
    return {
        "lang": (get_language() or "en").split("-")[0],
        "author": author,
        "initials": initials,
        "client_name": summary["client"]["name"],
        "chart_number": summary["client"]["chart_number"],
        "words": {
            "title": _("Discharge summary"),
            "what": _("What"),
            "value": _("In this case"),
            "footer": _("Confidential. 42 CFR part 2 prohibits unauthorized use or disclosure."),
            "signature": _("Signature"),
        },
        "facts": [list(row) for row in facts_in_words(summary)],
        "sections": sections_in_words(summary, narrative),
        "signature": signature,
        "amendments": [
            {
                "title": amendment_title(row),
                "paragraphs": [
                    *str(row.words).splitlines(),
                    _("Why now: %(why)s") % {"why": row.reason},
                ],
                "signature": amendment_signature(row),
            }
            for row in amendments
        ],
    }


def amendment_title(row: Any) -> str:
    """Which one it is, and which part it adds to."""
    return _("Added %(number)s: %(part)s") % {
        "number": row.number,
        "part": AMENDED_PARTS.get(row.part, row.part),
    }


def amendment_signature(row: Any) -> str:
    """Who added it, with the fingerprint of what was said."""
    signed = ", ".join(filter(None, (row.author.name if row.author else "", row.credential)))
    return f"{signed} · {row.at:%Y-%m-%d %H:%M} UTC · {row.content_hash[:16]}"


def _progress(row: Mapping[str, str]) -> str:
    state = str(OBJECTIVE_STATES.get(row["state"], row["state"]))
    said = row.get("words", "")
    return f"{state}. {said}" if said else state


def _naloxone(end: Mapping[str, Any]) -> str:
    """Training only where somebody said so; the oldest summaries said it by the very choice."""
    answer = end.get("naloxone", "")
    if answer == "given" and end.get("naloxone_shown", True):
        return str(NALOXONE_SHOWN)
    return str(NALOXONE.get(answer, ""))


def _contact(end: Mapping[str, Any]) -> str:
    """Whether, and how and when as the client said."""
    wish = end.get("contact") or {}
    if not end.get("contact_consent") or not wish:
        return _yes(end.get("contact_consent"))
    return _("Yes: %(how)s, between %(first)s and %(last)s o’clock") % {
        "how": CONTACT_CHANNELS.get(wish.get("channel", ""), ""),
        "first": wish.get("from_hour"),
        "last": wish.get("until_hour"),
    }


def _section(
    title: str, paragraphs: list[str], columns: list[str] | None = None, rows: Any = ()
) -> Section:
    kept = [line for line in paragraphs if line.strip()]
    return {"title": title, "paragraphs": kept, "columns": columns or [], "rows": list(rows)}


def _day(text: str | None) -> str:
    return date_format(date.fromisoformat(text), "j F Y") if text else ""


def _moment(text: str) -> str:
    return date_format(datetime.fromisoformat(text), "D j M Y, H:i")


def _levels(summary: Mapping[str, Any]) -> str:
    said = _("%(first)s at admission, %(last)s now (%(phase)s)")
    if "ending" in summary:
        said = _("%(first)s at admission, %(last)s at the end (%(phase)s)")
    return said % {
        "first": summary["level_at_admission"] or _("not recorded"),
        "last": summary["level_now"],
        "phase": summary["phase_now"],
    }


def _ratings(summary: Mapping[str, Any], ratings: Mapping[str, Any]) -> str:
    """Each dimension by its number, so that a list of figures can be read alone; the numbers mean
    what they mean in their edition, which summaries signed earlier do not name."""
    said = ", ".join(
        _("dimension %(number)s: %(rating)s") % {"number": number, "rating": ratings[number]}
        for number in sorted(ratings)
    )
    edition = summary.get("ratings_edition", "")
    if not said or not edition:
        return said
    return _("%(ratings)s (dimensions of edition %(edition)s)") % {
        "ratings": said, "edition": edition,
    }  # fmt: skip


def _test(test: Mapping[str, str] | None) -> str:
    if not test:
        return ""
    return f"{_day(test['on'])}: {OUTCOMES.get(test['outcome'], test['outcome'])}"


def _yes(value: bool | None) -> str:
    return "" if value is None else (_("Yes") if value else _("No"))


def _hours(minutes: int) -> str:
    hours = round(minutes / 60, 1)
    return str(int(hours)) if hours == int(hours) else str(hours)
