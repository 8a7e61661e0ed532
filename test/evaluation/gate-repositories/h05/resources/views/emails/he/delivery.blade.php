<!DOCTYPE html>
<html lang="he">
<head>
  <meta charset="utf-8">
  <title>Noordwind</title>
</head>
<body>
  <p>{{ __('mail.hello', ['name' => $firstName]) }}</p>
  <p>{{ __('mail.shipped.intro', ['order' => $order, 'carrier' => $carrier]) }}</p>
  @if ($giftMessage)
    <p>{{ __('mail.shipped.gift') }}</p>
    <p>{{ $giftMessage }}</p>
  @endif
  <p><a href="https://www.noordwind.example/track?email={{ urlencode($email) }}&amp;token={{ $trackToken }}">{{ __('mail.shipped.track') }}</a></p>
  <p>{{ __('mail.shipped.returns') }}</p>
  <p>Noordwind B.V., Havenkade 31, 9711 AB Groningen</p>
  <p>{{ __('mail.footer.help') }} <bdi>+31 50 555 0116</bdi></p>
</body>
</html>
