"""One small module for each way of making a score.

Each has NEEDS and MAY (the keys it reads), `read` (those keys as fields of `Score`), `range_of`
(the lowest and highest score its items allow), and `value_of` (the score, or None).
"""

from types import ModuleType

from homeward.instruments.rules.methods import (
    count_ge,
    difference,
    highest_positive_index,
    linear,
    lookup,
    sum_of_ordinals,
)

METHODS: dict[str, ModuleType] = {
    "sum": sum_of_ordinals,
    "count_ge": count_ge,
    "difference": difference,
    "linear": linear,
    "lookup": lookup,
    "highest_positive_index": highest_positive_index,
}
