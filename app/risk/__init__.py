"""What could travel back: the detector, and the text in better words."""

from app.risk.detector import Detector
from app.risk.wording import better

__all__ = ["Detector", "better"]
