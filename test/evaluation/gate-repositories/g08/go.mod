module anadoluenerji.com/notify

go 1.22

require github.com/nicksnyder/go-i18n/v2 v2.4.0
