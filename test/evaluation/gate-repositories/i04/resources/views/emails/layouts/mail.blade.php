<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}" dir="{{ app()->getLocale() === 'fa' ? 'rtl' : 'ltr' }}">
<head>
    <meta charset="utf-8">
    <title>Seguralia</title>
</head>
<body>
    @yield('content')
    <p>{{ __('claims.footer') }}</p>
</body>
</html>
