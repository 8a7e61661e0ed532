{{ __('mail.hello', ['name' => $user->name]) }}

{{ __('mail.reminder.body', ['course' => $course->title]) }}

<b>{{ __('mail.reminder.bring') }}</b><br>

{{ __('mail.footer') }}
