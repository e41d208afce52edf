"""A page that asks each relation once reaches exactly what a page that asks every time reaches."""

from uuid import uuid4

import pytest
from django.db.models import Q

from homeward import audit
from homeward.admissions.models import Episode
from homeward.consents.models import Consent
from homeward.core.access import Access
from homeward.core.actors import STAFF, Actor, Grant
from homeward.core.reach import Scope, among, permitted, standing_still, ways
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.timetable.models import Seat

PEOPLE = ("dana", "sam", "dina", "ruth", "tess", "ada", "fay", "omar", "jo", "kim")
MODELS = (Client, Episode, Seat, Consent)


def _reached(actor, model, access):
    with audit.unit():
        return set(
            model.objects.for_actor(actor, Purpose.TREATMENT, to=access).values_list(
                "pk", flat=True
            )
        )


@pytest.mark.django_db
@pytest.mark.parametrize("access", [Access.READ, Access.MINIMAL], ids=lambda each: each.name)
@pytest.mark.parametrize("who", PEOPLE)
def test_standing_still_changes_no_reach(cast, who, access):
    actor = getattr(cast, who).actor
    for model in MODELS:
        moving = _reached(actor, model, access)
        with standing_still():
            assert _reached(actor, model, access) == moving, model


@pytest.mark.django_db
@pytest.mark.parametrize("access", [Access.READ, Access.MINIMAL], ids=lambda each: each.name)
@pytest.mark.parametrize("who", PEOPLE)
def test_a_row_in_hand_is_judged_as_the_database_would(cast, who, access):
    actor = getattr(cast, who).actor
    scope = Scope(actor, Purpose.TREATMENT, access)
    for model in MODELS:
        rows = list(model.objects.unscoped("every row, to compare"))
        with standing_still():
            assert among(model, scope, rows) == _reached(actor, model, access), model
        assert among(model, scope, rows) == _reached(actor, model, access), model


@pytest.mark.django_db
def test_nothing_is_remembered_once_the_page_is_done(cast):
    actor = cast.dana.actor
    with standing_still():
        asked = str(Episode.objects.for_actor(actor, Purpose.TREATMENT).query)
    assert "= ANY(" in asked
    assert "= ANY(" not in str(Episode.objects.for_actor(actor, Purpose.TREATMENT).query)


def test_what_one_role_opens_wholly_no_other_way_narrows():
    """Beside an unrestricted cell, a restricted one takes nothing away."""
    actor = Actor(STAFF, worker_id=uuid4(), grants=(Grant(Role.ADMISSIONS),))
    scope = Scope(actor, Purpose.OPERATIONS, Access.MINIMAL)
    assert {relation for relation, _ in ways(Client, scope)} > {""}
    assert permitted(Client, scope) == Q()
