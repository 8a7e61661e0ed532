@extends('emails.layout')
@section('title', __('mail.goodbye.subject'))
@section('content')
<p>{{ __('mail.hello', ['name' => $user->name]) }}</p>
<p>{{ __('mail.goodbye.body', ['studio' => $studio->name]) }}</p>
@endsection
