"""What Lumo Mobile tells its customers, and with which values."""
from flask import render_template
from flask_babel import force_locale, format_currency, format_date, gettext as _, ngettext

from .gateway import send_mail, send_sms

RTL = {"fa"}


def _mail(customer, name, subject, headers=None, **context):
    context.update(
        customer=customer,
        lang=customer.locale,
        dir="rtl" if customer.locale in RTL else "ltr",
    )
    send_mail(
        customer.email,
        subject,
        text=render_template(f"email/{name}.txt", **context),
        html=render_template(f"email/{name}.html", **context),
        headers=headers,
    )


def bill_ready(customer, bill):
    with force_locale(customer.locale):
        amount = format_currency(bill.total, bill.currency)
        due = format_date(bill.due_on, "long")
        _mail(
            customer,
            "bill_ready",
            _("Your bill is ready"),
            amount=amount,
            due=due,
            pay_url=bill.pay_url,
            reminders=bill.open_reminders,
        )
        if customer.wants_sms:
            send_sms(
                customer.msisdn,
                _("Lumo: your bill of %(amount)s is due on %(due)s.", amount=amount, due=due),
            )


def plan_changed(customer, plan, note):
    # note is what the customer typed into the order form
    with force_locale(customer.locale):
        _mail(
            customer,
            "plan_changed",
            _("Your plan changes"),
            plan_name=plan.name,
            starts_on=format_date(plan.starts_on, "long"),
            note=note,
            cancel_url=plan.cancel_url,
        )


def sim_swap(customer, swap):
    with force_locale(customer.locale):
        _mail(
            customer,
            "sim_swap",
            _("A new SIM card for your number"),
            when=format_date(swap.at, "long"),
            block_url=swap.block_url,
        )


def offer(customer, gift):
    """Advertising. Only with customer.consent_offers."""
    with force_locale(customer.locale):
        unsubscribe_url = customer.unsubscribe_url()
        _mail(
            customer,
            "offer",
            _("A present from Lumo"),
            headers={
                "List-Unsubscribe": f"<{unsubscribe_url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
            gift_name=gift.name,
            shop_url=gift.shop_url,
            unsubscribe_url=unsubscribe_url,
        )


def minutes_left(customer, n):
    with force_locale(customer.locale):
        send_sms(
            customer.msisdn,
            ngettext("Lumo: %(num)s minute left this month.", "Lumo: %(num)s minutes left this month.", n),
        )
