"""The text of a consent with its blanks filled in, as it is read and printed."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.consents.labels import (
    CLASSES,
    CLASSES_TOLD,
    EVENTS,
    EVENTS_TOLD,
    PURPOSES,
    RECIPIENT_CLASSES,
    joined,
)
from homeward.consents.models import Consent
from homeward.consents.texts import text_of
from homeward.program.places import organisation_name


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with what stands under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is filled into the text."""

    client: str
    records: str
    recipients: str
    purposes: str
    ending: str
    revocable: str


def blanks_of(consent: Consent, client_name: str) -> Blanks:
    """The blanks of a signed consent, in the language of its text."""
    with override(consent.language):
        return Blanks(
            client=client_name,
            records=records_words(consent),
            recipients=recipient_words(consent),
            purposes=joined(consent.purposes, PURPOSES),
            ending=ending_of(consent),
            revocable=revocable_words(consent.irrevocable_until_event),
        )


def recipient_words(consent: Consent, *, own: bool = True) -> str:
    """Whom it names: a person or organization by name, otherwise the classes.

    `own` speaks as the client does; otherwise it is told of them.
    """
    named = consent.contact or consent.party
    if named:
        return through_words(consent, str(named.name), own=own)
    words = RECIPIENT_CLASSES if own else CLASSES_TOLD
    return joined([each["id"] for each in consent.recipients], words)


def through_words(consent: Consent, name: str, *, own: bool = True) -> str:
    """The name, and for an exchange to which of its members it passes records on."""
    if consent.designation == Consent.Designation.TREATING_PROVIDERS:
        if own:
            return _("%(exchange)s, for those of its members who treat me") % {"exchange": name}
        return _("%(exchange)s, for those of its members who treat the client") % {"exchange": name}
    if consent.designation == Consent.Designation.MEMBERS:
        members = ", ".join(str(each["name"]) for each in consent.members)
        return _("%(exchange)s, for its members %(members)s and no others") % {
            "exchange": name, "members": members,
        }  # fmt: skip
    return name


def records_words(consent: Consent) -> str:
    """What may be shared, with the dates it is limited to."""
    words = joined(consent.classes, CLASSES)
    first = date_format(consent.records_from, "j F Y") if consent.records_from else ""
    last = date_format(consent.records_to, "j F Y") if consent.records_to else ""
    if first and last:
        return _("%(records)s, from %(first)s to %(last)s") % {
            "records": words, "first": first, "last": last,
        }  # fmt: skip
    if first:
        return _("%(records)s, from %(first)s on") % {"records": words, "first": first}
    if last:
        return _("%(records)s, up to %(last)s") % {"records": words, "last": last}
    return words


def scope_words(consent: Consent) -> str:
    """The scope of a consent in one sentence, for whoever receives something under it."""
    return _(
        "The client agreed on %(signed)s that this program may share: %(records)s; with: "
        "%(recipients)s; for: %(purposes)s; until: %(ending)s."
    ) % {
        "signed": date_format(consent.signed_at, "j F Y") if consent.signed_at else "",
        "records": records_words(consent),
        "recipients": recipient_words(consent, own=False),
        "purposes": joined(consent.purposes, PURPOSES),
        "ending": ending_told(consent),
    }


def ending_told(consent: Consent) -> str:
    """When a consent ends, told of the client."""
    if consent.expires_at:
        return _("%(day)s, or when it is taken back") % {
            "day": date_format(consent.expires_at, "j F Y")
        }
    if consent.expires_on_event:
        return str(EVENTS_TOLD.get(consent.expires_on_event, consent.expires_on_event))
    return _("it is taken back")


def ending_of(consent: Consent) -> str:
    """When a consent ends, in the client's words."""
    if consent.expires_at:
        return _("on %(day)s, or when I take it back") % {
            "day": date_format(consent.expires_at, "j F Y")
        }
    if consent.expires_on_event:
        return str(EVENTS.get(consent.expires_on_event, consent.expires_on_event))
    return _("when I take it back")


def revocable_words(event: str) -> str:
    """Whether and when a consent may be taken back, in the client's words."""
    if not event:
        return _(
            "I may take this consent back in writing at any time, here or by letter. "
            "What was shared before that, relying on this consent, stays shared."
        )
    return _(
        "I may not take this consent back before I leave the program or my case ends, because "
        "taking part is a condition of my case. After that it counts for nothing new."
    )


def passages(
    kind: str, version: str, language: str, blanks: Blanks
) -> tuple[str, tuple[Passage, ...]]:
    """Title and passages; a blank stands for itself, names cannot bring markup along."""
    title, found, heading, lines = "", [], "", []  # type: ignore[var-annotated]
    filled = {
        "{client}": blanks.client,
        "{program}": organisation_name() or _("this program"),
        "{records}": blanks.records,
        "{recipients}": blanks.recipients,
        "{purposes}": blanks.purposes[:1].upper() + blanks.purposes[1:],
        "{ending}": blanks.ending,
        "{revocable}": blanks.revocable,
    }
    for line in [*text_of(kind, version, language).splitlines(), "## "]:
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("## "):
            if heading or lines:
                found.append(Passage(heading, tuple(lines)))
            heading, lines = line[3:], []
        elif line.strip():
            for blank, words in filled.items():
                line = line.replace(blank, words)
            lines.append(line[:1].upper() + line[1:])
    return title, tuple(found)
