{{ __('mail.hello', ['name' => $firstName]) }}

{{ __('mail.shipped.intro', ['order' => $order, 'carrier' => $carrier]) }}
@if ($giftMessage)
{{ __('mail.shipped.gift') }}
{{ $giftMessage }}
@endif

{{ __('mail.shipped.track') }}: {{ $trackUrl }}

{{ __('mail.shipped.returns') }}

Noordwind B.V., Havenkade 31, 9711 AB Groningen
{{ __('mail.footer.help') }} +31 50 555 0116
