@extends('layouts.mail')

@section('title', __('mail.meter_reading.title'))

@section('content')
    <h1>{{ __('mail.meter_reading.title') }}</h1>
    <p>{!! __('mail.meter_reading.greeting', ['name' => $meter->customer->name]) !!}</p>
    <p>{{ trans_choice('mail.meter_reading.body', $days, ['meter' => $meter->serial]) }}</p>
    <p><a class="button" href="{{ route('readings.create', $meter) }}">{{ __('mail.meter_reading.send') }}</a></p>
@endsection
