@extends('emails.layouts.mail')
@section('content')
    <p>{{ __('claims.greeting', ['name' => $name]) }}</p>
    <p>{{ __('claims.paid.body', ['amount' => $amount, 'tail' => $ibanTail]) }}</p>
    <p>{{ __('claims.paid.objection') }}</p>
@endsection
