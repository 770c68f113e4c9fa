"""Addresses of the ground: the gallery of components, the choice of language, and the end of digests and letters."""

from django.urls import path

from samsyn.core.components.views import gallery
from samsyn.core.language.views import language
from samsyn.core.subscriptions.views import stop_letters, stop_notices

app_name = "core"

urlpatterns = [
    path("sprak/<slug:code>/", language, name="language"),
    path("notiser/sluta/<str:token>/", stop_notices, name="stop_notices"),
    path("notiser/avsluta/<str:token>/", stop_letters, name="stop_letters"),
    path("komponenter/", gallery, name="components"),
]
