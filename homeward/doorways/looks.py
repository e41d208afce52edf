"""What a device looks like from what its browser says: enough to know one's own again."""

from homeward.doorways.models import Device

Looks = Device.Looks
SIGNS = (
    ("ipad", Looks.TABLET), ("iphone", Looks.PHONE), ("mobile", Looks.PHONE),
    ("android", Looks.TABLET), ("windows", Looks.COMPUTER), ("macintosh", Looks.COMPUTER),
    ("linux", Looks.COMPUTER), ("cros", Looks.COMPUTER),
)  # fmt: skip


def looks_of(user_agent: str) -> str:
    """Phone, tablet, computer or something else."""
    said = user_agent.lower()
    return next((looks.value for sign, looks in SIGNS if sign in said), Looks.OTHER.value)
