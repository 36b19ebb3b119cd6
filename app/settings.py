"""All settings, from the environment. Built on demand, never at import."""

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parent.parent


def _content_root() -> Path:
    """The checkout when there is one, else the copy inside the installed package."""
    packaged = Path(__file__).resolve().parent / "_content"
    return CHECKOUT if (CHECKOUT / "knowledge").is_dir() else packaged


class Settings(BaseSettings):
    """What can be set, as COACH_<NAME> (and OPENAI_API_KEY, OPENAI_BASE_URL)."""

    model_config = SettingsConfigDict(env_prefix="COACH_", extra="ignore", populate_by_name=True)

    engine: str = Field(
        default="auto",
        description=(
            "auto (a configured endpoint, else Ollama where it runs, else the playbook), playbook, openai, "
            "ollama:<model>, gguf:<model or file>, or langchain:<provider>:<model>"
        ),
    )
    model: str = Field(default="gpt-5-mini", description="model asked of an OpenAI-compatible endpoint")
    openai_api_key: str = Field(
        default="",
        validation_alias=AliasChoices("openai_api_key", "OPENAI_API_KEY", "COACH_OPENAI_API_KEY"),
        description="key of the endpoint; a local server needs none",
        repr=False,
    )
    openai_base_url: str = Field(
        default="",
        validation_alias=AliasChoices("openai_base_url", "OPENAI_BASE_URL", "COACH_OPENAI_BASE_URL"),
        description="address of an OpenAI-compatible endpoint, for example http://127.0.0.1:8080/v1",
    )
    ollama_url: str = Field(
        default="http://127.0.0.1:11434",
        description="where Ollama is looked for; empty looks nowhere, and only this machine is asked unless it is named",
    )
    timeout: float = Field(default=20.0, gt=0, le=600, description="seconds to wait for an engine's first words")
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("skip-level-coach", appauthor=False),
        description="folder for the conversation store, the index and local models",
    )
    database_url: str = Field(default="", description="conversation store; SQLite in the data folder when empty")
    chroma_url: str = Field(default="", description="a Chroma server; embedded in the data folder when empty")
    content_root: Path = Field(default_factory=_content_root, description="folder with knowledge/ and prompts/")
    embedder: Literal["auto", "e5", "endpoint", "hashing"] = Field(
        default="auto", description="auto picks the bundled e5-small, else an endpoint, else hashing"
    )
    embedding_model: str = Field(default="", description="embedding model asked of the endpoint")
    price_in: float = Field(default=0.0, ge=0, description="price of a million tokens sent, for the sum in Settings")
    price_out: float = Field(default=0.0, ge=0, description="price of a million tokens received")
    port: int = Field(default=8501, ge=1, le=65535, description="port of the app on 127.0.0.1")

    @property
    def store_url(self) -> str:
        """The conversation store's address."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'coach.db').as_posix()}"

    @property
    def models_dir(self) -> Path:
        """Where the weights of local models lie."""
        return self.data_dir / "models"

    @property
    def engine_spec(self) -> str:
        """The engine as far as settings alone tell it; with "auto" and no endpoint, an Ollama may be found besides."""
        if self.engine == "openai" or (self.engine == "auto" and (self.openai_api_key or self.openai_base_url)):
            return f"openai:{self.model}"
        return "playbook" if self.engine == "auto" else self.engine
