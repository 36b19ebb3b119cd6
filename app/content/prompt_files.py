"""Prompt files: front matter, body, and the lock that ties a version to its words."""

import hashlib
import json
import re
from pathlib import Path

from app.content.reading import Faults, build, parse_yaml
from app.domain.errors import ContentError
from app.domain.prompt import Prompt

_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
LOCK = "prompts.lock"
SMALL = ".small"


def load_prompts(root: Path) -> dict[str, Prompt]:
    """Read every prompt of a folder by id.

    Raises:
        ContentError: all faults of all files, or words changed under an unchanged version.
    """
    faults = Faults(root.parent)
    prompts: dict[str, Prompt] = {}
    for path in sorted(root.glob("*.md")):
        prompt = _read(path, faults)
        if prompt is not None:
            prompts[prompt.id] = prompt
    faults.found += unlocked(root, prompts)
    if faults.found:
        raise ContentError(faults.found)
    return prompts


def short(prompts: dict[str, Prompt]) -> dict[str, Prompt]:
    """Return the prompts for a small model, under the ids that plans ask for: those in `<id>.small.md`, and no others.

    What has no short prompt is not said by a small model at all; its planned words are shown.
    """
    return {id_: prompts[f"{id_}{SMALL}"] for id_ in prompts if f"{id_}{SMALL}" in prompts}


def unlocked(root: Path, prompts: dict[str, Prompt]) -> list[str]:
    """Return what differs from the lock: a new prompt, or other words under the same version."""
    lock = root / LOCK
    locked: dict[str, dict[str, str]] = json.loads(lock.read_text(encoding="utf-8")) if lock.exists() else {}
    return [
        f"prompts/{prompt.id}.md: version {prompt.version} is not the one locked; "
        "raise the version if words changed, then run: make lock"
        for prompt in prompts.values()
        if locked.get(prompt.id, {}).get(str(prompt.version)) != prompt.sha
    ]


def lock_prompts(root: Path) -> None:
    """Write the lock for every prompt's present version, keeping what earlier versions said.

    Raises:
        ContentError: words changed under a version that is locked already.
    """
    lock = root / LOCK
    locked: dict[str, dict[str, str]] = json.loads(lock.read_text(encoding="utf-8")) if lock.exists() else {}
    faults = Faults(root.parent)
    for path in sorted(root.glob("*.md")):
        prompt = _read(path, faults)
        if prompt is None:
            continue
        versions = locked.setdefault(prompt.id, {})
        if versions.setdefault(str(prompt.version), prompt.sha) != prompt.sha:
            faults.add(path, f"version: {prompt.version} is locked with other words; raise it")
    if faults.found:
        raise ContentError(faults.found)
    lock.write_text(json.dumps(locked, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _read(path: Path, faults: Faults) -> Prompt | None:
    match = _FRONT.match(path.read_text(encoding="utf-8"))
    front = parse_yaml(match.group(1), path, faults) if match else None
    if match is None or not isinstance(front, dict):
        faults.add(path, "front matter with id, version and slots is expected")
        return None
    body = match.group(2).strip()
    declared = tuple(front.get("slots") or ())
    if set(declared) != set(Prompt.slots_in(body)):
        faults.add(path, f"slots: {sorted(declared)} declared, {sorted(Prompt.slots_in(body))} used")
    front |= {"body": body, "sha": hashlib.sha256(body.encode()).hexdigest()}
    return build(Prompt, front, path, faults)
