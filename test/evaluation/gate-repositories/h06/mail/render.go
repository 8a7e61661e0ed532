package mail

import (
	"bytes"
	"context"
	htmltemplate "html/template"
	texttemplate "text/template"
)

// Mailer renders both parts of a mail and hands them to the transport.
type Mailer struct {
	HTML      *htmltemplate.Template
	Text      *texttemplate.Template
	Transport Transport
	Subject   func(id string, data any) string
}

type Transport interface {
	Deliver(ctx context.Context, to, subject, text, html string, headers map[string]string) error
}

func (m *Mailer) send(ctx context.Context, to, name, subjectID string, data any, headers map[string]string) error {
	var text, html bytes.Buffer
	if err := m.Text.ExecuteTemplate(&text, name+".txt.tmpl", data); err != nil {
		return err
	}
	if err := m.HTML.ExecuteTemplate(&html, name+".html.tmpl", data); err != nil {
		return err
	}
	return m.Transport.Deliver(ctx, to, m.Subject(subjectID, data), text.String(), html.String(), headers)
}

// sendPlain is for the operator: text only.
func (m *Mailer) sendPlain(ctx context.Context, to, name, subject string, data any) error {
	var text bytes.Buffer
	if err := m.Text.ExecuteTemplate(&text, name+".txt.tmpl", data); err != nil {
		return err
	}
	return m.Transport.Deliver(ctx, to, subject, text.String(), "", nil)
}
