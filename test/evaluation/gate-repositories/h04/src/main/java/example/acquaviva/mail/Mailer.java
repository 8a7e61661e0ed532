package example.acquaviva.mail;

import java.util.Map;

/** Renders NAME.ftlh and NAME.ftl and hands both parts to the relay. */
public interface Mailer {
    void send(Customer to, String template, String subject, Map<String, Object> model);

    /** As send, with List-Unsubscribe and List-Unsubscribe-Post: List-Unsubscribe=One-Click. */
    void sendBulk(Customer to, String template, String subject, Map<String, Object> model, String unsubscribeUrl);
}
