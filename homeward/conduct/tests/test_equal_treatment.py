"""The equal-treatment figures against published values, and what stays hidden."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.conduct.rules.equal_treatment import Count, fisher, hidden_groups, holm, lines_of


@pytest.mark.parametrize(
    ("table", "p"),
    [
        # Fisher's tea tasting (1935); Agresti (2002), table 3.8: two-sided 0.486.
        ((3, 4, 1, 4), 0.4857),
        # R's help page of fisher.test, Convictions of criminal twins: 0.0005367 two-sided.
        ((10, 12, 3, 18), 0.0005367),
        # R 4: fisher.test(rbind(c(1, 9), c(11, 3))): 0.002759.
        ((1, 10, 11, 14), 0.002759),
    ],
)
def test_the_exact_test_gives_published_values(table: tuple[int, ...], p: float) -> None:
    """To four figures."""
    assert fisher(*table) == pytest.approx(p, rel=2e-4)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 30), st.integers(1, 30), st.integers(0, 30), st.integers(1, 30))
def test_the_exact_test_treats_both_sides_alike(
    having: int, of: int, others_having: int, others: int
) -> None:
    """Swapping the groups, or having for not having, changes nothing; p is a probability."""
    having, others_having = min(having, of), min(others_having, others)
    p = fisher(having, of, others_having, others)
    assert 0 < p <= 1 + 1e-12
    assert p == pytest.approx(fisher(others_having, others, having, of))
    assert p == pytest.approx(fisher(of - having, of, others - others_having, others))


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_corrected_values_never_fall_and_keep_their_order(values: list[float]) -> None:
    """None below its own p, none above 1, the order kept."""
    corrected = holm(values)
    assert all(one >= p and one <= 1 for one, p in zip(corrected, values, strict=True))
    ranked = [each for _p, each in sorted(zip(values, corrected, strict=True))]
    assert all(first <= second for first, second in pairwise(ranked))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.integers(0, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))),
        min_size=2, max_size=5,
    )
)  # fmt: skip
def test_small_cells_are_hidden_and_cannot_be_worked_out(cells: list[tuple[int, int]]) -> None:
    """No shown count is small, and never exactly one cell of a line is hidden."""
    counts = [Count(str(n), having, of) for n, (having, of) in enumerate(cells)]
    hidden = hidden_groups(counts, 5)
    for each in counts:
        small = any(0 < n < 5 for n in (each.of, each.having, each.of - each.having))
        assert not small or each.group in hidden
    others = [each for each in counts if each.of and each.group not in hidden]
    assert len(hidden) != 1 or not others
    line = lines_of({("event:threat", "sex"): counts}, 5)[0]
    assert all(cell.having is None and cell.p is None for cell in line.cells if cell.is_hidden)
    assert not hidden or all(cell.p is None for cell in line.cells)


def test_a_true_difference_is_found_and_chance_is_not() -> None:
    """Thirty of sixty against six of sixty stands out; equal shares do not."""
    lines = lines_of(
        {
            ("rung:conversation", "sex"): [Count("f", 30, 60), Count("m", 6, 60)],
            ("rung:written_agreement", "sex"): [Count("f", 8, 60), Count("m", 9, 60)],
        },
        5,
    )
    assert [any(cell.is_notable for cell in line.cells) for line in lines] == [True, False]
    assert all(
        cell.p_corrected is not None and cell.p is not None and cell.p_corrected >= cell.p
        for line in lines
        for cell in line.cells
    )
