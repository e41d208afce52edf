"""Is a consent complete and lawful? (42 CFR 2.31)

Two strengths. `defects` void a signed paper: on its face it lacks a required element, or it
bundles the special permission that must stand alone. `problems` are all reasons not to save or
offer one, including what would merely be without effect.
"""

from collections.abc import Collection

from .codes import LEGAL_PURPOSE, TPO_PURPOSES
from .intermediaries import lacks_participants
from .world import Consent

# "None" is a lawful expiry only for these kinds (2.31(a)(7)).
MAY_STAY_OPEN = frozenset({"tpo", "research"})

# What each kind is able to say; a purpose beyond it has no effect.
KIND_PURPOSES = {
    "tpo": TPO_PURPOSES,
    "legal_proceeding": frozenset({LEGAL_PURPOSE}),
    "criminal_justice": frozenset({"criminal_justice_monitoring"}),
    "family": frozenset({"family_support"}),
    "research": frozenset({"research"}),
}


def purpose_has_effect(consent: Consent, purpose: str) -> bool:
    """Whether a consent of this kind can carry the purpose at all.

    Specific and counseling-notes consents carry whatever they name, except proceedings against
    the client, which need a consent of their own.
    """
    if consent.kind in KIND_PURPOSES:
        return purpose in KIND_PURPOSES[consent.kind]
    return purpose != LEGAL_PURPOSE


def class_has_effect(consent: Consent, record_class: str) -> bool:
    """Counseling notes travel only on their own kind of consent, and nothing else does on it."""
    return (record_class == "counseling_notes") == (consent.kind == "counseling_notes")


def defects(consent: Consent) -> tuple[str, ...]:
    """Why a signed consent may not be used at all, in the order of the form."""
    checks = (
        ("client_missing", not consent.client),
        ("discloser_missing", not consent.disclosers),
        ("description_missing", not consent.classes),
        ("recipient_missing", not consent.recipients),
        ("participants_missing", lacks_participants(consent)),
        ("purpose_missing", not consent.purposes),
        ("expiry_missing", _lacks_expiry(consent)),
        ("signature_missing", consent.signer is None or consent.signed_at is None),
        ("counseling_notes_bundled", _bundles_counseling_notes(consent)),
        ("legal_consent_bundled", _bundles_legal(consent)),
    )
    return tuple(code for code, wrong in checks if wrong)


def problems(
    consent: Consent, event_sources: Collection[str], *, signed: bool = True
) -> tuple[str, ...]:
    """Why a consent or a template must not be saved; empty when it is sound.

    `event_sources` are the event codes the program can compute: an expiry nobody would ever
    notice is no expiry. `signed=False` judges a template, which has no signature yet.
    """
    found = [code for code in defects(consent) if signed or code != "signature_missing"]
    events = {consent.expires_on_event, consent.irrevocable_until_event} - {None}
    start = consent.starts_at or consent.signed_at
    checks = (
        ("counseling_notes_bundled", _names_counseling_notes_elsewhere(consent)),
        ("legal_consent_bundled", _names_legal_elsewhere(consent)),
        ("purpose_outside_kind", _purpose_outside_kind(consent)),
        ("event_without_source", not events <= set(event_sources)),
        ("irrevocable_only_for_criminal_justice", _irrevocable_elsewhere(consent)),
        ("records_window_reversed", _window_reversed(consent)),
        (
            "ends_before_it_starts",
            bool(start and consent.expires_at and consent.expires_at <= start),
        ),
    )
    found += [code for code, wrong in checks if wrong and code not in found]
    return tuple(found)


def _lacks_expiry(consent: Consent) -> bool:
    stated = consent.expires_at is not None or consent.expires_on_event is not None
    return not stated and consent.kind not in MAY_STAY_OPEN


def _bundles_counseling_notes(consent: Consent) -> bool:
    return consent.kind == "counseling_notes" and bool(consent.classes - {"counseling_notes"})


def _bundles_legal(consent: Consent) -> bool:
    return consent.kind == "legal_proceeding" and bool(consent.purposes - {LEGAL_PURPOSE})


def _names_counseling_notes_elsewhere(consent: Consent) -> bool:
    return consent.kind != "counseling_notes" and "counseling_notes" in consent.classes


def _names_legal_elsewhere(consent: Consent) -> bool:
    return consent.kind != "legal_proceeding" and LEGAL_PURPOSE in consent.purposes


def _purpose_outside_kind(consent: Consent) -> bool:
    if consent.kind == "legal_proceeding":
        return False  # already said by the bundling check
    allowed = KIND_PURPOSES.get(consent.kind)
    return allowed is not None and bool(consent.purposes - allowed - {LEGAL_PURPOSE})


def _irrevocable_elsewhere(consent: Consent) -> bool:
    return consent.irrevocable_until_event is not None and consent.kind != "criminal_justice"


def _window_reversed(consent: Consent) -> bool:
    first, last = consent.records_from, consent.records_to
    return first is not None and last is not None and last < first
