Rails.application.config.i18n.available_locales = %i[en es fr]
Rails.application.config.i18n.default_locale = :en
Rails.application.config.i18n.fallbacks = [:en]
