@extends('emails.layout')
@section('title', __('mail.booking.subject'))
@section('content')
<p>{{ __('mail.hello', ['name' => $user->name]) }}</p>
<p>{{ __('mail.booking.body', ['course' => $course->title, 'date' => $course->starts_at->isoFormat('LL'), 'seats' => $seats]) }}</p>
<p><a href="{{ route('bookings.show', $booking) }}">{{ __('mail.booking.action') }}</a></p>
@endsection
