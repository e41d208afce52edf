"""What a client's one-to-ones will cost beside given groups, if their clinicians were all theirs.

Exact for one client alone: days are combined so that every need is met where the hours allow.
What cannot be met even so is priced at what it costs unmet, so such a block is taken only where
nothing else is left; few positions for many visits carry a small price, because others want them.
"""

from collections.abc import Mapping

from homeward.timetable.solver.blocks.day_plans import Day, day_plans
from homeward.timetable.solver.instance import Client
from homeward.timetable.solver.possible import Possible

CROWDING = 8
# For one day: which services fit together, at what price.
Reach = tuple[tuple[tuple[str, ...], int], ...]


class Ahead:
    """Looks ahead for one instance; remembers every day it has looked at."""

    def __init__(self, possible: Possible) -> None:
        self.possible = possible
        self._days: dict[tuple[str, int, int, str], tuple[Reach, dict[str, int]]] = {}
        self._prices: dict[tuple[str, str, tuple[tuple[int, int], ...]], int] = {}

    def price(self, client: Client, occupied: Mapping[int, int], mode: str) -> int:
        """The price of the client's one-to-ones beside groups that take those slots."""
        key = client.id, mode, tuple(sorted(occupied.items()))
        if key not in self._prices:
            self._prices[key] = self._price(client, occupied, mode)
        return self._prices[key]

    def _price(self, client: Client, occupied: Mapping[int, int], mode: str) -> int:
        services = self.possible.services
        needs = {
            code: number
            for code, number in sorted(client.needs.items())
            if number and not services[code].is_group
        }
        if not needs:
            return 0
        days = []
        positions = dict.fromkeys(needs, 0)
        for day in self.possible.days:
            slots = occupied.get(day, 0)
            reach, places = self._day(client, day, slots, mode if slots else "", tuple(needs))
            days.append((bool(slots), reach))
            if slots:
                for code in needs:
                    positions[code] += places.get(code, 0)
        price = self._least(client, needs, days, len(occupied))
        for code, number in needs.items():
            price += CROWDING * number // max(1, positions[code])
        return price

    def _least(
        self,
        client: Client,
        needs: Mapping[str, int],
        days: list[tuple[bool, Reach]],
        held_days: int,
    ) -> int:
        """The cheapest choice over the days, by how many of each service are placed."""
        codes = tuple(needs)
        extra = self.possible.instance.weights["extra_day"]
        # (placed of each, days beyond the groups') -> price
        best: dict[tuple[tuple[int, ...], int], int] = {((0,) * len(codes), 0): 0}
        for has_groups, reach in days:
            wider = dict(best)
            for (placed, more), price in best.items():
                for services, own in reach:
                    after = tuple(
                        number + (code in services)
                        for number, code in zip(placed, codes, strict=True)
                    )
                    if any(number > needs[code] for number, code in zip(after, codes, strict=True)):
                        continue
                    key = after, more + (not has_groups)
                    if price + own < wider.get(key, 1 << 30):
                        wider[key] = price + own
            best = wider
        found = 1 << 30
        for (placed, more), price in best.items():
            total = price + extra * (
                max(0, held_days + more - client.min_days) - max(0, held_days - client.min_days)
            )
            for number, code in zip(placed, codes, strict=True):
                service = self.possible.services[code]
                total += (needs[code] - number) * service.slots * service.unmet
            found = min(found, total)
        return found

    def _day(
        self, client: Client, day: int, occupied: int, mode: str, needs: tuple[str, ...]
    ) -> tuple[Reach, dict[str, int]]:
        key = client.id, day, occupied, mode
        if key not in self._days:
            cheapest: dict[tuple[str, ...], int] = {}
            places: dict[str, int] = {}
            for plan in day_plans(self.possible, Day(client.id, day, occupied, mode), needs):
                services = tuple(sorted(visit[0] for visit in plan.visits))
                cheapest[services] = min(plan.price, cheapest.get(services, plan.price))
                if len(services) == 1:
                    places[services[0]] = places.get(services[0], 0) + 1
            self._days[key] = tuple(sorted(cheapest.items())), places
        return self._days[key]
