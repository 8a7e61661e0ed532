@extends('emails.layouts.main')

@section('content')
  <p>{{ __('mail.hello', ['name' => $firstName]) }}</p>
  <p>{{ __('mail.reset.intro') }}</p>
  <p><a href=u"{{ $resetUrl }}">{{ __('mail.reset.button') }}</a></p>
  <p>{{ __('mail.reset.not_you') }}</p>
@endsection
