"""What the library sends, and with which fields."""
from email.message import EmailMessage

from jinja2 import Environment, FileSystemLoader, select_autoescape

from . import sms
from .i18n import text

env = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape(["html"]))


def _mail(reader, name: str, **fields) -> EmailMessage:
    lang = reader.lang

    def t(key, **more):
        return text(lang, key, **{**fields, **more})

    context = {**fields, "lang": lang, "dir": "rtl" if lang == "fa" else "ltr", "t": t}
    message = EmailMessage()
    message["From"] = "Central Library <desk@zentralbibliothek.ch>"
    message["To"] = reader.email
    message["Subject"] = text(lang, f"{name}_subject", **fields)
    message.set_content(env.get_template(f"{name}.txt").render(context))
    message.add_alternative(env.get_template(f"{name}.html").render(context), subtype="html")
    return message


def due_soon(reader, loans):
    return _mail(
        reader, "due_soon",
        name=reader.name,
        count=len(loans),
        due_date=loans[0].due_text(reader.lang),
        renew_url=reader.renew_url,
    )


def hold_ready(reader, hold):
    return _mail(
        reader, "hold_ready",
        name=reader.name,
        title=hold.title,
        branch=hold.branch,
        due_date=hold.keep_until_text(reader.lang),
        account_url=reader.account_url,
    )


def hold_ready_sms(reader, hold):
    sms.send(reader.mobile, text(reader.lang, "hold_ready_sms", branch=hold.branch, due_date=hold.keep_until_text(reader.lang)))


def fee_sms(reader, fee):
    sms.send(reader.mobile, text(reader.lang, "fee_sms", amount=fee.text(reader.lang), days=14))
