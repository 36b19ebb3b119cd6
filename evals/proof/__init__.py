"""Every bar can fail: the code is broken in a copy of the tree, once a bar, and its task has to notice."""
