"""Messages and what fills their blanks, to JSON and back.

Plain text and whole numbers stand for themselves, a list for a tuple; everything else is an object
with one key that names its kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from dossier_studio.core.text import Choice, Message, Parameter, Sentence, Text, Words
from dossier_studio.store.canonical import Json, table, text

_Item = str | int | date | Text | Message | Sentence


def message_json(message: Message) -> Json:
    """Return a message as JSON."""
    return {"key": message.key, "parameters": _parameters_json(message.parameters)}


def message_of(value: Json) -> Message:
    """Return the message that JSON holds; raises ValueError for any damage."""
    try:
        found = table(value)
        return Message(text(found["key"]), _parameters_of(found["parameters"]))
    except KeyError as error:
        missing = f"a message without {error}"
        raise ValueError(missing) from error


def parameter_json(value: Parameter) -> Json:
    """Return one parameter as JSON; raises TypeError for what no blank may hold."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [parameter_json(item) for item in value]
    return _object_json(value)


def _object_json(value: date | Words | Choice) -> Json:
    if type(value) is date:
        return {"date": value.isoformat()}
    if isinstance(value, Choice):
        return {"choice": [parameter_json(item) for item in value.items]}
    if isinstance(value, Text):
        return {"text": {"id": value.id, "en": value.en}}
    if isinstance(value, Message):
        return {"message": message_json(value)}
    if isinstance(value, Sentence):
        parameters = _parameters_json(value.parameters)
        return {"sentence": {"id": value.text.id, "en": value.text.en, "parameters": parameters}}
    message = f"no JSON for a parameter of type {type(value).__name__}"
    raise TypeError(message)


def parameter_of(value: Json) -> Parameter:
    """Return the parameter that JSON holds; raises ValueError for any damage."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, list):
        return _items(value)
    ((kind, inner),) = table(value).items()
    return _object_of(kind, inner)


def _object_of(kind: str, inner: Json) -> date | Words | Choice:
    if kind == "date":
        return date.fromisoformat(text(inner))
    if kind == "choice" and isinstance(inner, list):
        return Choice(_items(inner))
    if kind == "message":
        return message_of(inner)
    found = table(inner)
    words = Text(text(found.get("id")), text(found.get("en")))
    if kind == "text":
        return words
    if kind == "sentence":
        return Sentence(words, _parameters_of(found.get("parameters")))
    message = f"an unknown kind of parameter: {kind}"
    raise ValueError(message)


def _parameters_json(parameters: Mapping[str, Parameter]) -> dict[str, Json]:
    return {name: parameter_json(value) for name, value in parameters.items()}


def _parameters_of(value: Json) -> dict[str, Parameter]:
    return {name: parameter_of(inner) for name, inner in table(value).items()}


def _items(values: list[Json]) -> tuple[_Item, ...]:
    return tuple(cast("_Item", parameter_of(item)) for item in values)
