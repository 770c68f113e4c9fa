"""Guidance: the app's name."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "samsyn.guidance"
    label = "guidance"
    verbose_name = _("Guidance")
