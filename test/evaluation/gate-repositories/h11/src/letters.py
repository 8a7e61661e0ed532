"""Fills the letters. A field that is not in FIELDS is printed as it stands, brackets and all."""
from pathlib import Path

FIELDS = ("NAME", "ADDRESS_LINE_1", "ADDRESS_LINE_2", "POSTCODE", "ACCOUNT_NO", "AMOUNT", "DUE_DATE", "PAY_BY")
FOLDER = Path(__file__).parent.parent / "letters"


def fill(name: str, language: str, values: dict) -> str:
    text = (FOLDER / f"{name}.{language}.txt").read_text(encoding="utf-8")
    for field in FIELDS:
        text = text.replace(f"<<{field}>>", values[field])
    return text
