<?php

namespace App\Mail;

use App\Models\Claim;
use Illuminate\Mail\Mailable;

class ClaimReceived extends Mailable
{
    public function __construct(private Claim $claim) {}

    public function build(): self
    {
        return $this->subject(__('claims.received.subject'))
            ->view('emails.claim_received')
            ->text('emails.claim_received_plain')
            ->with([
                'name' => $this->claim->policyholder->first_name,
                'claimNumber' => $this->claim->number,
                'customerMessage' => $this->claim->customer_message, // free text from the web form
                'portalUrl' => route('portal.claim', $this->claim),
            ]);
    }
}
