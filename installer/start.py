"""What the built program starts with: the same as ``python -m huddinge_training``."""

import os
import sys

from huddinge_training.__main__ import main

# A program without a console has nowhere to write to, and would stop at its first word.
if sys.stdout is None or sys.stderr is None:
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123

sys.exit(main())
