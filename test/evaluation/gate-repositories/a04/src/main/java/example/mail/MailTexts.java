package example.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

final class MailTexts {
  String text(String key, Locale locale, Object... arguments) {
    return new MessageFormat(ResourceBundle.getBundle("mail.messages", locale).getString(key), locale)
        .format(arguments);
  }
}
