<?php

namespace App\Mail\Admin;

use App\Models\Claim;
use App\Models\User;
use Illuminate\Mail\Mailable;

/** To the handler inside the company. */
class ClaimAssigned extends Mailable
{
    public function __construct(private Claim $claim, private User $handler) {}

    public function build(): self
    {
        return $this->subject("Claim {$this->claim->number} is yours")
            ->view('emails.admin.claim_assigned')
            ->text('emails.admin.claim_assigned_plain')
            ->with([
                'handlerName' => $this->handler->first_name,
                'claimNumber' => $this->claim->number,
                'backofficeUrl' => route('backoffice.claim', $this->claim),
                // signed, signs the customer in; only to be quoted on the phone
                'portalUrl' => route('portal.claim', $this->claim),
            ]);
    }
}
