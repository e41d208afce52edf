"""Nothing is shown to a contact without a decision at that instant and its row in the ledger."""

from datetime import timedelta

import pytest

from homeward.consents.actions import revoke_consent, sign_consent
from homeward.consents.disclosing import disclose_to_contact
from homeward.consents.models import Disclosure
from homeward.consents.rules.request import Item
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact

ITEMS = (Item("seat 1", "schedule"), Item("goal 1", "assessment"), Item("note 1", "notes"))


def ask(cast, now):
    return disclose_to_contact(
        actor=cast.kim.actor, contact_id=cast.kim.pk, items=ITEMS, medium="portal", now=now
    )


def ledger():
    rows = Disclosure.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS)
    return list(rows.order_by("at"))


def signed(cast, now):
    return sign_consent(
        actor=cast.jo.actor, client_id=cast.jo.pk, kind="family", signer_name="Jo Avery",
        contact_id=cast.kim.pk, classes=["schedule"], now=now,
    )  # fmt: skip


def test_only_what_the_consent_names_is_released_and_each_item_has_its_reason(cast):
    now = clock.now()
    row = signed(cast, now)
    answer = ask(cast, now + timedelta(seconds=1))
    assert answer.released == ("seat 1",)
    written = ledger()[0]
    assert (written.effect, written.basis, written.cites) == (
        "partial", "family_consent", [str(row.pk)],
    )  # fmt: skip
    assert [each["id"] for each in written.items] == ["seat 1", "goal 1", "note 1"]
    assert "redisclosure_prohibited" in written.obligations


def test_a_denial_is_written_as_well(cast):
    assert ask(cast, clock.now()).released == ()
    assert ledger()[0].effect == "deny"


def test_the_answer_flips_with_the_revocation(cast):
    now = clock.now()
    row = signed(cast, now - timedelta(hours=1))
    assert ask(cast, now).released == ("seat 1",)
    revoke_consent(actor=cast.jo.actor, consent_id=row.pk, now=now)
    assert ask(cast, now).released == ()


def test_an_acknowledged_revocation_counts_for_a_clock_that_runs_behind(cast):
    """Whoever asked before and waited for the row, or whose clock is late, is told no as well."""
    now = clock.now()
    row = signed(cast, now - timedelta(hours=1))
    revoke_consent(actor=cast.jo.actor, consent_id=row.pk, now=now)
    assert ask(cast, now - timedelta(seconds=5)).released == ()


def test_an_account_asks_only_as_itself(cast):
    for other in (cast.jo.actor, cast.dana.actor, cast.omar.actor):
        with pytest.raises(Contact.DoesNotExist):
            disclose_to_contact(
                actor=other, contact_id=cast.kim.pk, items=ITEMS, medium="portal", now=clock.now()
            )
    assert not ledger()


def test_the_ledger_cannot_be_changed(cast):
    from django.db import DatabaseError, transaction

    ask(cast, clock.now())
    row = ledger()[0]
    with pytest.raises(DatabaseError), transaction.atomic():
        row.change(effect="permit")
