"""What the built program starts with: the same as ``python -m huddinge_training``."""

import sys

from huddinge_training.__main__ import main

sys.exit(main())
