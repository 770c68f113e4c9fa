"""Sign-in rules on top of allauth: nobody makes an account herself, and mail goes through our queue."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context as allauth_context
from django.http import HttpRequest

from samsyn.core.accounts.interface import User
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import queue
from samsyn.core.rows.interface import Prepared

_USER = Prepared(lambda pk: User.objects.filter(pk=pk), pk=-1)


class SignInBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's way in; the user of a session is read with a question whose text is made once."""

    def get_user(self, user_id: int) -> User | None:
        user = _USER.first(pk=user_id)
        return user if user is not None and self.user_can_authenticate(user) else None


class InvitedOnlyAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come from invitations only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Puts allauth's letters (code, new password) in our one queue, logged and retried as all others."""
        request = allauth_context.request
        collaboration = getattr(request, "collaboration", None)
        values = {
            "request": request,
            "email": email,
            "sender": collaboration.name if collaboration else "Samsyn",
            **context,
        }
        message = self.render_mail(template_prefix, email, values)
        queue(
            key=f"sign-in:{email}:{now().timestamp()}"[:160],
            to=email,
            subject=message.subject,
            body=message.body,
            collaboration_id=collaboration.pk if collaboration else None,
        )
