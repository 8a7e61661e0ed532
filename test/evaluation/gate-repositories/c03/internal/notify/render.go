package notify

import (
	"embed"
	htmltpl "html/template"
	texttpl "text/template"
)

//go:embed templates/*/*.tmpl
var files embed.FS

type ParcelData struct {
	Recipient   string
	Parcel      string
	Window      string
	TrackingURL string
	Items       []Item
	Safe        bool
}

type Item struct {
	Name  string
	Count int
}
