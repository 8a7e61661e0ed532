package notify

import (
	"bytes"
	"fmt"
	htmltemplate "html/template"
	"strings"
	"text/template"
)

var funcs = map[string]any{
	"upper": strings.ToUpper,
	"short": func(u string) string { return strings.TrimPrefix(u, "https://www.") },
}

// Render gives the text and the HTML part of a mail.
func Render(lang, name string, data any) (text, html string, err error) {
	t, err := template.New(name+".txt").Funcs(funcs).ParseFiles(fmt.Sprintf("templates/%s/%s.txt", lang, name))
	if err != nil {
		return "", "", err
	}
	var b bytes.Buffer
	if err = t.Execute(&b, data); err != nil {
		return "", "", err
	}
	text = b.String()
	h, err := htmltemplate.New(name+".html").Funcs(htmltemplate.FuncMap(funcs)).ParseFiles(
		fmt.Sprintf("templates/%s/%s.html", lang, name), "templates/footer.html")
	if err != nil {
		return "", "", err
	}
	b.Reset()
	if err = h.Execute(&b, data); err != nil {
		return "", "", err
	}
	return text, b.String(), nil
}
