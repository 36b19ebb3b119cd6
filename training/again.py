"""Teach the reader that ships on, from what it has not seen: in a third of the time that it takes from the published weights."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from evals.risk.figures import key_of
from training.encoder import Encoder

KEPT = 3
"""How many of the lowest layers are left as they were: what is read in new examples changes what is made of words last."""
OLD = 3
"""So many lines that were taught before go with each new one."""
RATE = 4e-5
"""How fast it is taught on."""


def take(model: Encoder, path: Path) -> None:
    """Give the model the weights of a reader, the head's too where it has one of this shape, to teach only its upper layers.

    They have been rounded to seven bits, which the first steps of teaching make up for.

    Raises:
        ValueError: the reader is of another shape.
    """
    found = weights(path)
    state = model.state_dict()
    for name, mine in state.items():
        if name in found and found[name].shape == mine.shape:
            mine.copy_(found[name])
        elif not name.startswith(("head.", "capital.")):
            raise ValueError(
                f"{path.name} has no {name} of shape {tuple(mine.shape)}; teach it from the published weights."
            )
    for part in (model.near, model.capital, model.start, *model.layers[:KEPT]):
        part.requires_grad_(False)


def weights(path: Path) -> dict[str, Tensor]:
    """Return the weights of a written reader by their names in the encoder."""
    import onnx
    from onnx.numpy_helper import to_array

    graph = onnx.load(path).graph
    stored = {value.name: torch.from_numpy(to_array(value).copy()) for value in graph.initializer}

    def plain(name: str) -> Tensor:
        rounded = stored[f"{name}_quantized"].float() - stored[f"{name}_zero_point"].float()
        return rounded * stored[f"{name}_scale"]

    found = {name: value for name, value in stored.items() if name.endswith((".weight", ".bias"))}
    found |= {name: plain(name) for name in ("places.weight", "near.weight")}
    if "capital.weight_quantized" in stored:
        found["capital.weight"] = plain("capital.weight")
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in stored:
            module = node.output[0].removeprefix("/").split("/MatMul")[0].replace("/", ".")
            found[f"{module}.weight"] = plain(node.input[1].removesuffix("_quantized")).T
    return found


def number_of(text: str) -> int:
    """Return what a text is filed under, as a number."""
    return int(key_of(text), 16)


def known(path: Path) -> set[int]:
    """Return the numbers of the texts a reader has seen."""
    return set(np.load(path, allow_pickle=False).tolist())


def write_known(path: Path, numbers: Iterable[int]) -> None:
    """Write down the numbers of the texts a reader has seen."""
    np.save(path, np.array(sorted(numbers), np.uint64))


def new_and_old(texts: Sequence[str], rows: Sequence[int], seen: set[int]) -> list[int]:
    """Return the rows of texts that have not been seen, and OLD times as many by chance of those that have, so that none is forgotten."""
    old = [i for i in range(len(texts)) if number_of(texts[i]) in seen]
    new = [i for i in rows if number_of(texts[i]) not in seen]
    return new + random.Random(0).sample(old, min(len(old), OLD * len(new)))
