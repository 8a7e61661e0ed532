"""Appointment reminder: 1 = place, 2 = date, 3 = time (all formatted for the member's language)."""
import json
from pathlib import Path


def appointment(member, visit, fmt):
    template = json.loads(Path("whatsapp", f"appointment_{member.lang}.json").read_text("utf-8"))
    params = [visit.place, fmt.date(visit.start, member.lang), fmt.time(visit.start, member.lang)]
    return {
        "to": member.phone,
        "type": "template",
        "template": {
            "name": template["name"],
            "language": {"code": template["language"]},
            "components": [{"type": "body", "parameters": [{"type": "text", "text": p} for p in params]}],
        },
    }
