package mail

import (
	"embed"
	"encoding/json"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Bundle loads every locale. A message that a locale lacks is taken from English.
func Bundle(files embed.FS, names []string) (*i18n.Bundle, error) {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("json", json.Unmarshal)
	for _, n := range names {
		if _, err := b.LoadMessageFileFS(files, "locales/"+n+".json"); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// Dir is the direction of a language's script.
func Dir(lang string) string {
	if lang == "ar" {
		return "rtl"
	}
	return "ltr"
}
