@extends('emails.layouts.mail')
@section('content')
    <p>{{ __('claims.greeting', ['name' => $name]) }}</p>
    <p>{{ __('claims.followup.body', ['claim' => $claimNumber, 'assessor' => $assessor]) }}</p>
    <p>{{ __('claims.followup.next') }}</p>
@endsection
