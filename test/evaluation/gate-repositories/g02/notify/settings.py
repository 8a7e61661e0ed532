LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("pl", "Polski"),
    ("ar", "العربية"),
]
LOCALE_PATHS = ["locale"]
USE_I18N = True
DEFAULT_FROM_EMAIL = "Helvora Insurance <service@helvora.com>"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": ["templates"],
        "OPTIONS": {"builtins": ["django.templatetags.i18n", "django.templatetags.l10n"]},
    }
]
