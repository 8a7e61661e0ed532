@extends('emails.layouts.mail')
@section('content')
    <p>{{ __('claims.greeting', ['name' => $name]) }}</p>
    <p>{{ __('claims.offer.body') }}</p>
    <p><a href="{{ $offerUrl }}">{{ __('claims.offer.button') }}</a></p>
    <p><a href="{{ $unsubscribeUrl }}">{{ __('claims.offer.unsubscribe') }}</a></p>
@endsection
