"""The hours bar: delivered, planned still to come, and the line that is required."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.core.charts.svg import element

LINE_AT = 0.75  # where the required line stands when the bar is not overfull


def in_hours(hours: float) -> str:
    """Hours with one decimal only when there is one, by locale: 9, 7.5."""
    tenths = Decimal(str(hours)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return number_format(int(tenths) if tenths == int(tenths) else tenths)


@dataclass(frozen=True)
class Hours:
    """Hours of one client in one week.

    ``planned`` are hours still to come, not those already delivered.
    ``standing`` is met, on_track or short; when empty it follows from the numbers.
    """

    delivered: float
    planned: float = 0
    required: float = 0
    name: str = ""
    told: str = ""

    @property
    def standing(self) -> str:
        """Met, on track when what is planned would reach it, otherwise short."""
        if self.told:
            return self.told
        if self.required and self.delivered >= self.required:
            return "met"
        return "on_track" if self.delivered + self.planned >= self.required else "short"

    @property
    def short(self) -> str:
        """The numbers beside the bar: 7.5 / 9."""
        if not self.required:
            return in_hours(self.delivered)
        return f"{in_hours(self.delivered)} / {in_hours(self.required)}"

    @property
    def words(self) -> str:
        """The whole bar as a sentence, for those who do not see it."""
        facts = [_("%(hours)s hours delivered") % {"hours": in_hours(self.delivered)}]
        if self.planned:
            facts.append(_("%(hours)s still planned") % {"hours": in_hours(self.planned)})
        if self.required:
            facts.append(_("%(hours)s required") % {"hours": in_hours(self.required)})
        if self.standing == "short":
            facts.append(_("short of what is required"))
        return (f"{self.name}: " if self.name else "") + ", ".join(facts)


def hours_svg(hours: Hours) -> SafeString:
    """The bar as SVG; widths are per cent, so it fits any column."""
    top = max(hours.required / LINE_AT, hours.delivered + hours.planned, 0.1)

    def percent(amount: float) -> str:
        return f"{min(100.0, 100 * amount / top):.1f}%"

    parts = [element("rect", css="hours__track", x=0, y=4, width="100%", height=8, rx=4)]
    if hours.planned:
        whole = percent(hours.delivered + hours.planned)
        parts.append(element("rect", css="hours__planned", x=0, y=4, width=whole, height=8, rx=4))
    if hours.delivered:
        done = percent(hours.delivered)
        parts.append(element("rect", css="hours__delivered", x=0, y=4, width=done, height=8, rx=4))
    if hours.required:
        at = percent(hours.required)
        parts.append(element("rect", css="hours__required", x=at, y=1, width=2, height=14))
    return element(
        "svg", *parts, css="hours__bar", role="img", aria_label=hours.words, width="100%", height=16
    )
