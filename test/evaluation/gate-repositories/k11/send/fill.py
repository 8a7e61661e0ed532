"""Fills the tokens of letters and text messages."""
import pathlib
import re

import yaml

FIELDS = yaml.safe_load(pathlib.Path("send/fields.yml").read_text())


def fill(kind, message, text, values):
    """Put in the values of the listed tokens; all other tokens are left as they are."""
    for name in FIELDS[kind][message]:
        text = re.sub(rf"<<{name}>>|@{name}@", lambda _: str(values[name]), text)
    return text
