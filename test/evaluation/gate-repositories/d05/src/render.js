import Mustache from 'mustache';

/** texts: one YAML file a message, languages inside. */
export const render = (texts, language, view) => Mustache.render(texts[language] ?? texts.en, view);
