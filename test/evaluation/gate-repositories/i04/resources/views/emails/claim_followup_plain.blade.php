{{ __('claims.greeting', ['name' => $name]) }}

{{ __('claims.followup.body', ['claim' => $claimNumber, 'assessor' => $assessor]) }}

{{ __('claims.followup.next') }}

{{ __('claims.footer') }}
