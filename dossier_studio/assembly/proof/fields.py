"""What form fields are called and hold."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Object

from dossier_studio.assembly.proof.objects import words

_DEEPEST = 40


def is_widget(annotation: Dictionary) -> bool:
    """Whether an annotation shows a form field."""
    return bool(annotation.get("/Subtype") == Name.Widget)


def name_of(widget: Dictionary) -> str:
    """Return the full name of a field: the names from its root down, joined by dots."""
    parts = []
    field: object = widget
    for _ in range(_DEEPEST):
        if not isinstance(field, Dictionary):
            break
        if "/T" in field:
            parts.append(words(field.get("/T")))
        field = field.get("/Parent")
    return ".".join(reversed(parts))


def value_of(widget: Dictionary) -> tuple[bytes, ...]:
    """Return type and value of a field as they are written."""
    return tuple(_written(inherited(widget, key)) for key in ("/FT", "/V"))


def is_signature(widget: Dictionary) -> bool:
    """Whether a widget shows a signature."""
    return is_widget(widget) and inherited(widget, "/FT") == Name.Sig


def inherited(field: object, key: str) -> object:
    """Return what a field, or the nearest above it, says under a key."""
    for _ in range(_DEEPEST):
        if not isinstance(field, Dictionary):
            break
        if key in field:
            return field.get(key)
        field = field.get("/Parent")
    return None


def _written(value: object) -> bytes:
    if isinstance(value, Dictionary):
        return b"dictionary"
    return value.unparse(resolved=True) if isinstance(value, Object) else repr(value).encode()
