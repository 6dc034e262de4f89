"""Production's settings for workers in tests: jobs that are given up and found again while one watches."""

import os

from config.settings.production import *

TASKS["default"]["OPTIONS"] |= {"lease": int(os.environ["LEASE"]), "attempts": 2, "patience": 0}
