"""One module per group of commands of `python -m park`."""
