@extends('emails.layouts.main')

@section('content')
  <p>{{ __('mail.hello', ['name' => $firstName]) }}</p>
  <p>{{ __('mail.return.intro', ['order' => $order, 'amount' => $amount]) }}</p>
  @if ($remark)
    <p>{{ $remark }}</p>
  @endif
  <p>{{ __('mail.return.see') }} <a href="https://www.noordwind-shop.example/account/returns">https://www.noordwind.example/account/returns</a></p>
@endsection
