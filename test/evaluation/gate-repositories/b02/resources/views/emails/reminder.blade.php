@extends('emails.layout')
@section('title', __('mail.reminder.subject'))
@section('content')
<p>{{ __('mail.hello', ['name' => $user->name]) }}</p>
<p>{{ __('mail.reminder.body', ['course' => $course->title]) }}</p>
<p>< strong>{{ __('mail.reminder.bring') }}</strong></p>
@endsection
