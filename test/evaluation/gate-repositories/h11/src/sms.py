"""Text messages."""
import json
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "sms"


def _text(key: str, language: str) -> str:
    return json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))[key]


def meter_reading(gateway, household, by):
    gateway.send(household.mobile, _text("meter_reading", household.language).format(by=by, link=household.meter_link))


def softener_offer(gateway, household, price):
    """Advertising; only households with household.wants_offers. The gateway handles the answer STOP."""
    gateway.send(household.mobile, _text("softener_offer", household.language).format(price=price))
