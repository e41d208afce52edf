"""The levels of care a payer may be asked for: those of the program's phases."""

from homeward.desk.authorizations.saying import NAMES
from homeward.kernel.levels import level
from homeward.program.models import Phase


def level_choices() -> list[tuple[str, str]]:
    """Codes with their names, the most intensive first."""
    found: dict[str, tuple[int, str]] = {}
    for phase in Phase.objects.select_related("program"):
        try:
            known = level(phase.program.level_edition, phase.level_code)
        except KeyError:
            found.setdefault(phase.level_code, (0, phase.level_code))
            continue
        name = NAMES.get(known.name)
        found[phase.level_code] = known.rank, f"{known.code} · {name}" if name else known.code
    return [(code, words) for code, (_rank, words) in sorted(found.items(), key=_order)]


def _order(item: tuple[str, tuple[int, str]]) -> tuple[int, str]:
    return -item[1][0], item[0]
