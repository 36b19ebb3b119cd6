"""Opening the database: pragmas, migrations, and errors a user can act on."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy import event

from app.domain.errors import MissingExtra, StoreError

if TYPE_CHECKING:
    from sqlalchemy import Engine

BUSY_MS = 5_000
"""How long SQLite waits for another writer before it gives up."""


def open_database(url: str) -> "Engine":
    """Return an engine on a database with every migration applied.

    Raises:
        StoreError: it cannot be opened, is damaged, or is newer than this program.
        MissingExtra: the driver for this kind of database is not installed.
    """
    try:
        parsed = sa.make_url(url)
        # An error's own text holds no words of the user's: it may end up in a log.
        engine = sa.create_engine(parsed, pool_pre_ping=not url.startswith("sqlite"), hide_parameters=True)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreError(f"COACH_DATABASE_URL is not a database address: {error}") from error
    except ImportError as error:
        raise MissingExtra(
            "The driver for this database is missing; install it with: pip install 'skip-level-coach[postgres]'"
        ) from error
    on_disk = parsed.get_backend_name() == "sqlite" and parsed.database not in {None, "", ":memory:"}
    file = Path(str(parsed.database)) if on_disk else None
    try:
        if file is None:
            _migrate(engine)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            _prepare_sqlite(engine)
            with FileLock(f"{file}.lock", timeout=60):
                _migrate(engine)
    except (sa.exc.SQLAlchemyError, OSError, Timeout) as error:
        raise StoreError(explain(error, str(file or parsed.render_as_string()))) from error
    return engine


def explain(error: Exception, where: str) -> str:
    """Say in one sentence what is wrong with the store and what to do about it."""
    reason = str(getattr(error, "orig", None) or error).lower()
    if "not a database" in reason or "malformed" in reason:
        return f"The conversation store {where} is damaged. Move it away and start again; nothing was deleted."
    if "locked" in reason or isinstance(error, Timeout):
        return f"The conversation store {where} is in use by another program. Close it and try again."
    if "readonly" in reason or "permission" in reason or "unable to open" in reason:
        return f"The conversation store {where} cannot be written. Free it, or set COACH_DATA_DIR to another folder."
    if "can't locate revision" in reason:
        return f"The conversation store {where} is from a newer version of the coach. Update the coach."
    return f"The conversation store {where} cannot be used ({type(error).__name__}). Check COACH_DATABASE_URL."


def _prepare_sqlite(engine: "Engine") -> None:
    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves, below
        cursor = connection.cursor()
        for pragma in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: "sa.Connection") -> None:
        reading = connection.get_execution_options().get("readonly")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _migrate(engine: "Engine") -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(explain(error, engine.url.render_as_string())) from error
