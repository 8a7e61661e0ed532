{{ __('mail.hello', ['name' => $firstName]) }}

{{ __('mail.return.intro', ['order' => $order, 'amount' => $amount]) }}
@if ($remark)
{{ $remark }}
@endif

{{ __('mail.return.see') }} https://www.noordwind.example/account/returns

Noordwind B.V., Havenkade 31, 9711 AB Groningen
{{ __('mail.footer.help') }} +31 50 555 0116
