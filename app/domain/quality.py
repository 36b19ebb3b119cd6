"""What has been measured of an engine, as the app shows it."""

from app.domain.base import Value


class Measured(Value):
    """One promise of the product with its figure, in words a reader needs no legend for."""

    title: str
    shown: str
    bar: str
    met: bool | None
    """None is unscored: not measured, neither a zero nor a pass."""


class Quality(Value):
    """The figures of one engine, when they were taken and on how many samples."""

    engine: str
    measured_on: str
    """The day, as ISO 8601."""
    samples: int
    figures: tuple[Measured, ...]
