{{ __('mail.incident_supply.what', ['district' => $interruption->district, 'time' => $interruption->since->isoFormat('LLL')]) }}

{{ __('mail.incident_supply.effect') }}

{{ __('mail.incident_supply.action', ['point' => $interruption->water_point]) }}

{{ __('mail.incident_supply.contact') }}

{{ __('mail.footer.legal') }}
{{ __('mail.footer.contact') }}: https://www.aquanova.eu/contact
