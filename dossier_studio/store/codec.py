"""Records and facts of files to JSON and back, by the types of their fields.

The shape on disk is the shape of the dataclasses in core. Whoever renames or adds a field there
raises the format in store.upgrade and says how an older record becomes a newer one.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NewType, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from dossier_studio.core.dossier import (
    Answer,
    Branch,
    Decision,
    Document,
    Identity,
    Key,
    Letterhead,
    PaperText,
    Receipt,
    Record,
    RecordKind,
    Round,
    Row,
    Sequence,
    SlotChoice,
    Upload,
)
from dossier_studio.core.file import FileFacts
from dossier_studio.store.canonical import Json, table, text

SHAPES: Mapping[RecordKind, type[Record]] = {
    RecordKind.DOSSIER: Identity,
    RecordKind.ANSWER: Answer,
    RecordKind.DOCUMENT: Document,
    RecordKind.DECISION: Decision,
    RecordKind.BRANCH: Branch,
    RecordKind.SLOT: SlotChoice,
    RecordKind.SEQUENCE: Sequence,
    RecordKind.ROW: Row,
    RecordKind.PAPER: PaperText,
    RecordKind.LETTERHEAD: Letterhead,
    RecordKind.UPLOAD: Upload,
    RecordKind.RECEIPT: Receipt,
    RecordKind.ROUND: Round,
}

Decoder: TypeAlias = Callable[[Json], object]


def record_json(key: Key, record: Record) -> Json:
    """Return a record as JSON; raises TypeError when it is not of its key's kind."""
    if type(record) is not SHAPES[key.kind]:
        message = f"{type(record).__name__} is no {key.kind}"
        raise TypeError(message)
    return encoded(record)


def record_of(kind: RecordKind, value: Json) -> Record:
    """Return the record that JSON holds; raises ValueError for any damage."""
    return cast("Record", _decode(SHAPES[kind], value))


def facts_json(facts: FileFacts) -> Json:
    """Return the facts of a file as JSON."""
    return encoded(facts)


def facts_of(value: Json) -> FileFacts:
    """Return the facts that JSON holds; raises ValueError for any damage."""
    return cast("FileFacts", _decode(FileFacts, value))


def encoded(value: object) -> Json:
    """Return a value of core as JSON; raises TypeError for what has no spelling here."""
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, float):
        return repr(value)
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, tuple):
        return [encoded(item) for item in value]
    if is_dataclass(value):
        return {field.name: encoded(getattr(value, field.name)) for field in fields(value)}
    message = f"no JSON for {type(value).__name__}"
    raise TypeError(message)


def _decode(shape: object, value: Json) -> object:
    try:
        return _decoder(shape)(value)
    except (TypeError, KeyError, AttributeError) as error:
        message = f"damaged {getattr(shape, '__name__', shape)}: {error}"
        raise ValueError(message) from error


@cache
def _decoder(shape: object) -> Decoder:
    """Return the function that reads one type; made once, since a dossier has many records."""
    if isinstance(shape, NewType):
        return _decoder(shape.__supertype__)
    if get_origin(shape) in (types.UnionType, Union):
        return _optional(shape)
    if get_origin(shape) is tuple:
        return _tuple(shape)
    if isinstance(shape, type):
        return _plain(shape)
    message = f"no decoder for {shape}"
    raise TypeError(message)


def _plain(shape: type) -> Decoder:
    if is_dataclass(shape):
        return _dataclass(shape)
    if issubclass(shape, StrEnum):
        return lambda value: shape(text(value))
    if shape is date:
        return lambda value: date.fromisoformat(text(value))
    if shape is float:
        return lambda value: float(text(value))
    return lambda value: _exactly(shape, value)


def _exactly(shape: type, value: Json) -> object:
    if type(value) is not shape:
        message = f"{shape.__name__} expected"
        raise TypeError(message)
    return value


def _optional(shape: object) -> Decoder:
    (inner,) = (arm for arm in get_args(shape) if arm is not types.NoneType)
    decode = _decoder(inner)
    return lambda value: None if value is None else decode(value)


def _tuple(shape: object) -> Decoder:
    arms = get_args(shape)
    if arms[-1] is Ellipsis:
        decode = _decoder(arms[0])
        return lambda value: tuple(decode(item) for item in _list(value))
    decoders = [_decoder(arm) for arm in arms]
    return lambda value: tuple(
        decode(item) for decode, item in zip(decoders, _list(value), strict=True)
    )


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        message = "a JSON array was expected"
        raise TypeError(message)
    return value


def _dataclass(shape: type) -> Decoder:
    hints = get_type_hints(shape)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(shape)}

    def decode(value: Json) -> object:
        return shape(**{name: decoders[name](item) for name, item in table(value).items()})

    return decode
