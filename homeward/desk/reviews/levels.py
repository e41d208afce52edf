"""Levels of care as the form offers them: codes with their names, the lightest first."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.kernel.levels import FOURTH, LEVELS
from homeward.placement.words import LEVELS as NAMES
from homeward.progress.rules.ways_up import MANAGES_WITHDRAWAL, ways_up

BESIDES: dict[str, Promise] = {
    "1-WM": gettext_lazy("Withdrawal management, outpatient, beside this care"),
    "2-WM": gettext_lazy("Withdrawal management, watched by the day, beside this care"),
    "3.2-WM": gettext_lazy("Withdrawal management in a house"),
    "3.7-WM": gettext_lazy("Withdrawal management, medically monitored"),
    "4-WM": gettext_lazy("Withdrawal management in a hospital"),
    "OTP": gettext_lazy("Medication program or office-based medication, beside this care"),
}


def levels_elsewhere(edition: str) -> list[tuple[str, str]]:
    """Every level of an edition with its name."""
    known = sorted((each for each in LEVELS if each.edition == edition), key=lambda each: each.rank)
    return [(each.code, _named(edition, each.code)) for each in known]


def levels_up(edition: str, code: str) -> list[tuple[str, str]]:
    """What a review may step up to from a level, with its name."""
    return [(each, _named(edition, each)) for each in ways_up(edition, code)]


def _named(edition: str, code: str) -> str:
    name = BESIDES.get(code) or NAMES.get(edition, {}).get(code, code)
    if edition == FOURTH and code in MANAGES_WITHDRAWAL:
        return _("%(code)s · %(name)s, with withdrawal management") % {"code": code, "name": name}
    return f"{code} · {name}"
