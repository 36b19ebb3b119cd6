"""The app's frame: page settings, sidebar, and the page that was asked for."""

import streamlit as st

from app.ui.components import frame
from app.ui.components.calm import calm
from app.ui.navigation import pages

frame.configure()
chosen = st.navigation(pages())
with calm():
    frame.sidebar()
    chosen.run()
