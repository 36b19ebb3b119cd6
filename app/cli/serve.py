"""Starting the app: Streamlit on 127.0.0.1, with our own folder for its settings."""

import os
import sys
from pathlib import Path

from app.settings import Settings


def address(port: int) -> str:
    """Return where the app will be; port 0 takes the one from the settings."""
    return f"http://127.0.0.1:{port or Settings().port}"


def run(port: int, browser: bool) -> None:
    """Replace this process by the app's server; it never listens on another address."""
    settings = Settings()
    root = settings.content_root
    script = root / "streamlit_app.py"
    os.chdir(root)  # Streamlit reads .streamlit/config.toml from the working directory
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    arguments = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        f"--server.port={port or settings.port}",
        "--server.address=127.0.0.1",
        f"--server.headless={'false' if browser and _has_screen() else 'true'}",
        "--browser.gatherUsageStats=false",
    ]
    sys.stdout.flush()
    os.execv(sys.executable, arguments)  # noqa: S606 - our own arguments, no shell


def _has_screen() -> bool:
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
