"""Django's sessions in the database, read with a question whose text is made once: every page of a member asks it."""

from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.contrib.sessions.models import Session
from django.utils import timezone

from samsyn.core.rows.interface import Prepared

_SESSION = Prepared(lambda key: Session.objects.filter(session_key=key), key="stand-in")


class SessionStore(InDatabase):
    """The same rows, keys and rules."""

    def _get_session_from_db(self) -> Session | None:
        found = _SESSION.first(key=self.session_key)
        if found is None or found.expire_date <= timezone.now():
            self._session_key = None
            return None
        return found
