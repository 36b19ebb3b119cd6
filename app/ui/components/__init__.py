"""Parts of pages. Each draws one thing from plain values; none knows a page."""
