{{ __('mail.greeting', ['name' => $name]) }}

{{ __('mail.login_code.body') }} {{ $code }}

{{ __('mail.login_code.expiry', ['minutes' => $minutes]) }}

Lumara Mobile Ltd, 40 Signal Road, Dublin 2, Ireland
