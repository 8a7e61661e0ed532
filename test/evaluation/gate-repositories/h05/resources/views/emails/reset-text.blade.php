{{ __('mail.hello', ['name' => $firstName]) }}

{{ __('mail.reset.intro') }}

{{ __('mail.reset.button') }}: {{ $resetUrl }}

{{ __('mail.reset.not_you') }}

Noordwind B.V., Havenkade 31, 9711 AB Groningen
{{ __('mail.footer.help') }} +31 50 555 0116
