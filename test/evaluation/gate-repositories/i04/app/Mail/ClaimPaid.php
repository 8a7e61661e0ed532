<?php

namespace App\Mail;

use App\Models\Claim;
use App\Support\Money;
use Illuminate\Mail\Mailable;

class ClaimPaid extends Mailable
{
    public function __construct(private Claim $claim) {}

    public function build(): self
    {
        return $this->subject(__('claims.paid.subject'))
            ->view('emails.claim_paid')
            ->text('emails.claim_paid_plain')
            ->with([
                'name' => $this->claim->policyholder->first_name,
                'amount' => Money::format($this->claim->payout, app()->getLocale()),
                'ibanTail' => substr($this->claim->iban, -4),
            ]);
    }
}
