from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def send_hold_ready(hold):
    ctx = {
        "member_name": hold.member.first_name,
        "title": hold.item.title,
        "branch": hold.branch.name,
        "keep_until": hold.keep_until,
        "hold_url": hold.get_absolute_url(),
        "count": hold.member.holds.ready().count(),
    }
    subject = render_to_string("emails/hold_ready_subject.txt", ctx).strip()
    mail = EmailMultiAlternatives(subject, render_to_string("emails/hold_ready.txt", ctx), to=[hold.member.email])
    mail.attach_alternative(render_to_string("emails/hold_ready.html", ctx), "text/html")
    mail.send()
