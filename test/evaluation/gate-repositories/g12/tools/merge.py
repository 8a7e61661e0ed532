"""Fills the tokens of the print service and of the SMS gateway; used by the preview."""

import re

LETTER = re.compile(r"<<([A-Z_]+)>>")
SMS = re.compile(r"\{\$([a-z_]+)\}")


def letter(text: str, values: dict[str, str]) -> str:
    return LETTER.sub(lambda m: values[m.group(1)], text)


def sms(text: str, values: dict[str, str]) -> str:
    return SMS.sub(lambda m: values[m.group(1)], text)
