"""Signing a consent on screen, taking it back, and what each means for who may see what."""

import re
from datetime import timedelta
from typing import Any

import pytest

from homeward.admissions.models import Episode
from homeward.audit.models import Entry
from homeward.consents import actions, queries, texts
from homeward.consents.models import Consent
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.parties import Recipient
from homeward.consents.rules.request import Item, Request
from homeward.core import clock
from homeward.core.actors import AGENCY, Actor, Grant
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client, Contact
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def sign(cast: Cast, kind: str = "family", actor: Actor | None = None, **more: Any) -> Consent:
    """Jo signs on Dana's screen; a family consent names Kim."""
    if kind == "family" and "recipient_name" not in more:
        more.setdefault("contact_id", cast.kim.pk)
    signed: Consent = actions.sign_consent(
        actor=actor or cast.dana.actor, client_id=cast.jo.pk, kind=kind, signer_name="Jo Avery",
        now=clock.now(), **more,
    )  # fmt: skip
    return signed


def revoke(cast: Cast, consent: Consent) -> None:
    """Jo takes it back, in writing."""
    actions.revoke_consent(actor=cast.dana.actor, consent_id=consent.pk, now=clock.now())


def seen_by(actor: Actor) -> set[Any]:
    """The clients whose episodes the actor may see."""
    return {row.client_id for row in Episode.objects.for_actor(actor, Purpose.FAMILY_SUPPORT)}


