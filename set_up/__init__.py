# -*- coding: utf-8 -*-
"""Setting the program up: what is wanted, the system's part, and the virtual environment.

Only the standard library, and only syntax that old Pythons can read.
"""
