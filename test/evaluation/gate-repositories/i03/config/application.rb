require_relative "boot"
require "rails/all"

module Buergerpost
  class Application < Rails::Application
    config.load_defaults 7.1
    config.i18n.default_locale = :de
    config.i18n.available_locales = %i[de en fr ru nl]
    # nl is only partly translated: everything missing is shown in German
    config.i18n.fallbacks = { nl: :de, en: :de, fr: :de, ru: :de }
  end
end
