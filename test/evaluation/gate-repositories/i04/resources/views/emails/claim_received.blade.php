@extends('emails.layouts.mail')
@section('content')
    <p>{{ __('claims.greeting', ['name' => $name]) }}</p>
    <p>{{ __('claims.received.body', ['claim' => $claimNumber]) }}</p>
    <p>{{ __('claims.received.no_repair') }}</p>
    <p>{{ __('claims.received.you_wrote') }}</p>
    <blockquote>{!! $customerMessage !!}</blockquote>
    <p>{{ __('claims.received.answer') }}</p>
    <p><a href="{{ $portalUrl }}">{{ __('claims.received.button') }}</a></p>
@endsection
