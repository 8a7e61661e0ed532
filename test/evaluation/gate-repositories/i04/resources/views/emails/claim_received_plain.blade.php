{{ __('claims.greeting', ['name' => $name]) }}

{{ __('claims.received.body', ['claim' => $claimNumber]) }}

{{ __('claims.received.no_repair') }}

{{ __('claims.received.you_wrote') }}
{{ $customerMessage }}

{{ __('claims.received.answer') }}

{{ __('claims.received.button') }}: {{ $portalUrl }}

{{ __('claims.footer') }}
