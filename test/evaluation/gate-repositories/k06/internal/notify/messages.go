package notify

import "time"

// BillReady is the data of templates/*/bill_ready.*
type BillReady struct {
	Name      string
	Amount    string
	DueDate   string
	BillURL   string
	Reference string
}

// SupplyOff is the data of templates/*/supply_off.*
type SupplyOff struct {
	Name     string
	Street   string
	From     string
	Until    string
	Updates  string // time of the next update
	StatusURL string
	Phone    string
}

// MeterReading is the data of templates/*/meter_reading.*
type MeterReading struct {
	Name     string
	Readings int
	Deadline string
	ReadURL  string
}

func longDate(lang string, t time.Time) string {
	if lang == "cy" {
		return t.Format("2") + " " + monthsCy[t.Month()-1]
	}
	return t.Format("2 January")
}

var monthsCy = []string{"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"}
