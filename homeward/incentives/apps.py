"""The incentives room."""

from django.apps import AppConfig


class IncentivesConfig(AppConfig):
    """What is earned for being here and for tests without use, by a protocol the director adopted; every cent balances."""

    name = "homeward.incentives"
