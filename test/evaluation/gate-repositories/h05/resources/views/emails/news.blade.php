@extends('emails.layouts.main')

@section('content')
  <p>{{ __('mail.news.intro', ['discount' => $discount]) }}</p>
  <p><a href="#">{{ __('mail.news.button') }}</a></p>
  <p><small>{!! __('mail.news.unsubscribe_html', ['url' => e($unsubscribeUrl)]) !!}</small></p>
@endsection
