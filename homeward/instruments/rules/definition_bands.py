"""Bands of a definition: whole, in order, without gap or overlap over the score's range."""

from homeward.instruments.rules.instrument import Band, BandsBy, Number
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput


def bands_of(value: object, path: str, low: Number, high: Number) -> tuple[Band, ...]:
    """Bands from the lowest to the highest score; raises BadInput at the first gap."""
    bands: list[Band] = []
    for position, entry in enumerate(shape.a_list(value, path, least=1)):
        place = shape.at(path, position)
        body = shape.an_object(
            entry, place, needs=("low", "high", "code", "label", "source"), may=()
        )
        band = Band(
            low=shape.a_whole(body["low"], f"{place}.low"),
            high=shape.a_whole(body["high"], f"{place}.high"),
            code=shape.a_text(body["code"], f"{place}.code"),
            label=shape.a_text(body["label"], f"{place}.label"),
            source=shape.a_text(body["source"], f"{place}.source"),
        )
        due = bands[-1].high + 1 if bands else low
        if band.low != due:
            raise BadInput(f"{place}.low", f"must be {due}, so that no score falls between bands")
        if band.high < band.low:
            raise BadInput(f"{place}.high", "must not be below low")
        bands.append(band)
    if bands[-1].high != high:
        raise BadInput(
            shape.at(path, len(bands) - 1) + ".high", f"must be {high}, the highest score"
        )
    return tuple(bands)


def bands_by_of(value: object, path: str, low: Number, high: Number) -> BandsBy:
    """Bands chosen by a parameter."""
    body = shape.an_object(value, path, needs=("parameter",))
    choices = {
        key: bands_of(bands, f"{path}.{key}", low, high)
        for key, bands in body.items()
        if key != "parameter"
    }
    if len(choices) < 2:
        raise BadInput(path, "needs bands for at least two values of its parameter")
    return BandsBy(shape.a_text(body["parameter"], f"{path}.parameter"), choices)
