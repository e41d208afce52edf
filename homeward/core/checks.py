"""Start-up checks: the server refuses to boot on an undeclared route or an unclassed model."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register

from homeward.core.records import ProtectedRecord
from homeward.core.routes import all_routes
from homeward.kernel.records import RecordClass


@register("homeward")
def every_route_has_a_policy(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """One error for each route without a policy."""
    return [
        Error(
            f"The route {route.path} declares no policy.",
            hint="Put @requires(...) or @open_to(...) on its view.",
            id="homeward.E001",
        )
        for route in all_routes()
        if route.policy is None
    ]


@register("homeward")
def every_protected_model_has_a_class(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """One error for each protected model that does not say what kind of information it is."""
    return [
        Error(f"{model._meta.label} has no record_class.", id="homeward.E002")
        for model in apps.get_models()
        if issubclass(model, ProtectedRecord)
        and not isinstance(getattr(model, "record_class", None), RecordClass)
    ]
