"""How well the risk detector does on lines that were held back."""
