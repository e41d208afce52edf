"""Production: TLS, closed doors, and no boot with anything weak or missing."""

import os

from django.core.exceptions import ImproperlyConfigured

from homeward.config.settings.installed import *

_named = os.environ.get("HOMEWARD_HOSTS", "").split(",")
ALLOWED_HOSTS = [host.strip() for host in _named if host.strip()]
# A leading dot is a wildcard too.
if not ALLOWED_HOSTS or any("*" in host or host.startswith(".") for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        "HOMEWARD_HOSTS: name the host names this installation answers to, without wildcards."
    )
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Without it every visitor has the proxy's address, and one of them uses up what all may send.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("HOMEWARD_PROXIES", "1"))
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-homeward"
DEVICE_COOKIE_NAME = "__Host-homeward-device"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-homeward-csrf"
LANGUAGE_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "homeward.core.bundling.JoinedStaticFilesStorage"},
}
