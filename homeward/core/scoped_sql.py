"""The SQL of protected models: not written before a scope was applied, and never mixed with other.

The managers guard every ordinary way to the rows. This stands behind them, at the one place where
any query becomes SQL: subqueries, unions and asynchronous iteration come past here as well.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models.expressions import Col
from django.db.models.sql import Query
from django.db.models.sql.where import AND


class Unscoped(RuntimeError):
    """A protected model was queried without an actor and a purpose."""


class ScopedQuery(Query):
    """A query that says on whose behalf it is asked; `scope` is None until that is known."""

    model: type[models.Model]
    scope: Any = None
    is_free = False
    is_guarded = False

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        if not (self.is_guarded or self.is_free or self.scope or self.is_empty()):
            raise Unscoped(f"{self.model._meta.label} needs for_actor(actor, purpose)")
        return super().get_compiler(*args, **kwargs)  # type: ignore[misc]

    def combine(self, rhs: Query, connector: str) -> None:
        """Widen only by what was reached in the same scope; narrowing is free."""
        if connector != AND and not same_scope(self, rhs):
            raise Unscoped(f"rows of {self.model._meta.label} from different scopes")
        super().combine(rhs, connector)


def same_scope(one: ScopedQuery, other: Any) -> bool:
    """Whether two queries see with the same eyes."""
    return isinstance(other, ScopedQuery) and (
        (one.scope, one.is_free) == (other.scope, other.is_free)
    )


def own_fields(query: ScopedQuery, concrete: frozenset[str]) -> frozenset[str]:
    """The names of the model's own columns that this query gives back."""
    chosen: set[str] = set()
    if query.default_cols:
        names, is_deferred = query.deferred_loading
        chosen |= concrete - set(names) if is_deferred else concrete & set(names)
    for column in _columns(query):
        if column.target.model._meta.concrete_model is query.model._meta.concrete_model:
            chosen.add(column.target.name)
    return frozenset(chosen)


def joined_fields(query: ScopedQuery) -> Iterator[tuple[type[models.Model], str]]:
    """Columns of other models that this query gives back, keys left out."""
    for column in _columns(query):
        target = column.target
        if (
            target.model._meta.concrete_model is not query.model._meta.concrete_model
            and not target.primary_key
            and not target.is_relation
        ):
            yield target.model, target.name


def _columns(query: ScopedQuery) -> Iterator[Any]:
    for expression in (*query.select, *query.annotation_select.values()):
        for part in expression.flatten() if hasattr(expression, "flatten") else ():
            if isinstance(part, Col):
                yield part


def joined_rows(rows: Any, wanted: Any) -> Iterator[models.Model]:
    """The instances that `select_related` laid beside the rows, at any depth."""
    if not isinstance(wanted, dict):
        return
    for name, deeper in wanted.items():
        found = []
        for row in rows:
            cached = row._state.fields_cache.get(name)
            if isinstance(cached, models.Model):
                found.append(cached)
        yield from found
        if deeper and found:
            yield from joined_rows(found, deeper)
