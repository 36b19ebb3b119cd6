"""Starting the app: Streamlit on 127.0.0.1, with our own folder for its settings."""

import os
import sys
from pathlib import Path

from app.settings import Settings


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
        f"--server.headless={'false' if browser and os.environ.get('DISPLAY') else 'true'}",
        "--browser.gatherUsageStats=false",
    ]
    os.execv(sys.executable, arguments)  # noqa: S606 - our own arguments, no shell
