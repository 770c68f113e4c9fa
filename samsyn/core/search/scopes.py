"""Who may find a document: one scope on the document, and the scopes that a reader holds."""

from dataclasses import dataclass

PUBLIC = "public"
MEMBER = "member"


def office_scope(office_id: int) -> str:
    """Only for those who belong to this office."""
    return f"office:{office_id}"


def role_scope(role: str) -> str:
    """Only for those who hold this role."""
    return f"role:{role}"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who searches, in which collaboration. A visitor is a reader with nothing more."""

    collaboration_id: int
    is_member: bool = False
    office_ids: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def scopes(self) -> tuple[str, ...]:
        """All scopes whose documents the reader may find."""
        found = [PUBLIC]
        if self.is_member:
            found.append(MEMBER)
        found += [office_scope(pk) for pk in self.office_ids]
        found += [role_scope(role) for role in self.roles]
        return tuple(found)
