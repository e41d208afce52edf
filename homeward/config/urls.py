"""Every door of the house. Each view behind them declares its policy."""

from django.urls import include, path

from homeward.accounts.languages import language
from homeward.accounts.views import home

handler400 = "homeward.core.error_pages.bad_request"
handler403 = "homeward.core.error_pages.permission_denied"
handler404 = "homeward.core.error_pages.not_found"
handler500 = "homeward.core.error_pages.server_error"

urlpatterns = [
    path("account/", include("homeward.accounts.urls")),
    path("home/", home, name="home"),
    path("language/", language, name="language"),
    path("", include("homeward.website.urls")),
    path("", include("homeward.kiosk.urls")),
    path("desk/", include("homeward.desk.urls")),
    path("me/", include("homeward.portal.urls")),
    path("in/", include("homeward.portal.door_urls")),
    path("design/", include("homeward.core.design.urls")),
]
