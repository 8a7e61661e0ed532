package ch.alpina.messages;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

@Service
public class SmsSender {

    private final MessageSource messages;
    private final SmsGateway gateway;

    public SmsSender(MessageSource messages, SmsGateway gateway) {
        this.messages = messages;
        this.gateway = gateway;
    }

    public void premiumDue(Customer c, String amount, String dueDate) {
        send(c, "sms.premium.due", amount, dueDate);
    }

    public void claimReceived(Customer c, String claimNumber, int answerDays) {
        send(c, "sms.claim.received", claimNumber, answerDays);
    }

    public void expertVisit(Customer c, String day, String address) {
        send(c, "sms.expert.visit", day, address);
    }

    public void brokerInvite(Customer c, String organisation, String expiry) {
        send(c, "sms.broker.invite", organisation, expiry);
    }

    public void payoutSent(Customer c, String amount, String ibanTail) {
        send(c, "sms.payout.sent", amount, ibanTail);
    }

    public void policyExpires(Customer c, String policy, String date) {
        send(c, "sms.policy.expires", policy, date);
    }

    public void stopConfirmed(Customer c) {
        send(c, "sms.stop.confirmed");
    }

    private void send(Customer c, String key, Object... args) {
        Locale locale = c.locale();
        gateway.send(c.mobile(), messages.getMessage(key, args, locale));
    }
}
