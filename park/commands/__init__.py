"""Commands of `python -m park`: every module here has `add_parser(subparsers)`, which adds its own."""
