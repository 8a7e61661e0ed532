{{ __('mail.hello', ['name' => $user->name]) }}

{{ __('mail.booking.body', ['course' => $course->title, 'date' => $course->starts_at->isoFormat('LL'), 'seats' => $seats]) }}

{{ __('mail.booking.action') }}: {{ route('bookings.show', $booking) }}

{{ __('mail.footer') }}
