"""Addresses of the ground: the gallery of components, the choice of language, and the end of digests."""

from django.urls import path

from samsyn.core.components.views import gallery
from samsyn.core.language.views import language
from samsyn.core.subscriptions.views import stop_notices

app_name = "core"

urlpatterns = [
    path("sprak/<slug:code>/", language, name="language"),
    path("notiser/sluta/<str:token>/", stop_notices, name="stop_notices"),
    path("komponenter/", gallery, name="components"),
]
