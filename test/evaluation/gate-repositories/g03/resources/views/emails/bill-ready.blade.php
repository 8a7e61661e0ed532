@extends('layouts.mail')

@section('title', __('mail.bill_ready.title'))

@section('content')
    <h1>{{ __('mail.bill_ready.title') }}</h1>
    <p>{{ __('mail.bill_ready.greeting', ['name' => $bill->customer->name]) }}</p>
    <p>{{ __('mail.bill_ready.body', ['amount' => $bill->formattedAmount(), 'due_date' => $bill->due_on->isoFormat('LL')]) }}</p>
    @if ($bill->customer->autopay)
        <p>{{ __('mail.bill_ready.autopay', ['iban' => $bill->customer->maskedIban()]) }}</p>
    <p><a class="button" href="{{ route('bills.show', $bill) }}">{{ __('mail.bill_ready.open') }}</a></p>
    <p>{{ __('mail.bill_ready.late_fee') }}</p>
@endsection
