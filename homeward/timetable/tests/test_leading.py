"""Who may lead follows from who may write notes, and from nothing else."""

import pytest

from homeward.core.access import Access, may
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import STAFF_ROLES, Role
from homeward.testing.cast import NOON
from homeward.timetable.leading import roles_that_write_notes, who_write_notes
from homeward.timetable.rules.substitute import REFUSE, Colleague, SessionAsked, substitute_of


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_the_access_model_alone_says_who_writes(role):
    writes = may(frozenset({role}), RecordClass.NOTES, Access.WRITE)
    assert (role in roles_that_write_notes()) is writes


def test_clinicians_write_and_who_approves_does_not():
    assert {Role.COUNSELOR, Role.NURSE, Role.PHYSICIAN} <= roles_that_write_notes()
    assert not {Role.SUPERVISOR, Role.DIRECTOR, Role.FRONT_DESK} & roles_that_write_notes()


def test_standing_in_is_refused_with_its_reason():
    decision = substitute_of(
        SessionAsked(credentials=frozenset(), seated=4),
        Colleague(credentials=frozenset(), writes_notes=False),
    )
    assert decision.outcome == REFUSE
    assert "stand_in_writes_notes" in {each.code for each in decision.reasons}


@pytest.mark.django_db
def test_only_roles_held_at_the_site_count(cast):
    found = who_write_notes(
        [cast.dana.pk, cast.omar.pk, cast.sam.pk],
        program_id=cast.program.pk, site_id=cast.site.pk, on=NOON.date(),
    )  # fmt: skip
    assert found == {cast.dana.pk}
