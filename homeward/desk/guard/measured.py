"""How good the forecasts were, in words."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.measuring import latest_measure
from homeward.core.components import Cell, Column, Row, Table


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of the last measuring; empty words before the first."""

    lead: str = ""
    lines: tuple[str, ...] = ()
    table: Table | None = None

    @classmethod
    def of(cls, site_id: UUID) -> "Measured":
        """One read."""
        found = latest_measure(site_id)
        if found is None or not found.figures.get("sessions"):
            return cls()
        figures = found.figures
        return cls(
            lead=_("Measured %(day)s on %(sessions)s sessions of %(weeks)s weeks")
            % {
                "day": date_format(found.measured_on, "j F"),
                "sessions": f"{figures['sessions']:,}",
                "weeks": figures["weeks"],
            },
            lines=_lines(figures),
            table=_table(figures),
        )


def _lines(figures: dict[str, Any]) -> tuple[str, ...]:
    said = [
        _("%(right)s%% of calls were right; %(kept)s%% of all sessions were kept anyhow.")
        % {"right": figures["right_percent"], "kept": figures["kept_percent"]},
    ]
    if figures["watched"]:
        said.append(
            _(
                "Of the sessions we said to watch %(watched)s%% were missed, of the others "
                "%(others)s%%. %(caught)s%% of all misses were watched beforehand."
            )
            % {
                "watched": figures["watched_missed_percent"],
                "others": figures["others_missed_percent"],
                "caught": figures["missed_watched_percent"],
            }
        )
    said.append(
        _(
            "Brier score (0 is a perfect forecast) %(own)s; saying the house's rate for everybody "
            "gives %(house)s."
        )
        % {"own": figures["brier"], "house": figures["brier_house"]}
    )
    return tuple(said)


def _table(figures: dict[str, Any]) -> Table:
    return Table(
        _("What we said and what came true"),
        (
            Column(_("Chance we said")),
            Column(_("Sessions"), numeric=True),
            Column(_("Said on average"), numeric=True),
            Column(_("Kept"), numeric=True),
        ),
        tuple(
            Row(
                (
                    Cell(f"{band['from']}–{band['below']}%"),
                    Cell(f"{band['sessions']:,}"),
                    Cell(f"{band['said_percent']}%"),
                    Cell(f"{band['kept_percent']}%"),
                )
            )
            for band in figures["bands"]
        ),
    )
