"""Models in an order in which every foreign key points to what is there already."""

from collections.abc import Iterable

from django.db.models import Model


def in_order(found: Iterable[type[Model]]) -> list[type[Model]]:
    """Parents before children; otherwise as given."""
    wanted = list(found)
    placed: list[type[Model]] = []

    def place(model: type[Model]) -> None:
        if model in placed:
            return
        for field in model._meta.concrete_fields:
            parent = field.related_model
            if parent in wanted and parent is not model:
                place(parent)
        placed.append(model)

    for model in wanted:
        place(model)
    return placed
