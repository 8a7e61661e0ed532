{{ __('claims.greeting', ['name' => $name]) }}

{{ __('claims.offer.body') }}

{{ __('claims.offer.button') }}: {{ $offerUrl }}

{{ __('claims.offer.unsubscribe') }}: {{ $optOutUrl }}

{{ __('claims.footer') }}
