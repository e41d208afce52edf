"""A case that closed ends some consents, unlocks others, and reaches no paper signed after it.

Everywhere the database's answer and the engine's are held together.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction

from homeward.consents import actions, events, queries
from homeward.consents.actions.refusals import CaseClosesAhead, CaseKnownHow, ConsentIncomplete
from homeward.consents.facts import CaseClosed
from homeward.consents.models import CaseClosing, Consent
from homeward.consents.reading import blanks_of
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
TODAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 23)
BEFORE = NOON - timedelta(days=30)


@pytest.fixture(autouse=True)
def _tuesday(cast: Cast) -> Any:
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def signed(
    cast: Cast, kind: str = "criminal_justice", at: datetime = BEFORE, **more: Any
) -> Consent:
    if kind == "criminal_justice":
        more = {"recipient_name": "Officer Lane", "recipient_relation": "probation", **more}
    row: Consent = actions.sign_consent(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind=kind, signer_name="Jo Avery", now=at,
        **more,
    )  # fmt: skip
    return row


def closed(cast: Cast, on: date = YESTERDAY, **more: Any) -> CaseClosing:
    given = {"known_by": "court_paper", "now": NOON, **more}
    row: CaseClosing = actions.record_case_closed(
        actor=cast.dana.actor, client_id=cast.jo.pk, closed_on=on, **given
    )
    return row


def revoke(cast: Cast, row: Consent) -> None:
    actions.revoke_consent(actor=cast.dana.actor, consent_id=row.pk, now=NOON - timedelta(days=10))


def stands(cast: Cast, row: Consent, at: datetime = NOON) -> str:
    """The engine's state, after the database was found to say the same."""
    code = queries.status_of(row, queries.world_for(cast.jo.row, at), at)
    in_force = {each.pk for each in queries.active_consents(cast.jo.row, at)}
    assert (row.pk in in_force) == (code == "active")
    return code


def leave(cast: Cast) -> None:
    cast.episode.change(ended_at=NOON - timedelta(hours=1))


DISCHARGE, CASE, EITHER = "discharge", "case_closed", "discharge_or_case_closed"


@pytest.mark.parametrize(
    ("ends_on", "happens", "code"),
    [
        (EITHER, (), "active"),
        (EITHER, ("left",), "expired"),
        (EITHER, ("closed",), "expired"),
        (EITHER, ("left", "closed"), "expired"),
        (CASE, ("left",), "active"),
        (CASE, ("closed",), "expired"),
        (DISCHARGE, ("closed",), "active"),
        (DISCHARGE, ("left",), "expired"),
        # Taken back while it binds: the wish counts once either has happened.
        (CASE, ("taken back",), "active"),
        (CASE, ("taken back", "left"), "revoked"),
        (DISCHARGE, ("taken back", "closed"), "revoked"),
    ],
)  # fmt: skip
def test_ends_and_unlocks_as_the_text_says(
    cast: Cast, ends_on: str, happens: tuple[str, ...], code: str
) -> None:
    row = signed(cast, ends_on_event=ends_on)
    for what in happens:
        {"left": leave, "closed": closed}.get(what, lambda cast: revoke(cast, row))(cast)
    assert stands(cast, row) == code


def test_the_usual_consent_promises_what_the_engine_keeps(cast: Cast) -> None:
    row = signed(cast)
    assert (row.expires_on_event, row.irrevocable_until_event) == (EITHER, EITHER)
    blanks = blanks_of(row, "Jo Avery")
    assert "before I leave the program or my case ends" in blanks.revocable
    assert blanks.ending == "when I leave the program or my case ends, whichever is first"


def test_a_paper_that_bound_until_discharge_is_unlocked_by_the_case_too(cast: Cast) -> None:
    """2.35(c), and its text said so: no consent binds past the end of its case."""
    row = signed(cast, ends_on_event=DISCHARGE, irrevocable_until_event=DISCHARGE)
    revoke(cast, row)
    assert stands(cast, row) == "active"
    closed(cast)
    assert stands(cast, row) == "revoked"
    assert actions.fingerprint(row) == row.text_hash


def test_it_counts_from_the_end_of_its_day_and_never_backwards(cast: Cast) -> None:
    row = signed(cast)
    made = closed(cast)
    local = made.counts_from.astimezone(ZoneInfo(cast.site.time_zone))
    assert (local.date(), local.hour, local.minute) == (TODAY, 0, 0)
    assert stands(cast, row, made.counts_from - timedelta(seconds=1)) == "active"
    assert stands(cast, row, made.counts_from) == "expired"
    anew = signed(cast, at=NOON, recipient_name="Officer Reyes")
    assert stands(cast, anew, NOON + timedelta(minutes=1)) == "active"


def test_known_on_the_day_itself_it_counts_at_once(cast: Cast) -> None:
    row = signed(cast)
    assert closed(cast, TODAY).counts_from == NOON
    assert stands(cast, row) == "expired"


def test_other_papers_and_other_clients_are_left_alone(cast: Cast) -> None:
    family = signed(cast, "family", contact_id=cast.kim.pk)
    closed(cast)
    assert stands(cast, family) == "active"
    assert not list(queries.world_for(cast.pat.row, NOON).events)


def test_refuses_what_lies_ahead_and_what_nobody_knows(cast: Cast) -> None:
    with pytest.raises(CaseClosesAhead):
        closed(cast, TODAY + timedelta(days=1))
    with pytest.raises(CaseKnownHow):
        closed(cast, known_by="rumor")


def test_is_told_and_never_changed(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Any] = []
    monkeypatch.setattr(
        "homeward.consents.actions.closing_case.announce", lambda fact: heard.append(fact)
    )
    made = closed(cast)
    assert heard == [CaseClosed(made.pk, cast.jo.pk, made.counts_from, NOON)]
    for write in (lambda: made.change(closed_on=TODAY), made.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            write()


def test_nobody_writes_it_for_the_other_site(cast: Cast) -> None:
    with pytest.raises(Exception, match="does not exist"):
        actions.record_case_closed(
            actor=cast.omar.actor, client_id=cast.jo.pk, closed_on=YESTERDAY,
            known_by="officer", now=NOON,
        )  # fmt: skip
    service = Actor.of_service("test")
    assert not CaseClosing.objects.for_actor(service, "treatment").exists()  # type: ignore[arg-type]


def test_an_event_nobody_computes_is_still_no_ending(cast: Cast) -> None:
    with pytest.raises(ConsentIncomplete) as refused:
        signed(cast, ends_on_event="case_ended_somehow")
    assert refused.value.codes == ("event_without_source",)


def test_every_event_a_kind_may_end_with_can_be_computed() -> None:
    from homeward.consents.labels import EVENTS, EVENTS_TOLD
    from homeward.consents.terms import TERMS

    for terms in TERMS.values():
        named = {*terms.events_offered, terms.ends_on_event, terms.irrevocable_until_event} - {""}
        assert named <= events.codes()
        assert named <= set(EVENTS) & set(EVENTS_TOLD)
