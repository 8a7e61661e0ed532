import json
from pathlib import Path


def premium_change(client, member, contract, fmt):
    t = json.loads(Path("sendgrid", f"premium_change.{member.lang}.json").read_text("utf-8"))
    return client.send(
        to=member.email,
        template=t,
        data={
            "first_name": member.first_name,
            "new_premium": fmt.money(contract.next_premium, member.lang),
            "from_date": fmt.date(contract.next_start, member.lang),
            "change_url": "https://my.salvia.health/contract",
        },
    )
