from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

BODY = "email/%s.txt"


def send(name, member, context):
    mail = EmailMultiAlternatives(
        render_to_string("email/%s_subject.txt" % name, context).strip(),
        render_to_string(BODY % name, context),
        to=[member.email],
    )
    mail.attach_alternative(render_to_string("email/%s.html" % name, context), "text/html")
    mail.send()
