module MailHelper
  def money(amount, currency)
    number_to_currency(amount, unit: currency, locale: I18n.locale)
  end

  def day(date)
    I18n.l(date, format: :long)
  end
end
