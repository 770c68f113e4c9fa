"""The demo county."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "samsyn.demo"
    label = "demo"
    verbose_name = "Demo"
