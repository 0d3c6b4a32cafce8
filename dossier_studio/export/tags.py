"""The tag files of a package, held against what each of them is about.

When two voices differ, the one is named that cannot be worked out anew: a manifest that agrees
with the payload is right whatever the tag manifest says, and the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier_studio.export import bag
from dossier_studio.export.checksum import Checksum
from dossier_studio.export.tree import Problem, ProblemKind, Tree, printable
from dossier_studio.host.files import digest_of


def problems(
    tree: Tree, payload: Mapping[str, Checksum], fields: Mapping[str, str] | None
) -> set[Problem]:
    """Return what the tag files say is wrong, and what is wrong with them.

    `fields` are those of bag-info.txt as the index claims them, None where there is no index.
    """
    names = (*bag.TAGS, bag.TAG_MANIFEST)
    found = {name: content for name in names if (content := tree.read(name)) is not None}
    vouched = bag.listed(found.get(bag.TAG_MANIFEST, b""))
    right = bag.manifest({path: one.sha256 for path, one in payload.items()})
    changed = _changed(found, vouched, right, _info(payload, fields))
    if not _spelt(found, vouched, changed):
        changed.add(bag.TAG_MANIFEST)
    told = _as(ProblemKind.MISSING, set(names) - tree.files.keys())
    told |= _as(ProblemKind.CHANGED, changed & tree.files.keys())
    strangers = {path for path in tree.files if not path.startswith(bag.PAYLOAD)} - set(names)
    told |= _as(ProblemKind.EXTRA, strangers)
    if bag.MANIFEST in found and vouched.get(bag.MANIFEST) != digest_of(right):
        told |= _differences(bag.listed(found[bag.MANIFEST]), tree, payload)
    return told


def _info(payload: Mapping[str, Checksum], fields: Mapping[str, str] | None) -> bytes | None:
    if fields is None:
        return None
    return bag.info(fields, {path: one.bytes for path, one in payload.items()})


def _changed(
    found: Mapping[str, bytes], vouched: Mapping[str, str], right: bytes, info: bytes | None
) -> set[str]:
    """Return the tag files, the tag manifest aside, that are not as they were written."""
    unvouched = {
        name for name in bag.TAGS if name in found and vouched.get(name) != digest_of(found[name])
    }
    changed = set()
    if found.get(bag.BAGIT) != bag.DECLARATION:
        changed.add(bag.BAGIT)
    manifest = found.get(bag.MANIFEST, b"")
    ill_spelt = manifest != bag.manifest(bag.listed(manifest))
    if manifest != right and (bag.MANIFEST in unvouched or ill_spelt):
        changed.add(bag.MANIFEST)
    # A changed payload has another oxum, for which bag-info.txt is not to blame.
    if found.get(bag.INFO) != info and (
        bag.INFO in unvouched or (info is not None and manifest == right)
    ):
        changed.add(bag.INFO)
    return changed


def _spelt(found: Mapping[str, bytes], vouched: Mapping[str, str], changed: set[str]) -> bool:
    """Return whether the tag manifest is spelt right and vouches for all that is unchanged."""
    spelling = found.get(bag.TAG_MANIFEST) == bag.manifest(vouched)
    sound = {name for name in bag.TAGS if name in found} - changed
    fits = all(vouched.get(name) == digest_of(found[name]) for name in sound)
    return spelling and fits and vouched.keys() == set(bag.TAGS)


def _differences(
    listed: Mapping[str, str], tree: Tree, payload: Mapping[str, Checksum]
) -> set[Problem]:
    """Return what the manifest and the payload say differently, in both directions."""
    there = {path for path in tree.files if path.startswith(bag.PAYLOAD)}
    both = there & listed.keys() & payload.keys()
    return (
        _as(ProblemKind.MISSING, listed.keys() - there)
        | _as(ProblemKind.EXTRA, there - listed.keys())
        | _as(ProblemKind.CHANGED, {one for one in both if listed[one] != payload[one].sha256})
    )


def _as(kind: ProblemKind, paths: set[str]) -> set[Problem]:
    return {Problem(printable(path), kind) for path in paths}
