"""The access matrix in the code says what was promised, cell by cell."""

import pytest

from homeward.core.access import GLASS, MATRIX, READING, Access, cells
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from tests.access.promised import BESIDE, CLASSES, DIFFERENCES, PROMISED

SHORT = {"t": "team", "s": "supervises", "r": "reason", "c": "consent"}
LINES = {line.split()[0]: line.split()[1:] for line in PROMISED.strip().splitlines()}


def spelled(text: str) -> frozenset[tuple[str, str]]:
    """A cell as (verb, relation) pairs."""
    found = set()
    for part in filter(None, text.replace("-", "").split(",")):
        verbs, _, relation = part.partition(".")
        found |= {(verb, SHORT.get(relation, relation)) for verb in verbs}
    return frozenset(found)


def kept(role: str, record_class: str) -> frozenset[tuple[str, str]]:
    """What the code says, without what breaking the glass adds."""
    return frozenset(
        (verb.value, cell.relation)
        for cell in cells(Role(role), RecordClass(record_class))
        if cell.relation != GLASS
        for verb in cell.verbs
    )


def test_the_table_is_whole():
    """Every role has a line and every line a word for each class."""
    assert set(LINES) == {role.value for role in Role}
    assert {len(words) for words in LINES.values()} == {len(CLASSES)}


@pytest.mark.parametrize("record_class", CLASSES)
@pytest.mark.parametrize("role", LINES)
def test_a_cell_is_as_promised(role, record_class):
    """Or it is among the differences, with a reason, and exactly as written there."""
    promised = spelled(LINES[role][CLASSES.index(record_class)])
    different, reason = DIFFERENCES.get((role, record_class), ("", ""))
    if reason:
        assert spelled(different) != promised, "no difference any more: take it out"

    assert kept(role, record_class) == (spelled(different) if reason else promised)


@pytest.mark.parametrize("record_class", sorted(BESIDE))
@pytest.mark.parametrize("role", LINES)
def test_a_class_beside_the_table_is_as_written(role, record_class):
    words, reason = BESIDE[record_class]

    assert reason
    assert kept(role, record_class) == spelled(words.get(role, "-"))


def test_no_class_is_forgotten():
    """A new class of record has a column or a line beside the table."""
    known = {*CLASSES, *BESIDE}

    assert {each.value for cells_of in MATRIX.values() for each in cells_of} <= known


def test_no_difference_opens_more_than_reading_of_ones_own():
    """A difference takes away, narrows, or lets somebody read what they write or must find."""
    for (role, record_class), (text, reason) in DIFFERENCES.items():
        promised = spelled(LINES[role][CLASSES.index(record_class)])
        more = {verb for verb, _ in spelled(text)} - {verb for verb, _ in promised}
        assert more <= {verb.value for verb in READING}, (role, record_class, reason)
        assert Access.WRITE.value in {verb for verb, _ in promised} or not more, reason
