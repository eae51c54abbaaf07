"""The real program on the data folder that is given, until its window has been painted."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Does what ``huddinge_training.__main__`` does, in the same order."""
    gc.disable()
    from huddinge_training import app  # noqa: PLC0415

    data_dir = Path(sys.argv[1])
    from watched_window import WatchedWindow  # noqa: PLC0415

    vars(app)["MainWindow"] = WatchedWindow
    return app.run(data_dir)


if __name__ == "__main__":
    sys.exit(main())
