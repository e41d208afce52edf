"""Telling the audit which protected rows were read, those laid beside them by a join as well."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import models

from homeward import audit
from homeward.core.access import Access
from homeward.core.actors import SERVICE
from homeward.core.reach import Scope, among, client_of, slice_of
from homeward.core.scoped_sql import ScopedQuery, joined_rows


def gather(model: type[models.Model], scope: Scope, rows: Any) -> None:
    """Tell the audit which rows were read; values without an id count as a read of the model."""
    if not rows or scope.actor.kind == SERVICE:
        return
    ids, clients = [], []
    for row in rows:
        if isinstance(row, models.Model):
            ids.append(row.pk)
            client = client_of(row)
        elif isinstance(row, dict):
            ids += [row[name] for name in ("pk", "id") if isinstance(row.get(name), UUID)][:1]
            client = row.get("client_id", row.get("client"))
        else:
            continue
        if isinstance(client, UUID):
            clients.append(client)
    saw(model, scope, ids, clients)


def saw(model: type[models.Model], scope: Scope, ids: list[Any], clients: list[Any]) -> None:
    """Tell the audit of a read of this kind of row."""
    audit.saw(
        model._meta.label_lower,
        actor=scope.actor,
        purpose=scope.purpose.value,
        record_ids=ids,
        client_ids=clients,
    )


def gather_joined(query: ScopedQuery, rows: Any) -> None:
    """Hold rows that came along by `select_related` to their own class of record.

    What the actor may not read of them is taken out again, as if it had never been loaded.
    """
    scope: Scope = query.scope
    found: dict[type[models.Model], list[models.Model]] = {}
    instances = [row for row in rows if isinstance(row, models.Model)]
    for row in joined_rows(instances, query.select_related):
        if getattr(type(row), "record_class", None) is not None:
            found.setdefault(type(row), []).append(row)
    for joined, beside in found.items():
        for row in beside:
            row._state.scope = scope  # type: ignore[attr-defined]
        if scope.actor.kind != SERVICE:
            _take_out_unreadable(joined, replace(scope, access=Access.READ), beside)
            gather(joined, scope, beside)


def _take_out_unreadable(model: type[models.Model], scope: Scope, rows: list[models.Model]) -> None:
    whole = among(model, scope, rows)
    rest = [row for row in rows if row.pk not in whole]
    if not rest:
        return
    known = among(model, replace(scope, access=Access.MINIMAL), rest)
    kept = slice_of(model)
    for row in rest:
        for field in model._meta.concrete_fields:
            if not field.primary_key and not (row.pk in known and field.name in kept):
                row.__dict__.pop(field.attname, None)
