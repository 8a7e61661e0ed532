@extends('emails.layout')
@section('content')
    <p>{{ __('mail.greeting', ['name' => $name]) }}</p>
    <p>{{ __('mail.identity_check.body', ['steps' => $steps, 'deadline' => $deadline]) }}</p>
@endsection
