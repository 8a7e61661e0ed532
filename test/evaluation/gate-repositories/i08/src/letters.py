"""Print merge. Only the fields listed here are replaced; anything else is printed as it stands.

The mailing house prints the address sheet from the member file; the letters start below it.
"""
from pathlib import Path

FIELDS = {
    "claim_decision": ["MemberName", "PolicyNumber", "ClaimRef", "Amount", "ObjectionDate", "Team"],
    "card_renewal": ["MemberName", "PolicyNumber", "CardValidUntil", "Team"],
}


def merge(letter: str, lang: str, data: dict) -> str:
    text = Path("letters", lang, f"{letter}.txt").read_text(encoding="utf-8")
    for field in FIELDS[letter]:
        text = text.replace(f"<<{field}>>", str(data[field]))
    return text
