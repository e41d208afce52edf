"""The client's own page: the notice is there as soon as it is decided; nobody carries it."""

from homeward.notices.carriers.port import Outbound


class Page:
    """Nothing to hand over: the outcome row is what the page shows."""

    name = "page"
    is_connected = True

    def carry(self, message: Outbound) -> None:
        """It is there already."""
