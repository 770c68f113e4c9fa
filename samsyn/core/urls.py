"""Addresses of the ground: the gallery of components."""

from django.urls import path

from samsyn.core.components.views import gallery

app_name = "core"

urlpatterns = [path("komponenter/", gallery, name="components")]
