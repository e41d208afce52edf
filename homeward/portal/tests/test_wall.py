"""The wall before clients' pages: one person's rows over the portal's login, whatever is asked."""

import re
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction

import homeward
from homeward import audit
from homeward.cli.bench.walling import attacking, reading
from homeward.cli.bench.walling.people import Marked
from homeward.config.launch import wall as launched
from homeward.core import behind_the_wall, clock, wall
from homeward.core.code_words import confided_codes, confided_records
from homeward.core.routes import all_routes
from homeward.portal.tests import scene
from homeward.portal.wall import lines, writing
from homeward.testing import company
from homeward.testing.stage import PASSWORD, make_cast

HOUSE = Path(homeward.__file__).parent
# Where a page asks about somebody else, and only its bearing on the reader comes back.
QUESTIONS = {"dayplans/kept_away.py", "portal/on_duty.py"}


def test_every_model_of_the_house_has_its_line():
    """A new table is open or closed to clients' pages by a word of its own, never by chance."""
    assert writing.unsaid() == []


def test_what_is_laid_is_what_the_lines_say():
    """After a change of a line or a field: `homeward schema --wall`."""
    assert launched.TABLES.read_text() == writing.wall_text()


def test_what_is_confided_is_left_out_by_name():
    """A new room in which others tell something in confidence: its names belong into lines.py."""
    assert set(lines.CONFIDED) == confided_codes()
    assert set(lines.CONFIDED_RECORDS) == confided_records()


def test_pages_in_front_of_the_wall_are_pages_that_there_are():
    read = {
        route.name
        for route in all_routes()
        if route.policy and "client" in route.policy.kinds and "GET" in route.policy.methods
    }
    assert not behind_the_wall.IN_FRONT.keys() - read


def test_each_question_asked_in_front_of_the_wall_is_reviewed():
    asks = re.compile(r"\bin_front\(\s*\"")
    assert {
        str(file.relative_to(HOUSE))
        for file in HOUSE.rglob("*.py")
        if "tests" not in file.parts and asks.search(file.read_text())
    } == QUESTIONS


@pytest.mark.django_db(transaction=True)
class TestTheTrueLogin:
    def test_reads_a_page_and_sees_one_person_whatever_is_tried(self, client):
        cast = make_cast()
        scene.plan(cast)
        other = cast.pat
        scene.consent(cast, "treatment")
        asked = []

        def listen(execute, sql, params, many, context):
            asked.append(context["connection"].alias)
            return execute(sql, params, many, context)

        client.login(username=cast.jo.account.username, password=PASSWORD)
        with connections["portal"].execute_wrapper(listen), connection.execute_wrapper(listen):
            assert client.get("/me/").status_code == 200
        assert asked.count("portal") > asked.count("default")

        marked, tally = Marked.of(), attacking.Tally()
        attacking.attack(marked, cast.jo.pk, other.pk, other.row.chart_number, tally)
        attacking.read_every_table(marked, cast.jo.pk, tally)
        attacking.open_with_other_tokens(cast.jo.pk, other.pk, tally)
        assert tally.foreign == []
        assert tally.tokens_opened == 0
        assert tally.tokens > 400
        assert tally.tables_open > 80

    def test_says_nothing_of_what_others_told_in_confidence(self):
        """Neither a doing nor a look: both would say that somebody told something, and who."""
        cast = make_cast()
        about = {"actor": cast.dana.actor, "at": clock.now(), "client_id": cast.jo.pk}
        with audit.unit():
            for code in (*confided_codes(), "plans.plan.signed"):
                audit.record(code, **about)
            for label in (*confided_records(), "notes.clientnote"):
                audit.saw(
                    label, actor=cast.dana.actor, purpose="treatment", record_ids=[],
                    client_ids=[cast.jo.pk],
                )  # fmt: skip
        told = "SELECT code, record FROM masked.audit_entry"
        with (
            attacking.as_login("portal") as session,
            attacking._told(session, cast.jo.pk, attacking.PORTAL),
        ):
            seen = set(session.execute(told).fetchall())
        assert seen >= {("plans.plan.signed", ""), ("core.records.read", "notes.clientnote")}
        assert not {code for code, _record in seen} & confided_codes()
        assert not {record for _code, record in seen} & confided_records()

    def test_of_readers_sees_what_was_released_to_one_account_and_no_client(self, client):
        """A relative and an officer of one client, each with a page that was just shown."""
        cast = make_cast()
        company.join(cast)
        soon = scene.session(cast, clock.now() + timedelta(days=1))
        scene.seat(cast, cast.jo, soon, cast.episode)
        asked = []

        def listen(execute, sql, params, many, context):
            asked.append((context["connection"].alias, sql))
            return execute(sql, params, many, context)

        for who in (cast.nell, cast.lou):
            client.login(username=who.account.username, password=PASSWORD)
            asked.clear()
            with connections["reader"].execute_wrapper(listen):
                page = client.get("/me/")
            assert "Nothing new" not in page.content.decode()
            tables = {name for _, sql in asked for name in re.findall(r'FROM "(\w+)"', sql)}
            assert tables - {"people_contact"} == {"released_releaseditem"}
        accounts = [cast.nell.account.pk, cast.lou.account.pk]
        marked = Marked.of().for_readers()
        tally = reading.attacked(marked, accounts, dict.fromkeys(accounts, 1))
        assert tally.foreign == []
        assert tally.tokens_opened == 0
        assert tally.tokens > 800
        # Eight tables for each of the two, and for nobody those in which no row is anybody's.
        assert tally.tables_open < 40
        with (
            attacking.as_login("reader") as session,
            attacking._told(session, accounts[0], attacking.READER),
        ):
            rows = session.execute("SELECT account_id FROM released_releaseditem").fetchall()
        assert rows and {account for (account,) in rows} == {accounts[0]}


@contextmanager
def behind(player):
    """A cursor of a page that this person reads."""
    with transaction.atomic(), wall.behind(wall.PORTAL, player.pk), connection.cursor() as cursor:
        yield cursor


@pytest.mark.django_db
class TestAPage:
    def test_that_forgot_its_filter_shows_one_person(self, cast):
        with behind(cast.jo) as cursor:
            cursor.execute("SELECT id FROM people_client")
            assert cursor.fetchall() == [(cast.jo.pk,)]
            cursor.execute("SELECT user_name, account_id FROM staff_worker")
            assert set(cursor.fetchall()) == {("", None)}
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM people_client")
            assert cursor.fetchone()[0] > 1

    @pytest.mark.parametrize("text", ["SELECT * FROM accounts_account", "DELETE FROM plans_goal"])
    def test_can_neither_read_what_is_closed_nor_write(self, cast, text):
        with pytest.raises(DatabaseError, match="permission denied"), behind(cast.jo) as cursor:
            cursor.execute(text)

    def test_asks_one_question_in_front_and_goes_back(self, cast):
        with behind(cast.jo) as cursor:
            with wall.in_front("a test"):
                cursor.execute("SELECT count(*) FROM accounts_account")
                assert cursor.fetchone()[0] > 1
            cursor.execute("SELECT count(*) FROM people_client")
            assert cursor.fetchone() == (1,)
