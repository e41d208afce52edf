"""The fingerprint of what is signed, and the check that it is lawful."""

from typing import Any

from homeward.consents import events
from homeward.consents.actions.refusals import ConsentIncomplete
from homeward.consents.models import Consent
from homeward.consents.queries import as_rule
from homeward.consents.rules.validation import problems
from homeward.consents.rules.wording import text_hash
from homeward.consents.texts import text_of

AGREED_ANYWAY = frozenset({"description_missing", "recipient_missing", "expiry_missing"})


def fingerprint(consent: Consent) -> str:
    """The hash of the words and terms of a consent row, computed anew."""
    text = text_of(consent.kind, consent.text_version, consent.language)
    return text_hash(text, _terms_of(consent))


def refuse_defects(consent: Consent, *, signed: bool) -> None:
    """Raise ConsentIncomplete with everything that is missing, bundled or not computable."""
    found = problems(as_rule(consent, None), events.codes(), signed=signed)
    if consent.kind == Consent.Kind.TREATMENT:
        found = tuple(code for code in found if code not in AGREED_ANYWAY)
    if found:
        raise ConsentIncomplete(*found)


def _terms_of(consent: Consent) -> dict[str, Any]:
    # What a paper does not say leaves its fingerprint as it was before it could be said.
    said: dict[str, Any] = {}
    if consent.designation:
        said["designation"] = consent.designation
        said["members"] = sorted(str(each["id"]) for each in consent.members)
    if consent.no_end_reason:
        said["no_end_reason"] = consent.no_end_reason
    return said | {
        "kind": consent.kind,
        "disclosers": sorted(consent.disclosers),
        "recipients": consent.recipients,
        "purposes": sorted(consent.purposes),
        "classes": sorted(consent.classes),
        "records_from": consent.records_from and consent.records_from.isoformat(),
        "records_to": consent.records_to and consent.records_to.isoformat(),
        "expires_at": consent.expires_at and int(consent.expires_at.timestamp()),
        "expires_on_event": consent.expires_on_event,
        "irrevocable_until_event": consent.irrevocable_until_event,
    }
