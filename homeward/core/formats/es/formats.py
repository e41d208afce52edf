"""Spanish dates have their "de": "24 de noviembre" is said, "24 noviembre" is not.

Pages spell their formats out; Django looks each one up here by its own letters before it is used.
"""

_SPELT = (
    "j F", "l j F", "D j F", "j F Y", "l j F Y", "j F H:i", "j F, H:i", "l j F, H:i", "j F Y, H:i",
    "l j F Y, H:i",
)  # fmt: skip
globals().update(
    {each: each.replace("j F Y", r"j \d\e F \d\e Y").replace("j F", r"j \d\e F") for each in _SPELT}
)
