"""Amounts with their units in words."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

AN_HOUR = 60


def in_words(value: Decimal, unit: str) -> str:
    """An amount as a person says it; a unit nobody has named is spelled out from its code."""
    plain = value.normalize()
    number = number_format(plain if plain != plain.to_integral() else int(plain))
    many = 1 if plain == 1 else 2
    if unit == "minutes" and plain > AN_HOUR:
        return _("%(hours)s h (%(n)s minutes)") % {
            "hours": number_format(_hours(value)),
            "n": number,
        }
    counted = {
        "minutes": ngettext("%(n)s minute", "%(n)s minutes", many),
        "hours": ngettext("%(n)s hour", "%(n)s hours", many),
        "days": ngettext("%(n)s day", "%(n)s days", many),
        "business_days": ngettext("%(n)s business day", "%(n)s business days", many),
        "weeks": ngettext("%(n)s week", "%(n)s weeks", many),
        "months": ngettext("%(n)s month", "%(n)s months", many),
        "years": ngettext("%(n)s year", "%(n)s years", many),
        "points": ngettext("%(n)s point", "%(n)s points", many),
        "clients": ngettext("%(n)s client", "%(n)s clients", many),
        "percent": _("%(n)s%%"),
        "count": "%(n)s",
        "day_of_month": _("day %(n)s of the month"),
        "degrees_f": _("%(n)s °F"),
        "mg_dl": _("%(n)s mg/dL"),
        "mcg_ml": _("%(n)s mcg/mL"),
        "ng_ml": _("%(n)s ng/mL"),
        "gravity": "%(n)s",
        "ph": _("pH %(n)s"),
        "per_minute": _("%(n)s a minute"),
        "mm_hg": _("%(n)s mmHg"),
        "dollars": _("$%(n)s"),
    }
    words = counted.get(unit)
    return words % {"n": number} if words else f"{number} {unit.replace('_', ' ')}"


def _hours(minutes: Decimal) -> Decimal:
    hours = (minutes / 60).quantize(Decimal("0.01")).normalize()
    return hours if hours != hours.to_integral() else hours.quantize(Decimal(1))
