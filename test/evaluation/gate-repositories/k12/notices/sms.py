import os

import httpx


def send(number: str, body: str) -> None:
    httpx.post(os.environ["SMS_URL"], json={"to": number, "body": body}, timeout=5)
