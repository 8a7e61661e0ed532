<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head><meta charset="utf-8"><title>@yield('title')</title></head>
<body>
@yield('content')
<p>{{ __('mail.footer') }}</p>
</body>
</html>
