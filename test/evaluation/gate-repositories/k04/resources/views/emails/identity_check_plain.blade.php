{{ __('mail.greeting', ['name' => $name]) }}

{{ __('mail.identity_check.body', ['steps' => $steps, 'deadline' => $deadline]) }}

Lumara Mobile Ltd, 40 Signal Road, Dublin 2, Ireland
