LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("nl", "Nederlands"), ("tr", "Türkçe"), ("pl", "Polski")]
USE_I18N = True
USE_L10N = True
LOCALE_PATHS = ["locale"]
DEFAULT_FROM_EMAIL = "Molenhof Wonen <huurders@molenhof.example>"
PORTAL_URL = "https://mijn.molenhof.example"
