<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}">
<head>
    <meta charset="utf-8">
    <title>@yield('title')</title>
    <style>
        body { font-family: Verdana, sans-serif; color: #12263a; background-color: #ffffff; }
        .button { background-color: #00527a; color: #ffffff; padding: 12px 20px; display: inline-block; }
    </style>
</head>
<body>
    <img src="https://static.aquanova.eu/mail/drop.png" width="48" height="48">
    @yield('content')
    <p>{{ __('mail.footer.legal') }}</p>
    <p><a href="https://www.aquanova.eu/contact">{{ __('mail.footer.contact') }}</a></p>
</body>
</html>
