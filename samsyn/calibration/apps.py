"""Calibration: the app's name."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalibrationConfig(AppConfig):
    name = "samsyn.calibration"
    label = "calibration"
    verbose_name = _("Calibration exercises")
