from django.template.loader import render_to_string


def test_claim_received_names_the_reference():
    text = render_to_string(
        "email/claim_received/body.txt",
        {"first_name": "Test", "claim": {"reference": "TODO-1"}, "days": 1, "claim_url": "http://localhost/claims/1"},
    )
    assert "TODO-1" in text
