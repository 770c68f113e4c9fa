"""Addresses of the ground: the gallery of components and the choice of language."""

from django.urls import path

from samsyn.core.components.views import gallery
from samsyn.core.language.views import language

app_name = "core"

urlpatterns = [
    path("sprak/<slug:code>/", language, name="language"),
    path("komponenter/", gallery, name="components"),
]
