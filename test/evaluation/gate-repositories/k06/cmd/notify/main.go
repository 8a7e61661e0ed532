package main

import (
	"log"
	"os"

	"aeronwater.wales/notify/internal/notify"
)

func main() {
	if err := notify.Run(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}
