"""The demo shows an exchange with its members, an approved study and a court's guardian."""

from django.db import connection

from homeward.consents.actions import fingerprint
from homeward.consents.models import Approval, Consent, Guardianship, IntermediaryMember
from homeward.demo.loading import ensure_demo
from homeward.demo.rows.through_exchange import add_through_exchange
from homeward.demo.tests.telling import NOON

WHY = "tests"


def test_the_rows_are_there_hold_together_and_come_once(db: None) -> None:
    ensure_demo(NOON, weeks=4)
    connection.check_constraints()
    consent = Consent.objects.unscoped(WHY).get(designation="members")
    assert consent.text_hash == fingerprint(consent)
    listed = IntermediaryMember.objects.filter(intermediary_id=consent.party_id)
    assert {each["id"] for each in consent.members} < {str(row.member_id) for row in listed}
    assert Approval.objects.get().agreement_signed_on is not None
    right = Guardianship.objects.unscoped(WHY).select_related("client", "contact").get()
    assert right.client_id != consent.client_id
    assert add_through_exchange(NOON) == 0
