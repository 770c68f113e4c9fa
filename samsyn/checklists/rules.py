"""How versions are named."""


def version_name(number: int) -> str:
    """The version as forms and field apps carry it."""
    return str(number)
