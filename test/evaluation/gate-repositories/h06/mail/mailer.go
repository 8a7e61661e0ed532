package mail

import "context"

// Base is part of every mail.
type Base struct {
	Lang     string
	Dir      string
	SiteName string // set by the operator
	SiteURL  string
	UserName string
}

type Reset struct {
	Base
	ResetURL string
	Hours    int
}

type Post struct {
	Title  string
	Author string
	URL    string
}

type Digest struct {
	Base
	Posts          []Post
	Count          int
	UnsubscribeURL string
}

type Invite struct {
	Base
	Inviter   string // may be empty: invitations by the system itself
	AcceptURL string
}

type NewMember struct {
	Base
	Member   string
	AdminURL string
}

// SendReset sends the link for a new password.
func (m *Mailer) SendReset(ctx context.Context, to string, r Reset) error {
	return m.send(ctx, to, "reset", "reset.subject", r, nil)
}

// SendDigest sends the weekly digest to members who subscribed to it.
func (m *Mailer) SendDigest(ctx context.Context, to string, d Digest) error {
	return m.send(ctx, to, "digest", "digest.subject", d, map[string]string{
		"List-Unsubscribe":      "<" + d.UnsubscribeURL + ">",
		"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
	})
}

// SendInvite invites somebody who has no account yet.
func (m *Mailer) SendInvite(ctx context.Context, to string, i Invite) error {
	return m.send(ctx, to, "invite", "invite.subject", i, nil)
}

// SendNewMember tells the operator about a member who waits for approval. English only.
func (m *Mailer) SendNewMember(ctx context.Context, to string, n NewMember) error {
	return m.sendPlain(ctx, to, "admin_new_member", "A member is waiting for approval", n)
}
