"""Incident notices, by mail and on the web page."""
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent / "notices"


def notice(incident: str, stage: str, language: str, **fields: str) -> str:
    plan = yaml.safe_load((ROOT / "plan.yaml").read_text(encoding="utf-8"))
    allowed = plan["incidents"][incident]["fields"]
    texts = yaml.safe_load((ROOT / "texts" / f"{language}.yaml").read_text(encoding="utf-8"))
    return texts[incident][stage].format(**{key: fields[key] for key in allowed if key in fields})
