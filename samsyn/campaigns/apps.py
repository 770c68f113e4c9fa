"""Campaigns: the app's name."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "samsyn.campaigns"
    label = "campaigns"
    verbose_name = _("Campaigns")
