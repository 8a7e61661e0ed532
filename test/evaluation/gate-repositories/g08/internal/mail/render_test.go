package mail

import (
	"strings"
	"testing"
)

func TestBracesAreLeftAlone(t *testing.T) {
	got := "use {{.Oops}} and http://localhost:8080/TODO"
	if !strings.Contains(got, "{{.Oops}}") {
		t.Fatal(got)
	}
}
