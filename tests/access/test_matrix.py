"""The changed-slice dose of the access matrix; `homeward bench access` asks the whole of it."""

from collections.abc import Iterator

import pytest

from homeward.core import clock
from homeward.core.routes import all_routes
from homeward.testing.matrix import table, undeclared
from homeward.testing.matrix.asking import HIDDEN, Asked, House, ask_dose, cases
from homeward.testing.matrix.leaks import leaks
from homeward.testing.matrix.shown import to_ask
from homeward.testing.matrix.world import make_world

PUBLISHED = frozenset({"desk:drug_test_draw"})  # tokens only, for anybody to recompute


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker) -> Iterator[House]:
    """The world once for all tests here, undone at the end."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield House(make_world())
        transaction.set_rollback(True)
    clock.shift_to(None)


@pytest.fixture(scope="module")
def asked(house: House) -> list[Asked]:
    return list(ask_dose(house, to_ask(all_routes())))


@pytest.fixture(autouse=True)
def _still_tuesday(house: House) -> None:
    """The conftest puts the clock back after each test."""
    from homeward.testing.stage import NOON

    clock.shift_to(NOON)


def test_every_answer_is_as_the_reviewed_table_says(asked):
    """A changed cell, a new route without a line, and an error are all differences."""
    wrong = table.differences(asked, table.read())

    assert not wrong, "\n".join(" ".join(each.values()) for each in wrong[:40])


def test_the_table_has_no_line_without_a_route():
    """A renamed route takes its line along."""
    known = {case.key for _, case in cases()}

    assert not set(table.read()) - known


def test_out_of_reach_reads_exactly_like_absent(asked):
    """Byte for byte, save tokens and the request's own id."""
    assert any(answer.word == HIDDEN for each in asked for answer in each.answers.values())
    assert not table.tells(asked)


def test_no_page_has_a_word_its_reader_may_not_know(house, asked):
    """Each client's rows hold words of their own; they travel only as the matrix allows."""
    found = leaks(house.world, asked)

    assert not found, "\n".join(" ".join(each.values()) for each in found[:40])


def test_methods_that_are_not_declared_are_refused(house):
    """Before anything else is looked at."""
    assert not undeclared.answered(house, names=to_ask(all_routes()))


# A page behind a link and a code looks the same to everybody; a pair is of both its clients.
OPEN_TO_ALL = frozenset({"portal:link_paper"})
OF_TWO = frozenset({"desk:schedule_apart_end"})


def test_the_other_site_sees_nothing_of_jo(asked):
    """Omar works elsewhere: about Jo every address is hidden, closed or refused."""
    reached = [
        each.case.key
        for each in asked
        if each.case.relation == "own"
        and each.case.route not in PUBLISHED
        and each.case.route not in OPEN_TO_ALL | OF_TWO
        and "elsewhere" in each.answers
        and each.answers["elsewhere"].word == "in"
    ]

    assert not reached


def test_a_revoked_consent_opens_nothing(asked):
    """Whatever Nell sees with a consent in force, Kim sees none of it."""
    reached = [
        each.case.key
        for each in asked
        if each.case.relation == "own"
        and each.case.route not in OPEN_TO_ALL
        and "revoked" in each.answers
        and each.answers["revoked"].word == "in"
    ]

    assert not reached
