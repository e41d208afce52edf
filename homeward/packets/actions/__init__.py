"""What is done with packets."""

from homeward.packets.actions.clocks import start_clocks
from homeward.packets.actions.links import (
    NewLink,
    client_behind,
    link_of,
    make_link,
    open_link,
)
from homeward.packets.actions.paper import keep_scan, open_scan, print_papers
from homeward.packets.actions.preparing import name_packet_guardian, offer_again, prepare_packet
from homeward.packets.actions.refusals import NotRefused
from homeward.packets.actions.signing import Proof, may_sign_as, refuse_paper, sign_paper

__all__ = [
    "NewLink",
    "NotRefused",
    "Proof",
    "client_behind",
    "keep_scan",
    "link_of",
    "make_link",
    "may_sign_as",
    "name_packet_guardian",
    "offer_again",
    "open_link",
    "open_scan",
    "prepare_packet",
    "print_papers",
    "refuse_paper",
    "sign_paper",
    "start_clocks",
]
