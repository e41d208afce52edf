"""What may be saved, what voids a paper, and what a consent is at an instant."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.consents.rules.codes import LEGAL_PURPOSE
from homeward.consents.rules.lifecycle import status_at
from homeward.consents.rules.parties import Named
from homeward.consents.rules.validation import defects, problems
from homeward.consents.rules.world import Consent, Event, Revocation, Signer, World

NOON = datetime(2026, 3, 8, 12, tzinfo=UTC)
SOUND = Consent(
    id="c1",
    client="jo",
    kind="specific",
    signed_at=NOON - timedelta(days=1),
    signer=Signer("jo", "client"),
    disclosers=frozenset({"homeward"}),
    recipients=(Named("entity", "hospital"),),
    purposes=frozenset({"treatment"}),
    classes=frozenset({"notes"}),
    expires_at=NOON + timedelta(days=1),
)
SOURCES = {"end_of_treatment", "final_disposition"}
NOTES = frozenset({"counseling_notes"})


def changed(**changes: object) -> Consent:
    return replace(SOUND, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        (SOUND, ()),
        (changed(client=""), ("client_missing",)),
        (changed(disclosers=frozenset()), ("discloser_missing",)),
        (changed(classes=frozenset()), ("description_missing",)),
        (changed(recipients=()), ("recipient_missing",)),
        (changed(purposes=frozenset()), ("purpose_missing",)),
        (changed(expires_at=None), ("expiry_missing",)),
        (changed(signer=None), ("signature_missing",)),
        (changed(kind="tpo", expires_at=None), ()),
        (changed(kind="research", purposes=frozenset({"research"}), expires_at=None), ()),
        (
            changed(kind="counseling_notes", classes=NOTES | {"notes"}),
            ("counseling_notes_bundled",),
        ),
        (changed(kind="counseling_notes", classes=NOTES), ()),
        (changed(classes=NOTES | {"notes"}), ("counseling_notes_bundled",)),
        (changed(kind="tpo", classes=NOTES), ("counseling_notes_bundled",)),
        (
            changed(kind="legal_proceeding", purposes=frozenset({LEGAL_PURPOSE, "treatment"})),
            ("legal_consent_bundled",),
        ),
        (changed(kind="legal_proceeding", purposes=frozenset({LEGAL_PURPOSE})), ()),
        (changed(purposes=frozenset({LEGAL_PURPOSE})), ("legal_consent_bundled",)),
        (changed(kind="tpo", purposes=frozenset({"family_support"})), ("purpose_outside_kind",)),
        (changed(kind="family", purposes=frozenset({"treatment"})), ("purpose_outside_kind",)),
        (changed(expires_at=None, expires_on_event="end_of_treatment"), ()),
        (changed(expires_on_event="full_moon"), ("event_without_source",)),
        (
            changed(irrevocable_until_event="final_disposition"),
            ("irrevocable_only_for_criminal_justice",),
        ),
        (
            changed(
                kind="criminal_justice",
                purposes=frozenset({"criminal_justice_monitoring"}),
                irrevocable_until_event="final_disposition",
            ),
            (),
        ),
        (
            changed(records_from=date(2026, 3, 2), records_to=date(2026, 3, 1)),
            ("records_window_reversed",),
        ),
        (changed(starts_at=NOON, expires_at=NOON), ("ends_before_it_starts",)),
    ],
)
def test_problems(consent: Consent, expected: tuple[str, ...]) -> None:
    assert problems(consent, SOURCES) == expected


def test_a_template_needs_no_signature_yet() -> None:
    template = changed(signer=None, signed_at=None)
    assert problems(template, SOURCES, signed=False) == ()
    assert defects(template) == ("signature_missing",)


def test_what_is_merely_without_effect_does_not_void_the_paper() -> None:
    assert defects(changed(classes=NOTES | {"notes"})) == ()
    assert defects(changed(purposes=frozenset({LEGAL_PURPOSE, "treatment"}))) == ()


SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("consent", "world", "expected"),
    [
        (changed(signed_at=None), World(), "draft"),
        (changed(signed_at=NOON + SECOND), World(), "draft"),
        (changed(starts_at=NOON + SECOND), World(), "draft"),
        (SOUND, World(), "active"),
        (changed(starts_at=NOON), World(), "active"),
        (changed(classes=frozenset()), World(), "defective"),
        (changed(expires_at=NOON), World(), "expired"),
        (changed(superseded_at=NOON), World(), "superseded"),
        (SOUND, World(revocations=(Revocation("c1", NOON),)), "revoked"),
        (SOUND, World(revocations=(Revocation("c1", NOON + SECOND),)), "active"),
        (
            changed(expires_at=NOON - SECOND),
            World(revocations=(Revocation("c1", NOON),)),
            "expired",
        ),
        (
            changed(expires_at=NOON),
            World(revocations=(Revocation("c1", NOON - SECOND),)),
            "revoked",
        ),
        (
            changed(expires_at=None, expires_on_event="end_of_treatment"),
            World(events=(Event("end_of_treatment", "jo", NOON),)),
            "expired",
        ),
    ],
)
def test_status(consent: Consent, world: World, expected: str) -> None:
    assert status_at(consent, world, NOON) == expected
