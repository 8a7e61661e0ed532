package com.aviora.messaging;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

public final class MailSender {
  private final Configuration freemarker;

  public MailSender(Configuration freemarker) {
    this.freemarker = freemarker;
  }

  /** Renders templates/mail/NAME.ftlh and NAME.txt.ftl; offers carry List-Unsubscribe and List-Unsubscribe-Post. */
  public String render(String name, Locale locale, Map<String, Object> model) throws Exception {
    model.put("texts", new Texts(locale));
    model.put("lang", locale.getLanguage());
    Template template = freemarker.getTemplate("mail/" + name, locale);
    StringWriter out = new StringWriter();
    template.process(model, out);
    return out.toString();
  }
}
