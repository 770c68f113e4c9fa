"""All addresses, by package; a package that is not built yet has none."""

import importlib.util

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from samsyn.config import errors

urlpatterns = [
    # Wagtail's own sign-in page for pages with a lock would be a second door; there is one.
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("konto/", include("allauth.urls")),
    path("redaktion/", include(wagtailadmin_urls)),
    path("dokument/", include(wagtaildocs_urls)),
    *(
        path("", include(f"samsyn.{package}.urls"))
        for package in settings.PACKAGES
        if importlib.util.find_spec(f"samsyn.{package}.urls")
    ),
    # Pages that editors make in Wagtail; last, since it takes every address that is left.
    path("", include(wagtail_urls)),
]

handler400 = errors.bad_request
handler403 = errors.no_access
handler404 = errors.not_found
handler500 = errors.broken
