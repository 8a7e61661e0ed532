package mail

import (
	"bytes"
	htmltemplate "html/template"
	"io/fs"
	texttemplate "text/template"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Message is what a customer gets.
type Message struct {
	Subject string
	HTML    string
	Text    string
	Headers map[string]string
}

// Render puts data into the templates of a message.
func Render(files fs.FS, name string, tag language.Tag, l *i18n.Localizer, data map[string]any) (Message, error) {
	funcs := map[string]any{
		"T": func(id string, data any) (string, error) {
			return l.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data})
		},
		"N": func(id string, count int, data any) (string, error) {
			return l.Localize(&i18n.LocalizeConfig{MessageID: id, PluralCount: count, TemplateData: data})
		},
		"lang": func() string { return tag.String() },
		"dir": func() string {
			if tag == language.Persian {
				return "rtl"
			}
			return "ltr"
		},
	}
	html, err := htmltemplate.New(name).Funcs(funcs).ParseFS(files, "templates/layout.gohtml", "templates/"+name+".gohtml")
	if err != nil {
		return Message{}, err
	}
	text, err := texttemplate.New(name).Funcs(funcs).ParseFS(files, "templates/layout.gotxt", "templates/"+name+".gotxt")
	if err != nil {
		return Message{}, err
	}
	var h, t bytes.Buffer
	if err := html.ExecuteTemplate(&h, "layout", data); err != nil {
		return Message{}, err
	}
	if err := text.ExecuteTemplate(&t, "layout", data); err != nil {
		return Message{}, err
	}
	message := Message{HTML: h.String(), Text: t.String(), Headers: map[string]string{}}
	if url, ok := data["UnsubscribeURL"].(string); ok && url != "" {
		message.Headers["List-Unsubscribe"] = "<" + url + ">"
		message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
	}
	return message, nil
}
