"""Which signals somebody may see: a signal is as private as the facts it stands on."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from uuid import UUID

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.kernel.records import RecordClass
from homeward.people.queries import reached_of
from homeward.retention.rules.course import Kind
from homeward.retention.rules.signals import SIGNALS

# The classes of record each kind of fact comes from, and the least one must be allowed there.
SCHEDULE = ((RecordClass.SCHEDULE, Access.READ),)
TESTS = ((RecordClass.DRUG_TESTS, Access.READ),)
SAID = ((RecordClass.ASSESSMENT, Access.READ),)
LIFE = (*SAID, (RecordClass.LINKAGE, Access.READ))
CLASS_OF: Mapping[Kind, tuple[tuple[RecordClass, Access], ...]] = MappingProxyType(
    {
        Kind.CAME: SCHEDULE,
        Kind.CAME_LATE: SCHEDULE,
        Kind.ABSENT: SCHEDULE,
        Kind.CALL_UNANSWERED: SCHEDULE,
        Kind.REACHED: SCHEDULE,
        Kind.TEST_NEGATIVE: TESTS,
        Kind.TEST_POSITIVE: TESTS,
        Kind.TEST_PRESUMPTIVE: TESTS,
        Kind.TEST_NOT_GIVEN: TESTS,
        Kind.CRAVING: SAID,
        Kind.HOUSING_LOST: LIFE,
        Kind.JOB_LOST: LIFE,
        Kind.PHASE_BEGAN: SCHEDULE,
        Kind.COVER_ENDS: ((RecordClass.CLAIMS, Access.MINIMAL),),
        Kind.COUNSELOR_CHANGED: ((RecordClass.IDENTITY, Access.MINIMAL),),
        Kind.CLOSED_DAY: SCHEDULE,
        Kind.OWN_DATE: SAID,
    }
)


def classes_of(code: str) -> frozenset[tuple[RecordClass, Access]]:
    """What one must be allowed in order to see a signal of this code."""
    return frozenset(each for kind in SIGNALS[code].looks_at for each in CLASS_OF[kind])


def visible_codes(actor: Actor) -> frozenset[str]:
    """The signals whose facts the actor's roles may see at all."""
    return frozenset(
        code
        for code in SIGNALS
        if all(may(actor.roles, record_class, access) for record_class, access in classes_of(code))
    )


def clients_by_code(actor: Actor, client_ids: Collection[UUID]) -> dict[str, frozenset[UUID]]:
    """For each signal the clients whose facts the actor reaches; one query a class of record."""
    needed = {each for code in visible_codes(actor) for each in classes_of(code)}
    reached = {each: reached_of(actor, client_ids, each[0], to=each[1]) for each in sorted(needed)}
    return {
        code: frozenset.intersection(*(reached[each] for each in classes_of(code)))
        for code in visible_codes(actor)
    }
