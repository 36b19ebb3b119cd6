"""The real composition with the playbook, driven without a browser."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.coaching.coach import Coach
from app.domain.risk import RiskContext
from app.ui import resources
from app.ui.state import OWNER
from tests.fakes import Piece, ScriptedEngine

ROOT = Path(__file__).resolve().parents[2]


class Screen:
    """One browser tab, read as a person would: what is written, and what can be pressed."""

    def __init__(self, page: str = "coach", **address: str) -> None:
        self.at = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
        if page != "coach":
            self.at.switch_page(str(ROOT / "app" / "ui" / "pages" / f"{page}.py"))
        for name, value in address.items():
            self.at.query_params[name] = value
        self.at.run()
        self.sound()

    def sound(self) -> None:
        """Nothing may ever reach the screen as a traceback, nor as our sentence for the unexpected."""
        assert not self.at.exception, [each.value for each in self.at.exception]
        assert not [each for each in self.at.warning if "Something went wrong" in each.value]

    @property
    def html(self) -> str:
        """Everything drawn as HTML of our own."""
        return "\n".join(each.proto.body for each in self.at.get("html"))

    @property
    def words(self) -> str:
        """Everything drawn, in Streamlit's elements and our own."""
        kinds = (self.at.markdown, self.at.title, self.at.subheader, self.at.info, self.at.warning, self.at.code)
        return "\n".join([each.value for kind in kinds for each in kind] + [self.html])

    @property
    def address(self) -> dict[str, str]:
        return {name: value[0] if isinstance(value, list) else value for name, value in self.at.query_params.items()}

    def say(self, line: str) -> "Screen":
        self.at.chat_input[0].set_value(line).run()
        self.sound()
        return self

    def press(self, name: str) -> "Screen":
        """Press the first button with this label or key."""
        next(each for each in self.at.button if name in (each.label, each.key)).click().run()
        self.sound()
        return self

    def buttons(self) -> list[str]:
        return [each.label for each in self.at.button]


@pytest.fixture(scope="session")
def one_coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    """The coach every screen shares, with the playbook and a data folder of its own; built once, as in the app."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COACH_DATA_DIR", str(tmp_path_factory.mktemp("coach")))
        patch.setenv("COACH_ENGINE", "playbook")
        resources.shared.clear()
        built = resources.shared()
    # What is loaded on first use is loaded here: no screen's own time limit should have to hold the detector's training.
    built.search("a first meeting")
    for side in ("ic", "leader"):
        built.check("Everything is loaded.", RiskContext(side=side))
    yield built
    resources.shared.clear()


@pytest.fixture
def coach(one_coach: Coach) -> Iterator[Coach]:
    """The shared coach; its store is empty before and after."""
    one_coach.delete_all(OWNER)
    yield one_coach
    one_coach.delete_all(OWNER)


@pytest.fixture
def open_page(coach: Coach) -> Callable[..., Screen]:
    """Open a page in a new tab: `open_page("library", card="…")`."""
    return Screen


@pytest.fixture
def with_model(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ScriptedEngine]:
    """Let a scripted model speak through the shared coach."""

    def chosen(*scripts: Sequence[Piece], spec: str = "openai:small") -> ScriptedEngine:
        engine = ScriptedEngine(*scripts, spec=spec)
        monkeypatch.setattr(coach, "engine", engine)
        monkeypatch.setattr(coach._runner, "_engine", engine)
        return engine

    return chosen
