"""The packets room."""

from django.apps import AppConfig


class PacketsConfig(AppConfig):
    """The admission packet: what must be signed, by whom, until when, and how it was."""

    name = "homeward.packets"
