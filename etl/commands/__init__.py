"""One module per command of `python -m etl`: add_parser(subparsers) and run(arguments) -> exit status."""
