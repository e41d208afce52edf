"""The wall before clients' pages: one person's rows over the portal's login, whatever is asked."""

import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction

import homeward
from homeward.cli.bench.walling import attacking
from homeward.cli.bench.walling.people import Marked
from homeward.config.launch import wall as launched
from homeward.core import behind_the_wall, wall
from homeward.core.routes import all_routes
from homeward.portal.tests import scene
from homeward.portal.wall import writing
from homeward.testing.stage import PASSWORD, make_cast

HOUSE = Path(homeward.__file__).parent
# Where a page asks about somebody else, and only its bearing on the reader comes back.
QUESTIONS = {"dayplans/kept_away.py"}


def test_every_model_of_the_house_has_its_line():
    """A new table is open or closed to clients' pages by a word of its own, never by chance."""
    assert writing.unsaid() == []


def test_what_is_laid_is_what_the_lines_say():
    """After a change of a line or a field: `homeward schema --wall`."""
    assert launched.TABLES.read_text() == writing.wall_text()


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
        attacking.reader_reads(marked, cast.jo.pk, tally)
        assert tally.foreign == []
        assert tally.tokens_opened == 0
        assert tally.tokens > 400
        assert tally.tables_open > 80


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
