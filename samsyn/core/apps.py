"""The core app: one table space for all houses of the ground."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "samsyn.core"
    label = "core"
    verbose_name = _("Ground")

    def ready(self) -> None:
        # Every package says in its registration.py what it tells the ground; nothing else runs at start-up.
        autodiscover_modules("registration")
