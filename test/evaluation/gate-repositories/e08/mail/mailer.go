package mail

type Invoice struct {
	CustomerName string
	Number       string
	Total        string
	DueOn        string
	Lines        []Line
	PayURL       string
	Overdue      bool
}

func (m *Mailer) SendInvoice(lang string, inv Invoice) error {
	var html, text bytes.Buffer
	loc := i18n.NewLocalizer(m.bundle, lang)
	data := map[string]any{"Invoice": inv, "Lang": lang, "T": loc.MustLocalize}
	if err := m.html.ExecuteTemplate(&html, "invoice.html.tmpl", data); err != nil {
		return err
	}
	return m.text.ExecuteTemplate(&text, "invoice.txt.tmpl", data)
}
