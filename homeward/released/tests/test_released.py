"""Rows of what may be shown: for one account, read by it alone, gone with what opened them."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection

from homeward.consents import actions as consents
from homeward.consents.models import CaseClosing, Consent
from homeward.core import clock, facts
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed
from homeward.doorways.facts import WayInClosed
from homeward.kernel.purposes import Purpose
from homeward.people.actions.record_stop import record_stop
from homeward.people.models import Contact
from homeward.portal.tests import scene
from homeward.progress.facts import ClientDischarged
from homeward.released import listeners
from homeward.released.actions import release, rows, sweep
from homeward.released.models import Kind, Page, ReleasedItem
from homeward.released.queries import items_for
from homeward.released.told import Told, Under

SERVICE = Actor.of_service("test")


@pytest.fixture
def shown(cast, client):
    """Kim and Lee were just shown Jo's next day, each under a consent of their own."""
    cast.people["lee"] = scene.contact(cast, "lee", Contact.Kind.FAMILY, "Lee Avery")
    soon = scene.session(cast, clock.now() + timedelta(days=1))
    scene.seat(cast, cast.jo, soon, cast.episode)
    for player in (cast.kim, cast.lee):
        scene.consent(cast, "family", contact_id=player.pk)
        client.force_login(player.account)
        assert "Planned days" in client.get("/me/").content.decode()
    assert kept(cast.kim) == kept(cast.lee) == 2
    return cast


def kept(player):
    """How many rows this account has."""
    return rows().filter(account_id=player.account.pk).count()


def paper_of(contact_id):
    """The paper that names this contact."""
    return Consent.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(contact_id=contact_id)


def revoked(cast):
    paper = paper_of(cast.kim.pk)
    consents.revoke_consent(actor=cast.jo.actor, consent_id=paper.pk, now=clock.now())


def flagged(cast):
    consents.raise_safety_flag(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, now=clock.now()
    )


def restricted(cast):
    wish = consents.request_restriction(
        actor=cast.jo.actor, client_id=cast.jo.pk, classes=["schedule"], contact_id=cast.kim.pk,
        now=clock.now(),
    )  # fmt: skip
    consents.answer_restriction(
        actor=cast.dina.actor, request_id=wish.pk, is_agreed=True, now=clock.now()
    )


def signed_anew(cast):
    scene.consent(cast, "family", contact_id=cast.kim.pk, classes=["messages"], now=clock.now())


def died(cast):
    record_stop(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind="died", since_on=scene.today(cast),
        known_by="family", now=clock.now(),
    )  # fmt: skip


def case_closed(cast):
    consents.record_case_closed(
        actor=cast.dana.actor, client_id=cast.jo.pk, closed_on=scene.today(cast),
        known_by=CaseClosing.Known.values[0], now=clock.now(),
    )  # fmt: skip


def discharged(cast):
    """What other rooms do at the end of a stay is theirs to show."""
    assert listeners.discharged in facts._listeners[ClientDischarged]
    about = (cast.episode.pk, cast.jo.pk, cast.episode.pk)
    day, at = scene.today(cast), clock.now()
    listeners.discharged(ClientDischarged(*about, "completed", day, cast.dana.actor, at))


def way_in_closed(cast):
    announce(WayInClosed(cast.kim.pk, cast.jo.pk, cast.kim.account.pk, clock.now()))


@pytest.mark.parametrize(
    "happens, left_to_lee",
    [
        (revoked, 2), (flagged, 2), (way_in_closed, 2), (signed_anew, 2),
        # More than it must rather than less: whoever looks again is decided about again.
        (restricted, 0), (died, 0), (case_closed, 0), (discharged, 0),
    ],
    ids=lambda each: getattr(each, "__name__", str(each)),
)  # fmt: skip
def test_rows_are_gone_in_the_instant_in_which_it_happens(shown, happens, left_to_lee):
    happens(shown)
    assert (kept(shown.kim), kept(shown.lee)) == (0, left_to_lee)


def test_a_guardians_rows_go_with_the_right(shown):
    right = consents.name_guardian(
        actor=shown.dana.actor, client_id=shown.jo.pk, contact_id=shown.kim.pk, right="court",
        relation="mother", paper="County Court, 26-118", now=clock.now(),
    )  # fmt: skip
    consents.end_guardianship(actor=shown.dana.actor, guardianship_id=right.pk, now=clock.now())
    assert (kept(shown.kim), kept(shown.lee)) == (0, 2)


class TestHowLong:
    def test_a_row_lasts_as_long_as_a_quiet_session(self, shown):
        quiet = timedelta(seconds=settings.PORTAL_IDLE_SECONDS)
        for row in rows():
            assert row.ends_at - row.released_at == quiet
        later = clock.now() + quiet
        assert items_for(shown.kim.actor, Page.TODAY, later) == []
        assert (sweep(clock.now()), sweep(later), kept(shown.lee)) == (0, 4, 0)

    def test_or_ends_with_its_paper_before(self, shown, client):
        soon = clock.now() + timedelta(minutes=3)
        scene.consent(shown, "family", contact_id=shown.kim.pk, expires_at=soon)
        client.force_login(shown.kim.account)
        assert "Planned days" in client.get("/me/").content.decode()
        found = rows().filter(account_id=shown.kim.account.pk)
        assert {row.ends_at for row in found} == {soon}
        assert items_for(shown.kim.actor, Page.TODAY, soon) == []


class TestWhose:
    def test_each_row_says_under_which_paper_by_which_decision(self, shown):
        for row in rows().select_related("disclosure"):
            paper = paper_of(row.contact_id)
            assert row.consent_ids == [paper.pk]
            assert row.disclosure.cites == [str(paper.pk)]
            said = f"{row.disclosure.rule_set} {row.disclosure.rule_version}"
            assert row.rule_version == said[:40]

    def test_nobody_else_reaches_it_not_even_the_client(self, shown):
        for player in shown.people.values():
            found = ReleasedItem.objects.for_actor(player.actor, Purpose.TREATMENT)
            assert not found.exists(), player.row
        assert items_for(shown.dana.actor, Page.TODAY, clock.now()) == []

    def test_what_it_says_is_sealed(self, shown):
        with connection.cursor() as cursor:
            cursor.execute("SELECT content FROM released_releaseditem")
            stored = [text for (text,) in cursor.fetchall()]
        assert len(stored) == 4 and all(text.startswith("v2.") for text in stored)

    def test_only_for_family_and_agencies(self, shown):
        told = Told(shown.kim.pk, Kind.ITEM, "x", "schedule")
        for somebody in (shown.jo, shown.dana, shown.omar):
            with pytest.raises(NotAllowed):
                release(
                    actor=somebody.actor, page=Page.TODAY,
                    found=[(shown.kim.row, told, Under())], now=clock.now(),
                )  # fmt: skip

    def test_a_page_replaces_what_it_showed_and_leaves_the_other_pages(self, shown):
        told = Told(shown.kim.pk, Kind.ITEM, {"a": "é"}, "messages")
        about = {"actor": shown.kim.actor, "now": clock.now()}
        found = [(shown.kim.row, told, Under())]
        assert release(page=Page.MESSAGES, found=found, **about) == 1
        assert release(page=Page.MESSAGES, found=found, **about) == 1
        assert items_for(shown.kim.actor, Page.MESSAGES, clock.now()) == [told]
        assert kept(shown.kim) == 3
        assert release(page=Page.MESSAGES, found=[], **about) == 0
        assert kept(shown.kim) == 2
