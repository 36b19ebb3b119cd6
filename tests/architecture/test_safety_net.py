"""The net under all other tests: nothing leaves this machine, and nothing of a person's shell gets in."""

import os
import socket
from pathlib import Path

import pytest

from app.settings import Settings
from tests.conftest import NetworkRefused, stays_here


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org", "10.0.0.1", "127.0.0.1.example.org"])
def test_a_test_cannot_leave_this_machine(host: str) -> None:
    with pytest.raises(NetworkRefused):
        socket.create_connection((host, 80), timeout=1)


def test_not_even_with_a_single_packet() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as packet, pytest.raises(NetworkRefused):
        packet.sendto(b"hello", ("192.0.2.1", 53))


def test_a_server_of_our_own_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


@pytest.mark.parametrize(
    ("host", "here"), [("localhost", True), ("::1", True), (b"127.0.0.9", True), ("8.8.8.8", False)]
)
def test_this_machine_is_known_without_asking_anyone(host: object, here: bool) -> None:
    assert stays_here(host) is here


def test_no_key_or_address_of_a_persons_is_seen() -> None:
    settings = Settings()
    assert (settings.openai_api_key, settings.openai_base_url) == ("", "")
    assert settings.engine_spec == "playbook"
    assert not [name for name in os.environ if name.startswith(("OPENAI", "LANGSMITH", "LANGCHAIN"))]


def test_every_test_has_a_data_folder_of_its_own(data_dir: Path, tmp_path: Path) -> None:
    assert Settings().data_dir == data_dir
    assert data_dir.is_relative_to(tmp_path)
    assert not data_dir.exists()
