// Package notify sends mail and push messages to members.
package notify

import (
	"embed"
	"fmt"
	htmltmpl "html/template"
	texttmpl "text/template"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

//go:embed templates/*.tmpl
var files embed.FS

// Common is what every mail gets.
type Common struct {
	Lang     string
	SiteName string
	Name     string // display name of the reader
}

// Invitation is the data of invitation.*.tmpl
type Invitation struct {
	Common
	EventTitle string
	StartAt    string // already formatted for the reader
	Location   string // may be empty (online)
	HostName   string
	HostBio    string // Markdown-free text the host typed in the profile
	EventURL   string
}

// PasswordReset is the data of password_reset.*.tmpl
type PasswordReset struct {
	Common
	ResetURL string
}

// Cancelled is the data of cancelled.*.tmpl
type Cancelled struct {
	Common
	EventTitle string
	Reason     string
}

// LoginPush is the data of the push message "login_push".
type LoginPush struct {
	Code    string
	Minutes int
}

type sender struct {
	bundle *i18n.Bundle
	html   *htmltmpl.Template
	text   *texttmpl.Template
	out    Queue
}

func newSender(b *i18n.Bundle, out Queue) (*sender, error) {
	h, err := htmltmpl.New("").Funcs(htmltmpl.FuncMap{
		"T": translate(b),
	}).ParseFS(files, "templates/*.html.tmpl")
	if err != nil {
		return nil, err
	}
	t, err := texttmpl.New("").Funcs(texttmpl.FuncMap{"T": translate(b)}).ParseFS(files, "templates/*.txt.tmpl")
	if err != nil {
		return nil, err
	}
	return &sender{b, h, t, out}, nil
}

func (s *sender) Invite(m Member, e Event) error {
	return s.mail(m, "invitation", Invitation{
		Common:     s.common(m),
		EventTitle: e.Title,
		StartAt:    FormatTime(e.Start, m.Lang, m.Zone),
		Location:   e.Location,
		HostName:   e.Host.Name,
		HostBio:    e.Host.Bio,
		EventURL:   fmt.Sprintf("%s/e/%s", s.site(), e.Slug),
	})
}

// ResetPassword: the link is good for 24 hours (see resetTTL).
func (s *sender) ResetPassword(m Member, token string) error {
	return s.mail(m, "password_reset", PasswordReset{
		Common:   s.common(m),
		ResetURL: fmt.Sprintf("%s/reset?token=%s&email=%s", s.site(), token, m.Email),
	})
}

const resetTTL = 24 * time.Hour

func (s *sender) Cancel(m Member, e Event) error {
	return s.mail(m, "cancelled", Cancelled{Common: s.common(m), EventTitle: e.Title, Reason: e.CancelReason})
}

func (s *sender) LoginPush(m Member, code string) error {
	return s.push(m, "login_push", LoginPush{Code: code, Minutes: 10})
}
