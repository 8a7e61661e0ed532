@extends('emails.layouts.main')

@section('content')
  <p>{{ __('mail.hello', ['name' => $firstName]) }}</p>
  <p>{{ __('mail.shipped.intro', ['order' => $order, 'carrier' => $carrier]) }}</p>
  @if ($giftMessage)
    <p>{{ __('mail.shipped.gift') }}</p>
    <div class="gift">{!! $giftMessage !!}</div>
  <p><a href="{{ $trackUrl }}">{{ __('mail.shipped.track') }}</a></p>
  <p>{{ __('mail.shipped.returns') }}</p>
@endsection
