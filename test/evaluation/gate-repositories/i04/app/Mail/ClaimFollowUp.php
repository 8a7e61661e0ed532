<?php

namespace App\Mail;

use App\Models\Claim;
use Illuminate\Mail\Mailable;

/** Sent three days after ClaimReceived; no appointment exists yet. */
class ClaimFollowUp extends Mailable
{
    public function __construct(private Claim $claim) {}

    public function build(): self
    {
        return $this->subject(__('claims.followup.subject'))
            ->view('emails.claim_followup')
            ->text('emails.claim_followup_plain')
            ->with([
                'name' => $this->claim->policyholder->first_name,
                'claimNumber' => $this->claim->number,
                'assessor' => $this->claim->assessor->name,
            ]);
    }
}
