"""Sign-in rules on top of allauth: nobody makes an account herself, and mail goes through our queue."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.http import HttpRequest

from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import queue


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
