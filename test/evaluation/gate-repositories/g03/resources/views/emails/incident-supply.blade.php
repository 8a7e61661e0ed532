@extends('layouts.mail')

@section('title', __('mail.incident_supply.title'))

@section('content')
    <h1>{{ __('mail.incident_supply.title') }}</h1>
    <p>{{ __('mail.incident_supply.what', ['district' => $interruption->district, 'time' => $interruption->since->isoFormat('LLL')]) }}</p>
    <p>{{ __('mail.incident_supply.effect') }}</p>
    <p>{{ __('mail.incident_supply.action', ['point' => $interruption->water_point]) }}</p>
    <p>{{ __('mail.incident_supply.contact') }}</p>
@endsection
