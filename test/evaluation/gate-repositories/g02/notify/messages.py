"""Sends a message to a policyholder in their language."""

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation


def send(kind, person, context, *, marketing=False):
    with translation.override(person.language):
        context = {**context, "first_name": person.first_name}
        subject = render_to_string(f"email/{kind}/subject.txt", context).strip()
        mail = EmailMultiAlternatives(subject, render_to_string(f"email/{kind}/body.txt", context), to=[person.email])
        mail.attach_alternative(render_to_string(f"email/{kind}/body.html", context), "text/html")
        if marketing:
            mail.extra_headers["List-Unsubscribe"] = f"<{context['unsubscribe_url']}>"
            mail.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail.send()
