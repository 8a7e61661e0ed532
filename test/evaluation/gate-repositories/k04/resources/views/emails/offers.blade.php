@extends('emails.layout')
@section('content')
    <p>{{ __('mail.greeting', ['name' => $name]) }}</p>
    <p>{{ __('mail.offers.body', ['offer' => $offer]) }}</p>
    <p>{{ __('mail.offers.footer', ['unsubscribe_url' => $unsubscribe_url]) }}</p>
@endsection
