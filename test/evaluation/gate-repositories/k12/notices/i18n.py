import json
from functools import cache
from pathlib import Path

# texts from the old system use these names
ALIASES = {"reader": "name", "deadline": "due_date"}


@cache
def catalogue(lang: str) -> dict:
    return json.loads((Path("locales") / lang / "notices.json").read_text(encoding="utf-8"))


def plural(lang: str, n: int) -> str:
    if lang == "fa":
        return "one" if n in (0, 1) else "other"
    return "one" if n == 1 else "other"


def text(lang: str, key: str, **fields) -> str:
    entry = catalogue(lang)[key]
    if isinstance(entry, dict):
        entry = entry[plural(lang, fields["count"])]
    for alias, name in ALIASES.items():
        if name in fields:
            fields.setdefault(alias, fields[name])
    return entry.format(**fields)
