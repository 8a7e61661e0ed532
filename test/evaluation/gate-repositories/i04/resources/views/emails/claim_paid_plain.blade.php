{{ __('claims.greeting', ['name' => $name]) }}

{{ __('claims.paid.body', ['amount' => $amount, 'tail' => $ibanTail]) }}

<p>{{ __('claims.paid.objection') }}</p>

{{ __('claims.footer') }}
