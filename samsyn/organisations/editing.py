"""Keeps Wagtail's own rights in step with our roles: each collaboration has its own page tree, files and editors.

Wagtail decides by Django groups. Ours are never edited by hand: one group per collaboration, whose members are those
whose roles hold EDIT_PAGES today.
"""

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
)

from samsyn.organisations.actor import actor_of
from samsyn.organisations.models import Collaboration, Person
from samsyn.organisations.roles import Permission

PAGE_RIGHTS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
FILE_RIGHTS = (
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "change_document"),
    ("wagtaildocs", "choose_document"),
)


def root_page_of(collaboration: Collaboration) -> Page | None:
    """The page under which all of a collaboration's pages stand."""
    return Page.objects.filter(depth=2, slug=collaboration.slug).first()


def prepare_editing(collaboration: Collaboration) -> None:
    """Gives a new collaboration its page tree, its host in Wagtail, its folder of files and its group of editors."""
    root = _root_page(collaboration)
    _site(collaboration, root)
    top = Collection.get_first_root_node() or Collection.add_root(name="Root")
    collection = top.add_child(instance=Collection(name=collaboration.name))
    group, _ = Group.objects.get_or_create(name=_group_name(collaboration))
    group.permissions.add(
        DjangoPermission.objects.get(
            codename="access_admin", content_type__app_label="wagtailadmin"
        )
    )
    for codename in PAGE_RIGHTS:
        right = DjangoPermission.objects.get(
            codename=codename, content_type__app_label="wagtailcore"
        )
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=right)
    for app, codename in FILE_RIGHTS:
        right = DjangoPermission.objects.get(codename=codename, content_type__app_label=app)
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=right
        )


def keep_site(collaboration: Collaboration) -> None:
    """Wagtail's own record of host and name, after they have changed."""
    _site(collaboration, _root_page(collaboration))


def keep_in_step(person: Person) -> None:
    """Lets the person into the editing pages, or out of them, as her roles say today."""
    group = Group.objects.filter(name=_group_name(person.collaboration)).first()
    if group is None:
        return
    if actor_of(person).may(Permission.EDIT_PAGES):
        person.user.groups.add(group)
    else:
        person.user.groups.remove(group)


def _group_name(collaboration: Collaboration) -> str:
    return f"editors of {collaboration.slug}"


def _root_page(collaboration: Collaboration) -> Page:
    found = root_page_of(collaboration)
    if found is not None:
        return found
    # Wagtail's own migration makes language and root; a database emptied since (a flush) has neither.
    Locale.objects.get_or_create(
        language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE)
    )
    top = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    return top.add_child(instance=Page(title=collaboration.name, slug=collaboration.slug))


def _site(collaboration: Collaboration, root: Page) -> None:
    """The default collaboration takes over the site that Wagtail's own migration made."""
    if collaboration.is_default:
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
        site.hostname = collaboration.host or "localhost"
    elif collaboration.host:
        site = Site.objects.filter(root_page=root).first() or Site()
        site.hostname = collaboration.host
    else:
        Site.objects.filter(root_page=root).delete()
        return
    site.root_page = root
    site.site_name = collaboration.name
    site.save()
