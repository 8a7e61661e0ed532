from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import formats, translation
from django.utils.translation import gettext as _, ngettext

LANGUAGES = ["en", "de", "es", "fr", "ar", "he"]


def _send(name, subject, to, context, language, headers=None):
    with translation.override(language):
        text = render_to_string(f"mail/{name}.txt", context)
        html = render_to_string(f"mail/{name}.html", {**context, "LANGUAGE_CODE": language})
        mail = EmailMultiAlternatives(subject, text, settings.MAIL_FROM, [to], headers=headers)
        mail.attach_alternative(html, "text/html")
        mail.send()


def booking_confirmed(booking):
    with translation.override(booking.language):
        context = {
            "first_name": booking.passenger.first_name,
            "flight_number": booking.flight.number,
            "departure": formats.date_format(booking.flight.departure, "DATETIME_FORMAT"),
            "locator": booking.locator,
            "bags": booking.bag_count,
            "bags_text": ngettext("%(n)d checked bag", "%(n)d checked bags", booking.bag_count)
            % {"n": booking.bag_count},
            "checkin_url": booking.checkin_url(),
        }
        subject = _("Your booking is confirmed")
    _send("booking_confirmed", subject, booking.passenger.email, context, booking.language)


def flight_delayed(booking, delay):
    with translation.override(booking.language):
        context = {
            "first_name": booking.passenger.first_name,
            "flight_number": booking.flight.number,
            "new_departure": formats.date_format(delay.new_departure, "DATETIME_FORMAT"),
            "gate": delay.gate,  # may be None
            "rebook_url": booking.rebook_url(),
        }
        subject = _("Your flight is delayed")
    _send("flight_delayed", subject, booking.passenger.email, context, booking.language)


def newsletter(subscriber, issue):
    with translation.override(subscriber.language):
        context = {
            "headline": issue.headline(subscriber.language),
            "web_url": issue.web_url,
            "unsubscribe_url": subscriber.unsubscribe_url(),
        }
        subject = _("News from Aurelia Air")
    _send(
        "newsletter", subject, subscriber.email, context, subscriber.language,
        headers={
            "List-Unsubscribe": f"<{subscriber.unsubscribe_url()}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def desk_request(booking, form):
    context = {
        "locator": booking.locator,
        "desk_url": f"https://desk.aurelia-air.com/bookings/{booking.pk}",
        # free text typed by the passenger on the public form
        "special_request": form.cleaned_data["special_request"],
    }
    _send("desk_request", "Special request", settings.DESK_MAIL, context, "en")
