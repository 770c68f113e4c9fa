"""Typed readers of the environment; every setting that can be set is read here by name.

A value can also lie in a file: `SAMSYN_SECRET_KEY_FILE=/run/secrets/key` is read in place of `SAMSYN_SECRET_KEY`.
"""

import os
from importlib import metadata
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "ja", "on"}
FALSE = {"0", "false", "no", "nej", "off", ""}


def text(name: str, default: str = "") -> str:
    """The setting as text, from its file when NAME_FILE is set."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """The setting as yes or no; anything else stops the program with the words that work."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in TRUE:
        return True
    if value.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0.")


def number(name: str, default: int) -> int:
    """The setting as a whole number."""
    value = os.environ.get(name, str(default))
    if not value.strip().lstrip("-").isdigit():
        raise ImproperlyConfigured(
            f"{name}={value!r}: write a whole number, for example {default}."
        )
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """The setting as a list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def code_version(project: Path) -> str:
    """The version of this code: the package's own, and the commit when it runs from a clone."""
    version = metadata.version("samsyn")
    head = project / ".git" / "HEAD"
    if not head.is_file():
        return version
    commit = head.read_text().strip()
    if commit.startswith("ref: "):
        reference = project / ".git" / commit.removeprefix("ref: ")
        commit = reference.read_text().strip() if reference.is_file() else ""
    return f"{version}+{commit[:12]}" if commit else version


def database(url: str, data_dir: Path) -> dict[str, object]:
    """Django's database setting from SAMSYN_DATABASE_URL; SQLite in the data folder when it is empty.

    SQLite runs in WAL mode with immediate transactions: a transaction that reads and then writes takes
    the write turn at once instead of failing half-way. `synchronous=FULL`: a receipt is on disk when given.
    """
    if not url:
        return _sqlite(data_dir / "samsyn.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            "SAMSYN_DATABASE_URL: write postgresql://user:password@host:port/name or sqlite:///path."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "OPTIONS": options,
    }


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                " PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456; PRAGMA cache_size=-16000;"
            ),
        },
    }


def file_storage() -> dict[str, object]:
    """Where files lie: the data folder, or an S3-compatible store when SAMSYN_S3_BUCKET names one."""
    bucket = text("SAMSYN_S3_BUCKET")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    options = {
        "bucket_name": bucket,
        "endpoint_url": text("SAMSYN_S3_ENDPOINT") or None,
        "access_key": text("SAMSYN_S3_ACCESS_KEY"),
        "secret_key": text("SAMSYN_S3_SECRET_KEY"),
        "region_name": text("SAMSYN_S3_REGION", "eu-north-1"),
        "default_acl": "private",
        "file_overwrite": False,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
