"""The `samsyn` command: Django's commands and ours under one name, with settings already chosen."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    """Runs `samsyn <command>`; a setting that is missing or wrong ends in its own sentence, not in a trace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    try:
        execute_from_command_line(["samsyn", *sys.argv[1:]])
    except ImproperlyConfigured as error:
        sys.stderr.write(f"Samsyn does not start: {error}\n")
        sys.exit(2)
