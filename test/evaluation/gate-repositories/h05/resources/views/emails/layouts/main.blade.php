<!DOCTYPE html>
<html lang="{{ app()->getLocale() }}" dir="{{ app()->getLocale() === 'he' ? 'rtl' : 'ltr' }}">
<head>
  <meta charset="utf-8">
  <title>Noordwind</title>
</head>
<body>
  <img src="https://www.noordwind.example/img/logo.png" width="140" height="40">
  @yield('content')
  <p>Noordwind B.V., Havenkade 31, 9711 AB Groningen</p>
  <p>{{ __('mail.footer.help') }} <bdi>+31 50 555 0116</bdi></p>
</body>
</html>
