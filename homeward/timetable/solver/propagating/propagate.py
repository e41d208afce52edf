"""Look at every need before the search: its possible starts, or why it has none.

What is called impossible here cannot be placed in any schedule; much that is not may still find
no place. Nobody else's meetings are looked at, only windows, hours, caps, rooms and numbers.
"""

from collections.abc import Iterator

from homeward.kernel.reasons import Reason
from homeward.timetable.solver.instance import Client, Instance
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.propagating import one_to_ones, together
from homeward.timetable.solver.propagating.finding import (
    Beyond,
    Impossible,
    Need,
    Propagated,
    Start,
    reason,
)


def propagate(instance: Instance) -> Propagated:
    """Every need's starts, the impossible needs, classes that are too small, weeks too long."""
    placing = Placing(instance)
    classes = together.classes(instance)
    starts: dict[Need, tuple[Start, ...]] = {}
    for group, members in classes.items():
        for id_, times in together.starts_of_class(placing, group, members).items():
            starts[id_, group.service] = times
    for client in instance.clients.values():
        for code, needed in client.needs.items():
            if needed and not instance.services[code].is_group:
                starts[client.id, code] = one_to_ones.starts_of(
                    placing, client, instance.services[code]
                )
    return Propagated(
        starts=dict(sorted(starts.items())),
        impossible=tuple(_impossible(placing, classes, starts)),
        small_classes=tuple(together.small(instance, classes)),
        beyond=tuple(_beyond(instance)),
    )


def _impossible(
    placing: Placing,
    classes: dict[together.Class, list[str]],
    starts: dict[Need, tuple[Start, ...]],
) -> Iterator[Impossible]:
    for (id_, code), times in sorted(starts.items()):
        client = placing.instance.clients[id_]
        missing = client.needs[code] - _most(placing.instance, client, code, times)
        if missing <= 0:
            continue
        if times:
            why: tuple[Reason, ...] = (_short(placing.instance, client, code, times),)
        elif placing.instance.services[code].is_group:
            group = together.class_of(client, placing.instance.services[code])
            why = together.reasons(placing, group, client, classes[group])
        else:
            why = one_to_ones.reasons(placing, client, placing.instance.services[code])
        yield Impossible(id_, code, missing, why)


def _most(instance: Instance, client: Client, code: str, times: tuple[Start, ...]) -> int:
    """The most meetings the starts allow: a series whole, others one a day, all within the week."""
    service = instance.services[code]
    if not times:
        return 0
    if service.is_series:
        return client.needs[code]
    days = {each.days[0] for each in times}
    return min(len(days), client.most_a_week // service.slots)


def _short(instance: Instance, client: Client, code: str, times: tuple[Start, ...]) -> Reason:
    days = {each.days[0] for each in times}
    if len(days) < client.needs[code]:
        return reason("too_few_days", ("client", client.id, str(len(days))))
    return reason("authorised_hours", ("client", client.id, str(client.most_a_week)))


def _beyond(instance: Instance) -> Iterator[Beyond]:
    for client in instance.clients.values():
        needed = sum(
            instance.services[code].slots * number for code, number in client.needs.items()
        )
        if needed > client.most_a_week:
            yield Beyond(client.id, needed, client.most_a_week)
