import json
from pathlib import Path


def send(gateway, key, member, data):
    texts = json.loads(Path("sms", f"{member.lang}.json").read_text("utf-8"))
    gateway.send(member.phone, texts[key].format_map(data))


def results_ready(gateway, member, test):
    send(gateway, "results_ready", member, {
        "first_name": member.first_name,
        "last_name": member.last_name,
        "test": test.name,
        "place": test.laboratory,
    })


def card_sent(gateway, member, days):
    send(gateway, "card_sent", member, {"days": days})
