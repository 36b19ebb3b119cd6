"""Alembic's entry point: migrations run on the connection the store hands over."""

from alembic import context

from app.storage.tables import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata)
context.run_migrations()
