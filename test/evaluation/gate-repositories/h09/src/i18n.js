import i18next from "i18next";
import Backend from "i18next-fs-backend";

const languages = ["en", "es", "ru", "ur", "hi"];

await i18next.use(Backend).init({
  supportedLngs: languages,
  preload: languages,
  fallbackLng: "en",
  ns: ["sms", "push"],
  backend: { loadPath: "i18n/{{lng}}/{{ns}}.json" },
  interpolation: { escapeValue: false },
});

export default i18next;
