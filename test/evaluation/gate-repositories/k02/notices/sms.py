from django.utils.translation import gettext as _, ngettext, override

from .gateway import send


def appointment_reminder(patient, when, where):
    with override(patient.language):
        send(patient.mobile, _("St. Brigid: your appointment is on {0} at {1}.").format(when, where))


def documents_open(patient, count):
    with override(patient.language):
        text = ngettext(
            "St. Brigid: you have %(count)d form to sign in the portal.",
            "St. Brigid: you have %(count)d forms to sign in the portal.",
            count,
        ) % {"count": count}
        send(patient.mobile, text)


def appointment_moved(patient, date, doctor):
    with override(patient.language):
        text = _("St. Brigid: your appointment with %(doctor)s was moved to %(date)s.") % {
            "doctor": doctor,
            "date": date,
        }
        send(patient.mobile, text)
