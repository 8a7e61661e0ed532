"""The club newsletter by SendGrid. `unsubscribe_url` is the member's own page."""
from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import Header, Mail


def send(member, issue, template_id):
    message = Mail(from_email="club@skylark.aero", to_emails=member.email)
    message.template_id = template_id
    message.dynamic_template_data = {
        "first_name": member.first_name,
        "headline": issue.headline,
        "miles": member.miles_text,
        "book_url": issue.book_url,
        "unsubscribe_url": member.unsubscribe_url,
    }
    message.add_header(Header("List-Unsubscribe", f"<{member.unsubscribe_url}>"))
    message.add_header(Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    SendGridAPIClient().send(message)
