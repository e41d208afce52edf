"""Religious headwear is exempt from any rule of dress, whatever the rule says.

The words are those a note would use; a note that holds one of them against somebody is refused
with the reason. It errs to refusing: a note about a cap that is no headscarf can be said without
naming the scarf.
"""

import re

HEADWEAR = (
    "hijab", "headscarf", "head scarf", "niqab", "burqa", "turban", "dastar", "patka", "kippah",
    "kippa", "yarmulke", "skullcap", "taqiyah", "kufi", "wimple", "veil", "tichel",
    "sheitel", "prayer cap", "religious hat", "religious head covering", "rastacap", "rasta cap",
)  # fmt: skip
_FOUND = re.compile(rf"\b(?:{'|'.join(map(re.escape, HEADWEAR))})s?\b", re.IGNORECASE)


def is_exempt(text: str) -> bool:
    """Whether a text about dress speaks of religious headwear.

    >>> is_exempt("Asked to take off her headscarf.")
    True
    >>> is_exempt("Shirt with a beer label; wore it inside out.")
    False
    """
    return _FOUND.search(text) is not None
