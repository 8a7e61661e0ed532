"""Mails to tenants. Every context that a template gets is built here."""
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _, ngettext


def _send(tenant, name, subject, context, headers=None):
    context = {**context, "tenant": tenant, "portal_url": settings.PORTAL_URL}
    text = render_to_string(f"emails/{name}.txt", context)
    html = render_to_string(f"emails/{name}.html", context)
    mail = EmailMultiAlternatives(subject, text, to=[tenant.email], headers=headers or {})
    mail.attach_alternative(html, "text/html")
    mail.send()


def send_rent_reminder(tenant, invoice):
    with translation.override(tenant.language):
        _send(
            tenant,
            "rent_reminder",
            _("Your rent for %(month)s") % {"month": invoice.month_name},
            {"invoice": invoice, "pay_url": invoice.pay_url},
        )


def send_repair_planned(tenant, repair):
    with translation.override(tenant.language):
        _send(
            tenant,
            "repair_planned",
            _("We are coming for your repair"),
            {"repair": repair, "days": repair.days_left},
        )


def send_neighbourhood_news(tenant, items):
    """Only for tenants who asked for it (tenant.wants_news)."""
    with translation.override(tenant.language):
        url = tenant.unsubscribe_url()
        _send(
            tenant,
            "neighbourhood_news",
            ngettext("News from your street", "%(count)d news from your street", len(items))
            % {"count": len(items)},
            {"items": items, "unsubscribe_url": url},
            headers={
                "List-Unsubscribe": f"<{url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )


def send_staff_digest(address, open_repairs):
    text = render_to_string("emails/staff_digest.txt", {"open_repairs": open_repairs})
    EmailMultiAlternatives("Open repairs", text, to=[address]).send()
