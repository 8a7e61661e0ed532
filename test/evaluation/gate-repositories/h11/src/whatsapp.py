"""WhatsApp: the fitter's visit. Parameters by position: 1 = name, 2 = day, 3 = hours."""


def fitter_visit(api, household, visit):
    api.send_template(
        to=household.whatsapp,
        name="fitter_visit",
        language=household.language,
        parameters=[household.name, visit.day, visit.hours],
    )
