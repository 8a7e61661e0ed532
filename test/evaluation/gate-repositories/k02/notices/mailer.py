"""Everything the hospital sends. The context given to a template is complete:
nothing is added by context processors."""
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


def _send(patient, template, subject, context):
    with override(patient.language):
        text = render_to_string(f"notices/{template}.txt", context)
        html = render_to_string(f"notices/{template}.html", context)
        mail = EmailMultiAlternatives(subject, text, to=[patient.email])
        mail.attach_alternative(html, "text/html")
        mail.send()


def password_reset(patient, reset_url, requested_at):
    _send(patient, "password_reset", _("Set a new password"), {
        "first_name": patient.first_name,
        "reset_url": reset_url,
        "requested_at": requested_at,
        "valid_hours": 24,
    })


def appointment(patient, appointment):
    _send(patient, "appointment", _("Your appointment"), {
        "first_name": patient.first_name,
        "clinic": appointment.clinic.name,
        "date": appointment.date_long(),
        "doctor": appointment.doctor.display_name,
        "portal_url": appointment.portal_url(),
    })


def results_ready(patient, portal_url):
    _send(patient, "results_ready", _("News in your patient portal"), {
        "first_name": patient.first_name,
        "portal_url": portal_url,
    })


def bed_request(staff, request):
    """To the ward staff, never to the patient."""
    _send(staff, "bed_request", _("A bed is asked for"), {
        "first_name": staff.first_name,
        "ward": request.ward.name,
        "ward_console_url": request.console_url(),
        "patient_portal_url": request.portal_url(),
    })
