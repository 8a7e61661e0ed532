package ch.alpina.messages;

import java.util.Map;
import org.springframework.stereotype.Service;

/** Mails of the claims desk. The model of each mail is exactly the map given here. */
@Service
public class ClaimMailer {

    private final TemplateMailer mailer;

    public ClaimMailer(TemplateMailer mailer) {
        this.mailer = mailer;
    }

    public void claimOpened(Customer customer, Claim claim) {
        mailer.send(customer, "claim_opened", Map.of(
                "firstName", customer.firstName(),
                "claimNumber", claim.number(),
                "handlerName", claim.handler().name(),
                "claimUrl", claim.url()));
    }

    public void loginChanged(Customer customer, String changedAt, String secureUrl) {
        mailer.send(customer, "login_changed", Map.of(
                "firstName", customer.firstName(),
                "changedAt", changedAt,
                "secureUrl", secureUrl));
    }

    public void brokerReport(Broker broker, String month, String reportUrl) {
        mailer.send(broker, "broker_report", Map.of(
                "brokerName", broker.name(),
                "month", month,
                "reportUrl", reportUrl));
    }
}
