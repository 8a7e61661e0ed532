{{ __('mail.hello', ['name' => $user->name]) }}

{{ __('mail.goodbye.body', ['studio' => $studio->name]) }}

{{ __('mail.footer') }}
