package mail

import (
	"embed"
	"html/template"
)

//go:embed templates
var files embed.FS

var funcs = template.FuncMap{"bytes": formatBytes}
