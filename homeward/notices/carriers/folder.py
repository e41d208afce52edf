"""Writes each message into a folder of this installation: nothing leaves the machine."""

from pathlib import Path

from django.conf import settings

from homeward.notices.carriers.port import Outbound


class Folder:
    """One text file a message, named by its key alone, readable by the owner only."""

    name = "folder"
    is_connected = False

    def carry(self, message: Outbound) -> None:
        """Write it whole or not at all."""
        place = Path(settings.MEDIA_ROOT or ".") / "outgoing" / message.channel
        place.mkdir(parents=True, exist_ok=True)
        target = place / f"{message.key}.txt"
        half = target.with_suffix(".part")
        lines = (
            f"To: {message.address}", f"From: {message.sender}", f"Subject: {message.subject}",
            "", message.body, "",
        )  # fmt: skip
        half.write_text("\n".join(lines), encoding="utf-8")
        half.chmod(0o600)
        half.replace(target)
