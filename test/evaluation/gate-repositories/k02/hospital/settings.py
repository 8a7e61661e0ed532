LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("ar", "العربية")]
USE_I18N = True
LOCALE_PATHS = ["locale"]
INSTALLED_APPS = ["django.contrib.auth", "notices"]
DEFAULT_FROM_EMAIL = "St. Brigid Hospital <appointments@stbrigid.health>"
