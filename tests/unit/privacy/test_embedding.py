"""A hosted embeddings endpoint gets no names."""

from functools import partial

from app.language.spacy_english import SpacyEnglish
from app.privacy.embedding import WithoutNames
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.retrieval.embeddings import EndpointEmbedder
from tests.conftest import ROOT
from tests.stubs.openai_server import OpenAIStub


def test_no_name_is_in_what_an_embeddings_endpoint_gets(english: SpacyEnglish) -> None:
    finder = NameFinder(english, ROOT / "knowledge")
    with OpenAIStub() as stub:
        embedder = WithoutNames(EndpointEmbedder("m", stub.url, ""), partial(Pseudonyms, (), finder=finder))
        texts = ["My boss Priya Raman said no.", "What should I ask first?"]
        assert embedder.queries(texts).shape == embedder.passages(texts).shape == (2, 4)
    assert "Priya" not in str(stub.asked)
    assert "What should I ask first?" in str(stub.asked)
