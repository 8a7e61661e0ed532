{{ __('mail.meter_reading.greeting', ['name' => $meter->customer->name]) }}

{{ trans_choice('mail.meter_reading.body', $days, ['meter' => $meter->serial]) }}

{{ __('mail.meter_reading.send') }}: {{ route('readings.create', $meter) }}

{{ __('mail.footer.legal') }}
{{ __('mail.footer.contact') }}: http://www.aquanova.eu/contact
