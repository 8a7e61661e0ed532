package com.aviora.messaging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of mails and push messages in the language of the passenger. */
public final class Texts {
  private final Locale locale;

  public Texts(Locale locale) {
    this.locale = locale;
  }

  public String mail(String key, Object... args) {
    return new MessageFormat(ResourceBundle.getBundle("i18n/mail", locale).getString(key), locale).format(args);
  }

  public String push(String key, Object... args) {
    return String.format(locale, ResourceBundle.getBundle("i18n/push", locale).getString(key), args);
  }
}
