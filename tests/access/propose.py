"""Proposes rows for the matrix of addresses and roles (tests/access), by walking the demo county.

`python -m scripts.matrix` prints what is missing or differs; `python -m scripts.matrix campaigns --write` writes the
missing rows of that package into its file, `--renew` all of its rows. Read every row you add: it says what the code does, not what it should do.
"""

import logging
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samsyn.config.settings_test"
django.setup()

from django.db import transaction  # noqa: E402  # settings first
from django.test.runner import DiscoverRunner  # noqa: E402

from tests.access import matrix as matrices  # noqa: E402
from tests.access.county import build_county  # noqa: E402
from tests.access.patterns import addresses  # noqa: E402
from tests.access.walking import Walk, walked  # noqa: E402


def main(arguments: list[str]) -> None:
    """Walk the county and print or write what the files lack."""
    logging.disable(logging.CRITICAL)  # most of what follows is refusals
    renew = "--renew" in arguments
    write = renew or "--write" in arguments
    named = [one for one in arguments if not one.startswith("--")]
    runner = DiscoverRunner(interactive=False, verbosity=0)
    databases = runner.setup_databases(serialized_aliases=set())
    try:
        with transaction.atomic():
            build_county()
            walk = Walk()
            for package in named or sorted({address.package for address in addresses()}):
                _propose(walk, package, write=write, renew=renew)
            transaction.set_rollback(True)
    finally:
        runner.teardown_databases(databases)


def _propose(walk: Walk, package: str, *, write: bool, renew: bool) -> None:
    stands = matrices.read(package)
    get, post = walked(walk, stands)
    new = {row: said for row, said in get.items() if stands.get.get(row) != said}
    new_post = {row: said for row, said in post.items() if stands.post.get(row) != said}
    gone = {*stands.get, *stands.post} - {*get, *post}
    if not (new or new_post or gone):
        return
    sys.stdout.write(f"\n{matrices.path_of(package).name}\n{matrices.written(new, new_post)}")
    if write:
        matrices.add(package, get, post, renew=renew)


if __name__ == "__main__":
    main(sys.argv[1:])
