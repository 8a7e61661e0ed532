"""Puts the values into a notice and hands it to the mail relay and the status page."""
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent / "notices"


def notice(incident, stage, language, **fields):
    texts = yaml.safe_load((ROOT / f"{language}.yaml").read_text(encoding="utf-8"))
    return texts[incident][stage].format(**fields)
