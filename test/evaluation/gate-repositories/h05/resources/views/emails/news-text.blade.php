{{ __('mail.news.intro', ['discount' => $discount]) }}

{{ __('mail.news.button') }}: {{ $campaignUrl }}

{{ __('mail.news.unsubscribe', ['url' => $unsubscribeUrl]) }}

Noordwind B.V., Havenkade 31, 9711 AB Groningen
{{ __('mail.footer.help') }} +31 50 555 0116
