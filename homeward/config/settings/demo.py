"""A demo installation: on loopback, with a believable program and known passwords."""

import os

from homeward.config.settings.installed import *
from homeward.config.settings.installed import INSTALLED_APPS as _apps

INSTALLED_APPS = [*_apps, "homeward.demo"]
IS_DEMO = True
CLOCK_MAY_SHIFT = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SESSION_COOKIE_NAME = "homeward_session"
CSRF_COOKIE_NAME = "homeward_csrf"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "homeward.core.bundling.JoinedStaticFilesStorage"},
}
if os.environ.get("HOMEWARD_HOST"):
    ALLOWED_HOSTS.append(os.environ["HOMEWARD_HOST"])
