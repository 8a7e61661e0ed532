@extends('emails.layouts.mail')
@section('content')
    <p>Hello {{ $handlerName }},</p>
    <p>claim {{ $claimNumber }} was assigned to you.</p>
    <p><a href="{{ $portalUrl }}">Open the claim in the back office</a></p>
@endsection
