"""Which band a score falls in; a band is never shown for a null score."""

from collections.abc import Mapping
from dataclasses import dataclass

from homeward.instruments.rules.instrument import Band, Number, Score

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class BandChoice:
    """The band, and a note when a parameter was not known: which cut was used, or that none was."""

    band: Band | None
    note: str | None = None


def band_for(score: Score, value: Number | None, parameters: Mapping[str, str]) -> BandChoice:
    """The band of a value; without the parameter, the key's own cautious bands if it has them."""
    if value is None:
        return BandChoice(None)
    if score.bands_by is None:
        return BandChoice(_within(score.bands, value))
    choices = score.bands_by.choices
    chosen = parameters.get(score.bands_by.parameter, UNKNOWN)
    if chosen != UNKNOWN:
        return BandChoice(_within(choices[chosen], value))
    if UNKNOWN in choices:
        # AUDIT-C with sex unknown: the lower cut, and saying so.
        return BandChoice(_within(choices[UNKNOWN], value), "lower_cut_used_parameter_unknown")
    return BandChoice(None, "no_band_parameter_unknown")


def _within(bands: tuple[Band, ...], value: Number) -> Band | None:
    for band in bands:
        if band.low <= value <= band.high:
            return band
    return None
