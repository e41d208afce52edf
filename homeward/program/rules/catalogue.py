"""What a known number is: its unit, its safe value, where it comes from, what makes sense."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from homeward.kernel.reasons import Source

UNITS = (
    "minutes", "hours", "days", "business_days", "weeks", "months", "years", "percent", "count",
    "points", "clients", "day_of_month", "degrees_f", "mg_dl", "mcg_ml", "ng_ml", "gravity", "ph",
    "dollars", "per_minute", "mm_hg",
)  # fmt: skip

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        source.code: source
        for source in (
            Source("homeward_default", "Homeward starting value, to be confirmed by each program"),
            Source(
                "samhsa_iop_2021", "SAMHSA Advisory, intensive outpatient treatment", "norm", "2021"
            ),
            Source("tip_47", "SAMHSA TIP 47, intensive outpatient treatment", "norm", "TIP 47"),
            Source(
                "nc_saiop",
                "North Carolina substance abuse IOP service definition",
                "state",
                "SAIOP",
            ),
            Source("program_practice", "Field practice of intensive outpatient programs", "norm"),
            Source("payer_practice", "Common payer policy, differs by contract", "payer"),
            Source("comar_10_47", "Maryland outpatient rules", "state", "COMAR 10.47.02.04"),
            Source(
                "asam_withdrawal", "ASAM withdrawal guideline, example cut-points", "norm", "2020"
            ),
            Source("cows_scale", "Clinical Opiate Withdrawal Scale bands", "norm"),
            Source(
                "cfr_45_96",
                "Block grant rules on admission and interim services",
                "law",
                "45 CFR 96.126",
            ),
            Source("federal_specimen", "Federal specimen validity rules", "law", "82 FR 7920"),
            Source(
                "asam_testing",
                "ASAM guidance on drug testing in addiction medicine",
                "norm",
                "2017",
            ),
            Source("urine_windows", "Detection windows in urine, laboratory handout", "norm"),
            Source("marker_bands", "Clinical laboratory's bands for EtG", "norm"),
            Source("medicare_testing", "Medicare contractors' usual testing ceilings", "payer"),
            Source("state_reporting", "Usual state incident reporting", "state"),
            Source(
                "breach_rule",
                "HIPAA breach rule, which holds for Part 2 records",
                "law",
                "42 CFR 2.16(b); 45 CFR 164.404, 164.406, 164.408",
            ),
            Source("nh_he_a_304", "New Hampshire discharge grounds", "state", "He-A 304.28"),
            Source("federal_closing", "Federal data practice for ambulatory cases", "norm", "TEDS"),
            Source(
                "hhs_poverty_2026",
                "HHS poverty guidelines 2026, 48 states and DC",
                "law",
                "91 FR 1797",
            ),
        )
    }
)


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """One number rules ask for: code, unit, safe value, source, and the values that make sense."""

    code: str
    value: Decimal
    unit: str
    source: Source
    least: Decimal
    most: Decimal


def known_number(
    code: str, value: str, unit: str, source: str, least: str = "0", most: str = "100000"
) -> KnownNumber:
    """A number of the catalogue; raises KeyError for an unknown source."""
    return KnownNumber(code, Decimal(value), unit, SOURCES[source], Decimal(least), Decimal(most))
