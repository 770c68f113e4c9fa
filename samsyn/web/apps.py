"""The public web, the start page and my page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "samsyn.web"
    label = "web"
    verbose_name = _("Web")
