"""The web application; refuses to start when a start-up check finds an error."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings.production")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from django.db import connections

from homeward.config.boot import refuse_when_unsafe

refuse_when_unsafe()
connections.close_all()  # the pool's place is needed by the threads that answer
