"""Fills the notices: string.Template for letters and mails, so that a lone dollar sign is written $$."""
from pathlib import Path
from string import Template


def fill(kind: str, channel: str, language: str, values: dict[str, str]) -> str:
    text = Path(f"notices/{kind}/{channel}_{language}.tmpl").read_text(encoding="utf-8")
    return Template(text).substitute(values)
