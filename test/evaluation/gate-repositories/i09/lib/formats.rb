require "i18n"
require "money"

module Ribera
  module Formats
    PHONES = {
      "ES" => "900 123 480",      # free within Spain
      "IT" => "800 914 207",
      "JP" => "0120-555-318",
      "IL" => "1-800-355-210",
    }.freeze

    module_function

    def money(amount, currency, locale) = I18n.with_locale(locale) { Money.from_amount(amount, currency).format }
    def date(value, locale) = I18n.l(value.to_date, format: :long, locale: locale)
    def month(value, locale) = I18n.l(value, format: "%B %Y", locale: locale)
    def support_phone(country) = PHONES.fetch(country, "+34 91 555 04 80")
  end
end
