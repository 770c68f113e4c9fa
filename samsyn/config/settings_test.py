"""Settings of the tests: the real ones, with cheap passwords, a data folder that vanishes and no demo mode.

The database comes from SAMSYN_DATABASE_URL as always, so that the same tests run on SQLite and on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="samsyn-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ.update(
    SAMSYN_SECRET_KEY="only-for-tests",  # noqa: S106  # guards nothing
    SAMSYN_DEMO="0",
    SAMSYN_HTTPS="0",
    SAMSYN_ALLOWED_HOSTS="localhost,127.0.0.1,.localhost,testserver",
    SAMSYN_DATA_DIR=_folder,
)

from samsyn.config.settings import *  # noqa: E402,F403  # the environment above comes first
from samsyn.config.settings import STORAGES as _REAL_STORAGES  # noqa: E402

# A real password hash costs 0.1 s on purpose; tests make many people and guess no passwords.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The hashed names of static files come from a build step that tests of the server do not need.
STORAGES = {
    **_REAL_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests write what was counted when they want to: a page's questions to the database are always the same.
VISITS_WRITTEN_EVERY = 1_000_000_000
# Each test client starts the whole chain anew: a static file is looked for when asked for, not all of them at each start.
WHITENOISE_AUTOREFRESH = True
