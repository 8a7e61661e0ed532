package example.acquaviva.mail;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Builds the model of every mail. A template sees these keys and no others. */
public class MailComposer {
    private final Mailer mailer;
    private final Texts texts;

    public MailComposer(Mailer mailer, Texts texts) {
        this.mailer = mailer;
        this.texts = texts;
    }

    private Map<String, Object> model(Customer customer) {
        Map<String, Object> model = new HashMap<>();
        model.put("lang", customer.locale().getLanguage());
        model.put("name", customer.name());   // may be null: shops and offices give none
        model.put("msg", texts.method(customer.locale()));
        return model;
    }

    private static String money(Bill bill, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(bill.currency());
        return format.format(bill.total());
    }

    private static String day(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
    }

    public void bill(Customer customer, Bill bill) {
        var model = model(customer);
        model.put("total", money(bill, customer.locale()));
        model.put("dueOn", day(bill.dueOn(), customer.locale()));
        model.put("overdueCount", bill.overdueCount());
        model.put("payUrl", bill.payUrl());
        mailer.send(customer, "bill", texts.get("bill.subject", customer.locale()), model);
    }

    public void plannedInterruption(Customer customer, Interruption work) {
        var model = model(customer);
        model.put("day", day(work.day(), customer.locale()));
        model.put("from", work.from().toString());
        model.put("to", work.to().toString());
        model.put("street", work.street());
        mailer.send(customer, "interruption", texts.get("interruption.subject", customer.locale()), model);
    }

    /** Advertising: only for customers who said yes to tips. */
    public void tips(Customer customer, String tipUrl, String unsubscribeUrl) {
        var model = model(customer);
        model.put("tipUrl", tipUrl);
        model.put("unsubscribeUrl", unsubscribeUrl);
        mailer.sendBulk(customer, "tips", texts.get("tips.subject", customer.locale()), model, unsubscribeUrl);
    }
}
