{{ __('mail.greeting', ['name' => $name]) }}

{{ __('mail.offers.body', ['offer' => $offer]) }}

{{ __('mail.offers.footer', ['unsubscribe_url' => $unsubscribe_url]) }}

Lumara Mobile Ltd, 40 Signal Road, Dublin 2, Ireland
