from flask import current_app, render_template, url_for
from flask_babel import force_locale, format_date, format_datetime, get_locale, gettext as _, ngettext
from flask_mail import Message

from .queue import queue

RTL = {"ar", "fa", "he", "ur"}


def send(name, subject, reader, headers=None, **context):
    context.update(lang=str(get_locale()), dir="rtl" if get_locale().language in RTL else "ltr",
                   site=current_app.config["SITE_NAME"], name=reader.display_name or "")
    message = Message(subject, recipients=[reader.email], extra_headers=headers)
    message.body = render_template(f"mail/{name}.txt", **context)
    message.html = render_template(f"mail/{name}.html", **context)
    queue.put(message)


def confirm_address(reader, token_url, hours):
    with force_locale(reader.lang):
        send("confirm_address", _("Please confirm your e-mail address"), reader, confirm_url=token_url, hours=hours)


def reply_digest(reader, replies, since):
    """Only for readers who follow a topic; they can stop it."""
    stop = reader.stop_url()
    with force_locale(reader.lang):
        send("reply_digest",
             ngettext("One new reply", "%(num)d new replies", len(replies)),
             reader,
             headers={"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
             replies=[{"author": r.author.display_name, "topic": r.topic.title, "url": r.url,
                       "when": format_datetime(r.created, "short")} for r in replies],
             since=format_date(since, "long"), stop_url=stop)


def account_deleted(reader, day):
    with force_locale(reader.lang):
        send("account_deleted", _("Your account has been deleted"), reader, day=format_date(day, "long"))


def report_for_admin(admin, post, reason):
    """English only; goes to the admins of the installation."""
    with force_locale("en"):
        send("report_for_admin", "A post was reported", admin, author=post.author.display_name,
             reason=reason, queue_url=url_for("admin.reports", _external=True))
