"""One door per package: from outside only its `interface` may be imported; lib's doors are its first-level modules."""

from pathlib import Path

from tests.architecture import source


def unit_of(dotted: str) -> str:
    """What a module belongs to: a package, a house of core, or a door of lib."""
    parts = dotted.split(".")
    if parts[1] in {"core", "lib"} and len(parts) > 2:
        return ".".join(parts[:3])
    return ".".join(parts[:2])


def module_of(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


def is_module(root: Path, dotted: str) -> bool:
    place = root.joinpath(*dotted.split("."))
    return place.is_dir() or place.with_suffix(".py").exists()


def allowed(root: Path, importer: str, target: str) -> bool:
    """Whether this module may import this name."""
    mine, theirs = unit_of(importer), unit_of(target)
    # Core's own models.py and apps.py gather the houses; config gathers the packages.
    if (
        mine == theirs
        or importer.startswith("samsyn.config.")
        or (
            importer.count(".") == 2
            and mine.startswith("samsyn.core")
            and theirs.startswith("samsyn.core")
        )
    ):
        return True
    if theirs.startswith("samsyn.lib"):
        rest = target.removeprefix(theirs).strip(".")
        return not rest or not is_module(root, f"{theirs}.{rest.split('.')[0]}")
    rest = target.removeprefix(theirs).strip(".")
    doors = ["interface"] + (
        ["tests.factories"] if ".tests." in importer or importer.endswith(".conftest") else []
    )
    return any(rest == door or rest.startswith(f"{door}.") for door in doors)


def broken_doors(root: Path) -> list[str]:
    found = []
    for path in source.python(root):
        importer = module_of(root, path)
        for item in source.imports(path):
            if (
                item.target.count(".") < 2
                and is_module(root, item.target)
                and unit_of(item.target) == item.target
            ):
                continue  # `from samsyn import x` and `from samsyn.core import house` alone open nothing
            if not allowed(root, importer, item.target):
                door = unit_of(item.target)
                remedy = f"Import it from {door}.interface, and add it to its __all__ if others should have it."
                if door.startswith("samsyn.lib"):
                    remedy = f"Import it from {door} itself and add it to its __all__."
                found.append(
                    f"{source.at(root, path, item.line)}: {item.target} is inside {door}. {remedy}"
                )
    return found


def doors_without_list(root: Path) -> list[str]:
    """Interfaces that do not say what they offer."""
    return [
        f"{source.at(root, path)}: list what others may use in __all__."
        for path in source.files(root, "interface.py")
        if "__all__" not in path.read_text(encoding="utf-8")
    ]


def test_only_doors_are_used():
    source.hold(broken_doors(source.ROOT))


def test_every_door_lists_what_it_offers():
    source.hold(doors_without_list(source.ROOT))


def test_reaching_past_a_door_is_caught(plant):
    root = plant(
        {
            "samsyn/campaigns/views.py": "from samsyn.organisations.models import Office\nfrom samsyn.organisations.interface import Person\n",
            "samsyn/campaigns/rules.py": "from samsyn.core.audit.models import Entry\nfrom samsyn.lib.xform.parse import read\nfrom samsyn.lib.xform import form\n",
            "samsyn/campaigns/tests/test_rules.py": "from samsyn.organisations.tests.factories import office\nfrom samsyn.campaigns.models import Campaign\n",
            "samsyn/config/urls.py": "from samsyn.campaigns import views\n",
            "samsyn/lib/xform/parse.py": "",
            "samsyn/core/audit/models.py": "",
            "samsyn/organisations/models.py": "",
        }
    )
    assert [fault.split(": ")[1].split(" ")[0] for fault in broken_doors(root)] == [
        "samsyn.core.audit.models.Entry",
        "samsyn.lib.xform.parse.read",
        "samsyn.organisations.models.Office",
    ]


def test_factories_are_for_tests_only(plant):
    root = plant(
        {"samsyn/campaigns/actions.py": "from samsyn.organisations.tests.factories import office\n"}
    )
    assert len(broken_doors(root)) == 1


def test_a_door_without_a_list_is_caught(plant):
    root = plant({"samsyn/x/interface.py": "from samsyn.x.models import A\n"})
    assert "__all__" in doors_without_list(root)[0]
