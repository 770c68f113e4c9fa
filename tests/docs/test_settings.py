"""The sample of settings tells of every setting, and of none that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_that_is_read_stands_in_the_sample() -> None:
    config = ROOT / "samsyn" / "config"
    code = (config / "settings.py").read_text() + (config / "environment.py").read_text()
    read = set(re.findall(r'\b(?:text|flag|number|words)\(\s*"(SAMSYN_\w+|[A-Z]+)"', code))
    told = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read - told == set(), "Add these settings with a comment to .env.example."
    assert told - read == set(), (
        "These settings are not read any more; take them out of .env.example."
    )
