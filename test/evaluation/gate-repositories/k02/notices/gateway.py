import os

import requests


def send(number, text):
    requests.post(os.environ["SMS_URL"], json={"to": number, "text": text}, timeout=5)
