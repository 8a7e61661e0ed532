<!DOCTYPE html>
<html lang="{{ str_replace('_', '-', app()->getLocale()) }}" dir="ltr">
<head>
    <meta charset="utf-8">
    <title>Lumara Mobile</title>
</head>
<body>
    @yield('content')
    <p>Lumara Mobile Ltd, 40 Signal Road, Dublin 2, Ireland</p>
</body>
</html>
