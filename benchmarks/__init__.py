"""Each module here is a command that prints its table: `PYTHONPATH=platform python -m benchmarks.pages`."""
