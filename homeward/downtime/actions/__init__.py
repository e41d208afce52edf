"""Setting a passphrase, making and fetching packs, keying from paper and taking it over."""

from homeward.downtime.actions.keying import key_paper_entry
from homeward.downtime.actions.packs import NoPassphrase, fetch_pack, make_pack
from homeward.downtime.actions.passphrase import set_passphrase
from homeward.downtime.actions.taking import decline_paper_entry, take_paper_entry

__all__ = [
    "NoPassphrase",
    "decline_paper_entry",
    "fetch_pack",
    "key_paper_entry",
    "make_pack",
    "set_passphrase",
    "take_paper_entry",
]
