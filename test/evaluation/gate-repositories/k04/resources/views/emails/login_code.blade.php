@extends('emails.layout')
@section('content')
    <p>{{ __('mail.greeting', ['name' => $name]) }}</p>
    <p>{{ __('mail.login_code.body') }} <strong>{{ $code }}</strong></p>
    <p>{{ __('mail.login_code.expiry', ['minutes' => $minutes]) }}</p>
@endsection
