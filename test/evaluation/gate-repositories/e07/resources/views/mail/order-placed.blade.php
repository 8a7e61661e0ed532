@component('mail::message')
# {{ __('mails.order.title', ['number' => $order->number]) }}

{{ __('mails.order.hello', ['name' => $order->customer->first_name]) }}

{{ trans_choice('mails.order.items', $order->lines->count()) }}

@foreach ($order->lines as $line)
- {{ $line->title }}: {{ $line->price }}
@endforeach

{{ __('mails.order.total', ['total' => $total]) }}

@if ($order->pickup_at)
{{ __('mails.order.pickup', ['from' => $order->pickup_at->format('H:i'), 'day' => $order->pickup_at->translatedFormat('l')]) }}
@else
{{ __('mails.order.delivery') }}
@endif

@component('mail::button', ['url' => $url])
{{ __('mails.order.button') }}
@endcomponent

{!! __('mails.order.help', ['link' => '<a href="https://shop.heronbooks.eu/help">shop.heronbooks.eu/help</a>']) !!}
@endcomponent
