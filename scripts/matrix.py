"""Proposes rows for the matrix of addresses and roles; the work is in tests/access/propose.py.

`python -m scripts.matrix` prints what is missing or differs, `python -m scripts.matrix campaigns --write` writes what is
missing of that package.
"""

import subprocess
import sys

from scripts.project import PYTHON, ROOT, development

if __name__ == "__main__":
    command = [str(PYTHON), "-m", "tests.access.propose", *sys.argv[1:]]
    sys.exit(subprocess.run(command, cwd=ROOT, env=development(), check=False).returncode)
