{{ __('mail.bill_ready.greeting', ['name' => $bill->customer->name]) }}

{{ __('mail.bill_ready.body', ['amount' => $bill->formattedAmount(), 'due_date' => $bill->due_on->isoFormat('LL')]) }}
@if ($bill->customer->autopay)
{{ __('mail.bill_ready.autopay', ['iban' => $bill->customer->maskedIban()]) }}
@endif

{{ __('mail.bill_ready.open') }}: {{ route('bills.show', $bill) }}

{{ __('mail.bill_ready.late_fee') }}

{{ __('mail.footer.legal') }}
{{ __('mail.footer.contact') }}: https://www.aquanova.eu/contact
