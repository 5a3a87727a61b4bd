"""``python -m authoring`` is the same as ``authoring``."""

from authoring.cli.main import main

main()
