"""Sends the SES mails and triggers the Braze canvases.

The values of a message are complete: SES gets exactly this dict as TemplateData.
"""
import json

import boto3
import requests

ses = boto3.client("ses", region_name="eu-central-1")
SENDER = "Skylark Airlines <service@skylark.aero>"


def mail(template, passenger, data):
    ses.send_templated_email(
        Source=SENDER,
        Destination={"ToAddresses": [passenger.email]},
        Template=f"{template}-{passenger.language}",
        TemplateData=json.dumps(data),
    )


def login_code(passenger, code, minutes):
    mail("LoginCode", passenger, {
        "first_name": passenger.first_name,
        "code": code,
        "minutes": minutes,
    })


def gate_changed(passenger, flight):
    mail("FlightChanged", passenger, {
        "first_name": passenger.first_name,
        "flight": flight.number,
        "departure": flight.departure_text,
        "rebook_url": flight.rebook_url,
    })


def documents_missing(passenger, documents, deadline, upload_url):
    mail("DocumentsMissing", passenger, {
        "first_name": passenger.first_name,
        "missing_documents": ", ".join(documents),
        "deadline": deadline,
        "upload_url": upload_url,
    })


def password_changed(passenger, phone):
    mail("PasswordChanged", passenger, {
        "first_name": passenger.first_name,
        "phone": phone,
    })


def trigger(canvas, passenger, properties):
    requests.post(
        "https://rest.fra-02.braze.eu/canvas/trigger/send",
        json={"canvas_id": canvas, "recipients": [{"external_user_id": passenger.id, "canvas_entry_properties": properties}]},
        timeout=5,
    )


def boarding(passenger, flight):
    trigger("boarding", passenger, {
        "flight": flight.number,
        "gate": flight.gate,
        "time": flight.boarding_text,
    })
