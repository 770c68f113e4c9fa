"""Equal supervision: the app's name."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EqualityConfig(AppConfig):
    name = "samsyn.equality"
    label = "equality"
    verbose_name = _("Equal supervision")
