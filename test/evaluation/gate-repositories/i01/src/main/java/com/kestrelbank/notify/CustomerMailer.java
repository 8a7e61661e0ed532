package com.kestrelbank.notify;

import freemarker.template.Configuration;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.*;
import org.springframework.stereotype.Service;

@Service
public class CustomerMailer {

    private final Configuration freemarker;
    private final Outbox outbox;
    private final Texts texts;

    public CustomerMailer(Configuration freemarker, Outbox outbox, Texts texts) {
        this.freemarker = freemarker;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** Every mail gets: customer (firstName, lastName), lang, msg (helper: key, args...). */
    private Map<String, Object> base(Customer c) {
        Map<String, Object> m = new HashMap<>();
        m.put("customer", Map.of("firstName", c.getFirstName(), "lastName", c.getLastName()));
        m.put("lang", c.getLocale().getLanguage());
        m.put("msg", new MsgMethod(texts, c.getLocale()));
        return m;
    }

    public void cardBlocked(Customer c, Card card) {
        Map<String, Object> m = base(c);
        m.put("cardTail", card.getTail());
        m.put("blockedAt", Format.dateTime(card.getBlockedAt(), c.getLocale()));
        m.put("secureUrl", "https://www.kestrelbank.com/secure");
        send(c, "card-blocked", m);
    }

    public void transferDone(Customer c, Transfer t) {
        Map<String, Object> m = base(c);
        m.put("amount", Format.money(t.getAmount(), c.getLocale()));
        m.put("payee", t.getPayeeName());
        m.put("executedOn", Format.date(t.getExecutedOn(), c.getLocale()));
        send(c, "transfer-done", m);
    }

    public void payeeAdded(Customer c, Payee p) {
        Map<String, Object> m = base(c);
        m.put("payee", p.getName());
        m.put("addedAt", Format.dateTime(p.getCreatedAt(), c.getLocale()));
        send(c, "payee-added", m);
    }

    public void disputeDocuments(Customer c, Dispute d) {
        Map<String, Object> m = base(c);
        m.put("documents", String.join(", ", d.getMissingDocuments(c.getLocale())));
        m.put("dueDate", Format.date(d.getDueDate(), c.getLocale()));
        m.put("uploadUrl", Links.upload(d.getId()));
        send(c, "dispute-documents", m);
    }

    public void passwordReset(Customer c, ResetTicket r) {
        Map<String, Object> m = base(c);
        m.put("resetUrl", Links.reset(r.getOpaqueId()));
        m.put("minutes", r.getMinutesLeft());
        send(c, "password-reset", m);
    }

    public void loginCode(Customer c, String code, int minutes) {
        Map<String, Object> m = base(c);
        m.put("code", code);
        m.put("minutes", minutes);
        send(c, "login-code", m, code);
    }

    private void send(Customer c, String name, Map<String, Object> m, Object... subjectArgs) {
        String key = name.replace('-', '.') + ".subject";
        String subject = new MessageFormat(texts.get(key, c.getLocale()), c.getLocale()).format(subjectArgs);
        outbox.queue(c.getMail(), subject, render(name + ".txt.ftl", m), render(name + ".ftlh", m));
    }

    private String render(String file, Map<String, Object> model) {
        return FreeMarkers.process(freemarker, file, model);
    }
}
