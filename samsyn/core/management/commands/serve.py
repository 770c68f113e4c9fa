"""`samsyn serve`: the web server."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

# Pages take milliseconds; what streams a large file may take longer, but nothing may hang for ever.
SECONDS_PER_ANSWER = 120
SECONDS_TO_END = 10


def server_options(*, host: str, port: int, workers: int) -> dict[str, object]:
    """What we ask of gunicorn: the program is loaded once and shared, each process answers one request at a time."""
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "worker_class": "sync",
        "preload_app": True,
        "timeout": SECONDS_PER_ANSWER,
        "graceful_timeout": SECONDS_TO_END,
        "loglevel": settings.LOG_LEVEL.lower(),
        "control_socket_disable": True,
        "proc_name": "samsyn",
        # A deadline checked by touching a file must not wait for a slow disk.
        "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
    }


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn with our settings in place of a file of its own."""

    def load_config(self) -> None:
        options = server_options(
            host=settings.BIND_HOST, port=settings.PORT, workers=settings.WEB_WORKERS
        )
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return get_wsgi_application()


class Command(BaseCommand):
    help = "Serves the pages on PORT with SAMSYN_WEB_WORKERS processes, until it is told to end."
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        Server().run()
