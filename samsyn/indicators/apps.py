"""Indicators: the app's name."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "samsyn.indicators"
    label = "indicators"
    verbose_name = _("Key figures")
