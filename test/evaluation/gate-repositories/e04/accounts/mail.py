from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def send_login_code(user, code, minutes, request):
    context = {"user": user, "code": code, "minutes": minutes, "site_name": "Lantern"}
    subject = render_to_string("emails/login_code_subject.txt", context).strip()
    message = EmailMultiAlternatives(subject, render_to_string("emails/login_code.txt", context), to=[user.email])
    message.attach_alternative(render_to_string("emails/login_code.html", context), "text/html")
    message.send()


def send_invite(invite, url):
    context = {"inviter": invite.inviter, "team": invite.team, "accept_url": url, "days": 7, "site_name": "Lantern"}
    message = EmailMultiAlternatives("", render_to_string("emails/invite.txt", context), to=[invite.email])
    message.attach_alternative(render_to_string("emails/invite.html", context), "text/html")
    message.send()
