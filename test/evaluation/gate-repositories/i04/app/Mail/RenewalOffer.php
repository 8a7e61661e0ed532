<?php

namespace App\Mail;

use App\Models\Policy;
use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Headers;

/** Marketing: goes only to customers who agreed to offers. */
class RenewalOffer extends Mailable
{
    public function __construct(private Policy $policy, private string $unsubscribeUrl) {}

    public function headers(): Headers
    {
        return new Headers(text: [
            'List-Unsubscribe' => "<{$this->unsubscribeUrl}>",
            'List-Unsubscribe-Post' => 'List-Unsubscribe=One-Click',
        ]);
    }

    public function build(): self
    {
        return $this->subject(__('claims.offer.subject'))
            ->view('emails.renewal_offer')
            ->text('emails.renewal_offer_plain')
            ->with([
                'name' => $this->policy->holder->first_name,
                'offerUrl' => route('offers.show', $this->policy),
                'unsubscribeUrl' => $this->unsubscribeUrl,
            ]);
    }
}