class TestSignConsent:
    def test_keeps_the_words_the_terms_and_who_signed(self, cast: Cast) -> None:
        """The fingerprint can be computed anew from text and row."""
        consent = sign(cast, "tpo", witness_id=cast.dana.pk)
        assert consent.signer_name == "Jo Avery"
        assert set(consent.purposes) == {"treatment", "payment", "operations"}
        assert consent.text_hash == actions.fingerprint(consent)
        assert "counseling_notes" not in consent.classes
        assert queries.has_active(cast.jo.row, "tpo", clock.now())
        assert Entry.objects.filter(code="consents.consent.signed").count() == 1

    def test_lets_the_client_sign_alone(self, cast: Cast) -> None:
        """Nobody of the staff needs to be there."""
        assert sign(cast, "treatment", actor=cast.jo.actor).witnessed_by is None

    @pytest.mark.parametrize("typed", ["", "Kim Avery", "Jo"])
    def test_refuses_another_name(self, cast: Cast, typed: str) -> None:
        """A first name or somebody else's name is no signature."""
        with pytest.raises(actions.NameIsAnother):
            actions.sign_consent(
                actor=cast.dana.actor,
                client_id=cast.jo.pk,
                kind="tpo",
                signer_name=typed,
                now=clock.now(),
            )

    def test_refuses_what_the_law_would_call_incomplete(self, cast: Cast) -> None:
        """A family consent without a recipient is nothing."""
        with pytest.raises(actions.ConsentIncomplete) as refused:
            sign(cast, "family", contact_id=None)
        assert "recipient_missing" in refused.value.codes
        assert not Consent.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).exists()

    def test_refuses_an_ending_nobody_could_notice(self, cast: Cast) -> None:
        """An event without a source would never come."""
        with pytest.raises(actions.ConsentIncomplete) as refused:
            sign(cast, "family", ends_on_event="wedding")
        assert refused.value.codes == ("event_without_source",)

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar works elsewhere."""
        with pytest.raises(Client.DoesNotExist):
            sign(cast, "tpo", actor=cast.omar.actor)

    def test_takes_the_place_of_an_older_one(self, cast: Cast) -> None:
        """The same kind for the same person: the newer counts, from its signature on."""
        older, newer = sign(cast), sign(cast, classes=["schedule", "outcomes"])
        active = queries.active_consents(cast.jo.row, clock.now())
        assert [each.pk for each in active] == [newer.pk]
        world = queries.world_for(cast.jo.row, clock.now())
        assert queries.status_of(older, world, clock.now()) == "superseded"


class TestRevokeConsent:
    def test_counts_from_now_on(self, cast: Cast) -> None:
        """Kim saw Jo's dates while the consent held, and sees nobody after."""
        assert seen_by(cast.kim.actor) == set()
        consent = sign(cast)
        assert seen_by(cast.kim.actor) == {cast.jo.pk}
        revoke(cast, consent)
        assert seen_by(cast.kim.actor) == set()
        assert (
            queries.status_of(consent, queries.world_for(cast.jo.row, clock.now()), clock.now())
            == "revoked"
        )

    def test_happens_once(self, cast: Cast) -> None:
        """A second click finds it taken back."""
        consent = sign(cast)
        revoke(cast, consent)
        with pytest.raises(actions.ConsentAlreadyRevoked):
            revoke(cast, consent)

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar cannot end what he cannot see."""
        consent = sign(cast)
        with pytest.raises(Consent.DoesNotExist):
            actions.revoke_consent(actor=cast.omar.actor, consent_id=consent.pk, now=clock.now())

    def test_waits_for_discharge_where_the_case_demands_it(self, cast: Cast) -> None:
        """A criminal justice consent binds until Jo leaves; then the wish counts at once."""
        consent = sign(
            cast, "criminal_justice", recipient_name="Officer Lane", recipient_relation="probation"
        )
        officer = Actor(kind=AGENCY, contact_id=consent.contact_id, grants=(Grant(Role.AGENCY),))
        revoke(cast, consent)
        assert seen_by(officer) == {cast.jo.pk}
        cast.episode.change(ended_at=clock.now())
        assert seen_by(officer) == set()


def _moves(cast: Cast, consent: Consent, how: str) -> None:
    if how == "revoked":
        revoke(cast, consent)
    elif how == "discharged":
        cast.episode.change(ended_at=clock.now())
    elif how == "replaced":
        sign(cast)


@pytest.mark.parametrize("how", ["left alone", "revoked", "replaced", "expired"])
@pytest.mark.parametrize("record_class", ["schedule", "drug_tests"])
def test_the_scope_and_the_engine_say_the_same(cast: Cast, how: str, record_class: str) -> None:
    """What the database lets Kim reach is what the decision would release to her."""
    consent = sign(cast, classes=["schedule"])
    _moves(cast, consent, how)
    at = clock.now() + timedelta(days=366 if how == "expired" else 0)
    person = Recipient("person", str(cast.kim.pk), frozenset({"family"}))
    request = Request(
        client=str(cast.jo.pk), discloser=queries.DISCLOSER, recipient=person,
        purpose="family_support", items=(Item("x", record_class),),
    )  # fmt: skip
    permitted = disclose(request, queries.world_for(cast.jo.row, at), at).effect == "permit"

    from homeward.consents.relations import consented_to
    from homeward.core.reach import Relation
    from homeward.kernel.records import RecordClass

    found = consented_to(Relation(cast.kim.actor, RecordClass(record_class), at))
    assert Client.objects.unscoped("test").filter(pk__in=found).exists() == permitted


def test_nobody_named_sees_nobody(cast: Cast) -> None:
    """A contact of another client with the same name is another person."""
    sign(cast)
    other = Contact.objects.create(
        client=cast.pat.row, site=cast.other_site, kind="family", name="Kim Avery"
    )
    stranger = Actor(kind="family", contact_id=other.pk, grants=(Grant(Role.FAMILY),))
    assert seen_by(stranger) == set()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", ["treatment", "tpo", "family", "criminal_justice"])
def test_every_text_is_shipped_whole(kind: str, language: str) -> None:
    """Both languages fill the same blanks and have the same headings."""
    words, english = texts.text_of(kind, language=language), texts.text_of(kind)
    blanks = re.compile(r"\{[a-z]+\}")
    assert set(blanks.findall(words)) == set(blanks.findall(english))
    assert words.count("\n## ") == english.count("\n## ")
