"""A person's own documents: what is kept, what they say on a subject, and removing one for good."""

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.documents import Documents
from app.domain.documents import OwnDocument
from app.ui import state
from app.ui.components import documents_add, documents_quote
from app.ui.components.calm import calm
from app.ui.components.tags import joined, tag
from app.ui.components.words import label, muted, said, when
from app.ui.state import OWNER

KIND = {"md": "Markdown", "txt": "Text", "pdf": "PDF"}
WORDS = (
    "Your level guide, your notes, the handbook. They stay on this machine, apart from what the coach knows. In the chat "
    "they are quoted word for word beside an answer, and they are never sent to a model."
)
FOUND = 5


def show(coach: Coach) -> None:
    """Draw the collection, or the document the address asks for."""
    documents = coach.documents
    chosen = state.in_view("document")
    if chosen and (text := documents.text(OWNER, chosen)):
        title = next((each.title for each in documents.all(OWNER) if each.id == chosen), "")
        st.button(
            "All your documents", key="all_documents", type="tertiary", on_click=state.view, args=("document", "")
        )
        st.subheader(label(title, 120), anchor=False)
        said(text)
        return
    st.markdown(WORDS)
    documents_add.show(documents)
    kept = documents.all(OWNER)
    if not kept:
        muted("Nothing here yet.")
        return
    documents_add.mend(documents)
    _search(documents)
    for each in kept:
        _one(documents, each)


def _search(documents: Documents) -> None:
    query = st.text_input("Search in them", key="own_query", max_chars=300, placeholder="When are packets due?")
    if not query.strip():
        return
    found = documents.shown(OWNER, documents.search(OWNER, query, limit=FOUND))
    if not found:
        muted("Nothing in your documents comes close. Try their own words.")
    for passage in found:
        st.html(joined((documents_quote.passage_html(passage), tag("p", passage.title, cls="muted"))))


def _one(documents: Documents, document: OwnDocument) -> None:
    with st.container(border=True, key=f"document_{document.id}", gap="small"):
        st.markdown(f"**{label(document.title, 90)}**")
        muted(f"{KIND[document.kind]}, {document.characters:,} characters, added {when(document.added)}")
        with st.container(horizontal=True):
            st.button("Read", key=f"read_{document.id}", on_click=state.view, args=("document", document.id))
            with st.popover("Remove", type="tertiary", key=f"gone_{document.id}"):
                muted("Its words and its vectors leave this machine for good. Answers that quoted it lose the quote.")
                if st.button("Remove for good", key=f"remove_{document.id}"):
                    with calm():
                        documents.remove(OWNER, document.id)
                        st.rerun()
