"""The drug tests room."""

from django.apps import AppConfig


class DrugtestsConfig(AppConfig):
    """Fair draws, orders, collections, results."""

    name = "homeward.drugtests"
