"""Adoption, consent, counting, two people, and the walls of the ledger."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from homeward import audit
from homeward.attendance.door import digest_of_code
from homeward.attendance.facts import RegisterClosed
from homeward.attendance.models import ArrivalCode, AttendanceMark
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.facts import TestResulted
from homeward.drugtests.models import AnalyteResult
from homeward.incentives import actions
from homeward.incentives.actions.counting import count
from homeward.incentives.ledger import in_stock, owed_to, used_by
from homeward.incentives.models import Entry, Posting, Proposal, Protocol, Stock, Turn
from homeward.incentives.queries import course_of, is_on, present_turns, waiting
from homeward.incentives.rules.bowl import faults_of
from homeward.incentives.rules.shipped import CAP_SOURCE
from homeward.incentives.rules.shipped import TERMS as SHIPPED
from homeward.incentives.tests.conftest import TERMS, ended, has_test, signs, written
from homeward.incentives.tests.second_verifier import holds
from homeward.people.models import Client, Stop
from homeward.portal.tests.scene import attended, seat, session
from homeward.progress import actions as progress
from homeward.staff.models import RoleGrant
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db


def refused(perform, **values) -> tuple[str, ...]:
    with pytest.raises(Refusal) as said:
        perform(**values)
    return said.value.codes


def amounts(cast: Cast) -> list[int]:
    return [turn.cents for turn in present_turns(course_of(cast.jo.pk))]


def shelf(cast: Cast, pieces: int = 10, face: int = 125) -> Stock:
    """Cards on the shelf, counted in by two."""
    fay, sam = cast.fay.actor, cast.sam.actor
    stock = actions.begin_stock(
        actor=fay, site_id=cast.site.pk, name="Card", face_cents=face, now=NOON
    )
    row = actions.propose_delivery(actor=fay, stock_id=stock.pk, pieces=pieces, now=NOON)
    actions.confirm(actor=sam, proposal_id=row.pk, now=NOON)
    return stock


def posted(lines: list[Entry]) -> None:
    """Write the lines and ask at once what the database asks at the end."""
    Entry.objects.bulk_create(lines)
    asked("SET CONSTRAINTS ALL IMMEDIATE")


def asked(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_off_until_a_director_adopts_it(tuesday):
    row = written(tuesday)
    assert not is_on() and refused(actions.join_course, **signs(tuesday)) == ("incentives_off",)
    has_test(tuesday)
    adopt = {"protocol_id": row.pk, "now": NOON}
    for player in (tuesday.dana, tuesday.sam):
        with pytest.raises(NotAllowed):
            actions.adopt_protocol(actor=player.actor, **adopt)
    actions.adopt_protocol(actor=tuesday.dina.actor, **adopt)
    assert refused(actions.adopt_protocol, actor=tuesday.dina.actor, **adopt) == (
        "protocol_adopted",
    )
    other = written(tuesday, name="Other", cap_source=CAP_SOURCE)
    next_one = {"actor": tuesday.dina.actor, "protocol_id": other.pk, "now": NOON}
    assert refused(actions.adopt_protocol, **next_one) == ("one_in_force",)
    jo = signs(tuesday)
    assert refused(actions.join_course, **{**jo, "signer_name": "J"}) == ("incentive_name",)
    for outsider in (tuesday.kim, tuesday.omar, tuesday.pat):
        with pytest.raises(Client.DoesNotExist):
            actions.join_course(**{**jo, "actor": outsider.actor})
    assert not Turn.objects.unscoped("test").exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        Protocol.objects.filter(pk=row.pk).update(terms={})
    # What was read is another paper than the one that holds by the time of the press; and the caps
    # of the form's beginning are nobody's rule.
    actions.end_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    assert refused(actions.adopt_protocol, **next_one) == ("caps_unsourced",)
    newer = written(tuesday, name="Newer", terms=replace(TERMS, first=300))
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=newer.pk, now=NOON)
    assert refused(actions.join_course, **jo) == ("paper_changed",)
    wrong = refused(
        written, cast=tuesday, terms=SHIPPED["voucher"], name=" ", substances=["tea"],
        cap_source="",
    )  # fmt: skip
    assert wrong == ("protocol_name", "protocol_substances", "protocol_source")


def test_tests_count_once_each_and_stop_at_the_caps(on):
    for days in range(3):
        has_test(on, days=days)
    assert amounts(on) == [250, 375, 800]
    ended(on, "cancelled", days=4)
    first = has_test(on, "presumptive_positive", days=5)  # waits for the laboratory
    has_test(on, days=6)
    assert amounts(on) == [250, 375, 800, 0, 575]  # 625, but for the year's cap
    announce(TestResulted(first.pk, on.jo.pk, on.episode.pk, "", on.ruth.actor, NOON))
    assert len(amounts(on)) == 5
    has_test(on, "positive", method="definitive", test=first)
    ended(on, "missed", days=8)
    assert amounts(on) == [250, 375, 800, 0, 575, 0, 0]
    assert owed_to(on.jo.pk) == 2000 == used_by(on.jo.pk, NOON.date()).year
    last = present_turns(course_of(on.jo.pk))[-1]
    assert last.decision["outcome"] == "begins_again"
    ended(on, "missed", days=-3)  # before the yes: not counted
    assert len(amounts(on)) == 7


def test_a_result_that_changes_is_counted_in_its_old_place(on):
    first = has_test(on)
    has_test(on, days=1)
    rows = AnalyteResult.objects.unscoped("test")
    old = rows.get(test=first)
    AnalyteResult.objects.create(
        client=on.jo.row, site=on.site, test=first, analyte="cocaine", method="presumptive",
        result="presumptive_positive", at=NOON, number=2, supersedes=old,
    )  # fmt: skip
    has_test(on, "positive", method="definitive", test=first)
    changed, second = present_turns(course_of(on.jo.pk))
    assert (changed.number, changed.revision, changed.outcome) == (1, 2, "unmet")
    assert {line["code"] for line in changed.decision["reasons"]} >= {"incentive_kept"}
    assert owed_to(on.jo.pk) == 625 and second.cents == 375
    earn = Posting.objects.unscoped("test").get(kind="earn", turn__number=1)
    put = {"posting_id": earn.pk, "now": NOON}
    assert refused(
        actions.propose_correction, actor=on.dana.actor, cents=250, reason="x", **put
    ) == ("nothing_to_correct",)
    assert refused(
        actions.propose_correction, actor=on.dana.actor, cents=1600, reason="x", **put
    ) == ("above_cap",)
    row = actions.propose_correction(
        actor=on.dana.actor, cents=0, reason="The laboratory corrected it", **put
    )
    settle = {"proposal_id": row.pk, "now": NOON}
    assert refused(actions.confirm, actor=on.dana.actor, **settle) == (
        "second_person", "second_supervises",
    )  # fmt: skip
    assert refused(actions.confirm, actor=on.ruth.actor, **settle) == ("second_supervises",)
    # Whoever becomes a supervisor some day is none yet.
    RoleGrant.objects.create(
        worker=on.dana.row, role="supervisor", program=on.program, site=on.site,
        starts_on=NOON.date() + timedelta(days=1),
    )  # fmt: skip
    assert refused(actions.confirm, actor=on.ruth.actor, **settle) == ("second_supervises",)
    # What is put right tells of a test: who reads none neither sees it nor settles it.
    assert [each.pk for each in waiting(on.dana.actor)] == [row.pk]
    assert waiting(on.fay.actor) == []
    with pytest.raises(Proposal.DoesNotExist):
        actions.confirm(actor=on.fay.actor, **settle)
    actions.confirm(actor=on.sam.actor, **settle)
    assert owed_to(on.jo.pk) == 375 == used_by(on.jo.pk, NOON.date()).year


def test_two_people_and_the_client_hand_over(on):
    for days in range(2):
        has_test(on, days=days)
    stock = shelf(on)
    lay = {"actor": on.dana.actor, "client_id": on.jo.pk, "stock_id": stock.pk, "now": NOON}
    assert refused(actions.propose_hand_over, **lay, cents=750) == ("more_than_owed",)
    assert refused(actions.propose_hand_over, **lay, cents=100) == ("not_whole_pieces",)
    with pytest.raises(Client.DoesNotExist):
        actions.propose_hand_over(**{**lay, "actor": on.omar.actor}, cents=125)
    row = actions.propose_hand_over(**lay, cents=500)
    other = actions.begin_stock(
        actor=on.fay.actor, site_id=on.site.pk, name="Bus pass", face_cents=125, now=NOON
    )
    came = {"actor": on.fay.actor, "stock_id": other.pk, "now": NOON}
    assert refused(actions.propose_delivery, **came, pieces=10**9) == ("amount",)
    passes = actions.propose_delivery(**came, pieces=4)
    assert refused(actions.propose_delivery, **came, pieces=4) == ("proposal_open",)
    actions.confirm(actor=on.sam.actor, proposal_id=passes.pk, now=NOON)
    for stock_id in (stock.pk, other.pk):  # also of another kind of card
        assert refused(
            actions.propose_hand_over, **{**lay, "stock_id": stock_id}, cents=125
        ) == ("proposal_open",)  # fmt: skip
    settle = {"proposal_id": row.pk, "now": NOON}
    assert refused(actions.confirm, actor=on.dana.actor, initials="JA", **settle) == (
        "second_person",
    )
    assert refused(actions.confirm, actor=on.fay.actor, **settle) == ("initials_or_number",)
    assert refused(actions.confirm, actor=on.fay.actor, initials="KA", **settle) == (
        "initials_wrong",
    )
    assert refused(actions.confirm, actor=on.fay.actor, number="123456", **settle) == (
        "number_wrong",
    )
    with pytest.raises(Proposal.DoesNotExist):
        actions.confirm(actor=on.omar.actor, initials="JA", **settle)
    actions.confirm(actor=on.fay.actor, initials="ja", **settle)
    assert refused(actions.confirm, actor=on.sam.actor, initials="JA", **settle) == (
        "proposal_settled",
    )
    assert (owed_to(on.jo.pk), in_stock([stock.pk])[stock.pk]) == (125, 750)
    assert used_by(on.jo.pk, NOON.date()).year == 625
    again = actions.propose_hand_over(**lay, cents=125)
    ArrivalCode.objects.create(
        client=on.jo.row, site=on.site, code="271828", digest=digest_of_code("271828"),
        made_at=NOON,
    )  # fmt: skip
    done = actions.confirm(actor=on.tess.actor, proposal_id=again.pk, number="271 828", now=NOON)
    assert (done.proof, done.initials, owed_to(on.jo.pk)) == ("number", "", 0)


def test_nothing_is_handed_over_to_who_died(on):
    """Neither laid out, nor handed over where it lay ready; two people void it."""
    for days in range(2):
        has_test(on, days=days)
    lay = {"actor": on.dana.actor, "client_id": on.jo.pk, "stock_id": shelf(on).pk, "now": NOON}
    row = actions.propose_hand_over(**lay, cents=125)
    Stop.objects.create(
        client=on.jo.row, site=on.site, kind="died", since_on=NOON.date(), known_by="family",
        recorded_at=NOON,
    )  # fmt: skip
    settle = {"actor": on.fay.actor, "proposal_id": row.pk, "now": NOON}
    assert refused(actions.confirm, **settle, initials="JA") == ("client_died",)
    actions.decline(**settle)
    assert refused(actions.propose_hand_over, **lay, cents=125) == ("client_died",)
    about = {"actor": on.dana.actor, "client_id": on.jo.pk, "now": NOON}
    row = actions.propose_void(**about, cents=625, reason="The client died")
    actions.confirm(actor=on.sam.actor, proposal_id=row.pk, now=NOON)
    assert owed_to(on.jo.pk) == 0


def test_shelves_are_counted_by_two(on):
    stock = shelf(on)
    fay, sam = on.fay.actor, on.sam.actor
    about = {"actor": fay, "stock_id": stock.pk, "now": NOON + timedelta(hours=1)}
    assert refused(actions.propose_count, **about, pieces=9, reason="") == ("proposal_reason",)
    with pytest.raises(NotAllowed):
        actions.propose_count(**{**about, "actor": on.omar.actor}, pieces=10, reason="")
    row = actions.propose_count(**about, pieces=9, reason="One was torn")
    late = NOON + timedelta(hours=2)
    assert refused(actions.confirm, actor=fay, proposal_id=row.pk, now=late) == ("second_person",)
    actions.confirm(actor=sam, proposal_id=row.pk, now=late)
    assert in_stock([stock.pk])[stock.pk] == 9 * 125
    total = sum(each.cents for each in Entry.objects.unscoped("test"))
    assert total == 0


def test_void_and_set_aside(on):
    has_test(on)
    about = {"actor": on.dana.actor, "client_id": on.jo.pk, "now": NOON}
    row = actions.propose_void(**about, cents=250, reason="Unclaimed for 90 days")
    actions.decline(actor=on.dana.actor, proposal_id=row.pk, now=NOON)
    assert owed_to(on.jo.pk) == 250
    row = actions.propose_void(**about, cents=250, reason="Unclaimed for 90 days")
    actions.confirm(actor=on.sam.actor, proposal_id=row.pk, now=NOON)
    assert owed_to(on.jo.pk) == 0 and used_by(on.jo.pk, NOON.date()).year == 250


def test_sessions_and_activities(tuesday):
    row = written(tuesday, target="activity", substances=())
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    course = actions.join_course(**signs(tuesday, actor=tuesday.dana.actor))
    act = {"actor": tuesday.dana.actor, "client_id": tuesday.jo.pk, "what": "Saw the job desk",
           "on": NOON.date(), "outcome": "met", "key": "a", "now": NOON}  # fmt: skip
    assert actions.record_activity(**act) == actions.record_activity(**act)
    assert refused(actions.record_activity, **{**act, "what": "", "outcome": "x"}) == (
        "activity_what", "activity_outcome",
    )  # fmt: skip
    with pytest.raises(Client.DoesNotExist):
        actions.record_activity(**{**act, "actor": tuesday.omar.actor})
    actions.leave_course(actor=tuesday.jo.actor, client_id=tuesday.jo.pk, now=NOON)
    assert refused(actions.record_activity, **act) == ("not_earning",)
    # Whoever read the course before the stop counts nothing after it.
    by = {"actor": tuesday.dana.actor, "now": NOON}
    with audit.unit():
        assert count(course, "activity:late", NOON.date(), "met", **by) is None
    assert owed_to(tuesday.jo.pk) == 250


def test_a_bowl_is_committed_to_before_and_verified_after(tuesday):
    bowl = SHIPPED["prize"]
    row = written(tuesday, bowl)
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    course = actions.join_course(**signs(tuesday))
    shown = course.promises.get(number=1).commitment
    for days in range(4):
        has_test(tuesday, days=days)
    turns = present_turns(course)
    assert [len(turn.draw["drawn"]) for turn in turns] == [1, 2, 3, 4]
    assert turns[0].draw["commitment"] == shown and course.promises.count() == 5
    for turn in turns:
        assert holds(turn.draw) and not faults_of(turn.draw)
        worth = {slip["code"]: slip["cents"] for slip in turn.draw["slips"]}
        assert turn.cents <= sum(worth[code] for code in turn.draw["drawn"])
    assert owed_to(tuesday.jo.pk) == sum(turn.cents for turn in turns)


def test_the_walls_hold(on):
    """Entries that do not add up, more than is owed, and any change are refused by the database."""
    has_test(on)
    earn = Posting.objects.unscoped("test").get()
    for change in (
        "UPDATE incentives_entry SET cents = 1",
        "DELETE FROM incentives_entry",
        "UPDATE incentives_turn SET cents = 0",
        "DELETE FROM incentives_posting",
        "UPDATE incentives_promise SET commitment = ''",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            asked(change)
    one = {"posting": earn, "site": on.site}
    for lines in (
        [Entry(**one, account="given", cents=5)],
        [Entry(**one, account="given", cents=-900),
         Entry(**one, account="owed", client=on.jo.row, cents=900)],
        # Nothing is added to a posting that stands, though both together are zero.
        [Entry(**one, account="given", cents=900),
         Entry(**one, account="owed", client=on.jo.row, cents=-900)],
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            posted(lines)


@pytest.mark.parametrize(
    ("is_confirmed", "cents", "named"),
    [
        (False, 100, "incentives_as_agreed"),  # nobody confirmed it
        (True, 90, "incentives_as_agreed"),  # another amount than two people wrote down
        (True, 100, ""),
    ],
)
def test_what_is_posted_is_what_two_people_agreed_on(on, is_confirmed, cents, named):
    """Whoever writes past the actions is refused by the database itself."""
    has_test(on)
    row = Proposal.objects.create(
        client=on.jo.row, site=on.site, kind="void", cents=100, reason="x", proposed_at=NOON,
        proposed_by=on.dana.row, settled_at=NOON, settled_by=on.sam.row, is_confirmed=is_confirmed,
    )  # fmt: skip
    about = {"client": on.jo.row, "proposal": row, "on": NOON.date(), "at": NOON, "site": on.site}
    with transaction.atomic():
        made = Posting.objects.create(kind="void", **about)
        lines = [
            Entry(posting=made, site=on.site, account="given", cents=-cents),
            Entry(posting=made, site=on.site, account="owed", client=on.jo.row, cents=cents),
        ]
        if not named:
            posted(lines)
            return
        with pytest.raises(IntegrityError, match="two people agreed"), transaction.atomic():
            posted(lines)
        transaction.set_rollback(True)


def test_a_closed_register_counts_and_the_end_of_a_protocol_ends_courses(tuesday):
    row = written(tuesday, target="session", substances=())
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    actions.join_course(**signs(tuesday, now=NOON - timedelta(hours=1)))
    marks = [sat(tuesday, NOON + timedelta(hours=2 * n), each) for n, each in
             enumerate(("late", "no_show", "excused", "present"))]  # fmt: skip
    for mark in (*marks, marks[0]):
        with audit.unit():
            announce(RegisterClosed(mark.session_id, (mark.pk,), tuesday.dana.actor, NOON))
    assert amounts(tuesday) == [250, 0, 0, 250]
    actions.end_protocol(actor=tuesday.dina.actor, protocol_id=row.pk, now=NOON)
    assert course_of(tuesday.jo.pk) is None and owed_to(tuesday.jo.pk) == 500
    other = written(tuesday, name="Next")
    actions.adopt_protocol(actor=tuesday.dina.actor, protocol_id=other.pk, now=NOON)
    again = actions.join_course(**signs(tuesday))
    progress.discharge_client(
        actor=tuesday.dana.actor, episode_id=tuesday.episode.pk, now=NOON, with_document=False,
        authenticated_at=NOON, closing=progress.Closing(
            type="completed", last_contact_on=NOON.date(), naloxone="declined",
            narrative="Came to nearly every group and met the goals.",
        ),
    )  # fmt: skip
    again.refresh_from_db()
    assert again.ending == "discharge"


def sat(cast: Cast, at, state: str) -> AttendanceMark:
    """Jo's seat in a session of that hour, marked."""
    where = session(cast, at)
    return attended(cast, where, seat(cast, cast.jo, where, cast.episode), state)
