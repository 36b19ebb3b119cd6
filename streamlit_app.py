"""The app's frame: page settings, sidebar, and the page that was asked for."""

import streamlit as st

from app.ui import state
from app.ui.components import frame
from app.ui.components.calm import calm
from app.ui.navigation import pages

frame.configure()
chosen = st.navigation(pages())
state.arrive(chosen.url_path)
with calm():
    frame.sidebar()
    chosen.run()
