import i18next from "i18next";
import Backend from "i18next-fs-backend";

export const RTL = new Set(["fa"]);

await i18next.use(Backend).init({
  lng: "fi",
  supportedLngs: ["fi", "sv", "en", "uk", "fa"],
  preload: ["fi", "sv", "en", "uk", "fa"],
  fallbackLng: "en",
  ns: ["mail", "sms", "ui"],
  backend: { loadPath: "locales/{{lng}}/{{ns}}.json" },
  // Handlebars escapes the result of the helper "t" in HTML; doing it twice would show &#39; to the reader.
  interpolation: { escapeValue: false },
});

export default i18next;
