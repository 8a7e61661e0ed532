<?php

namespace App\Mail;

use App\Models\Interruption;
use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Content;
use Illuminate\Mail\Mailables\Envelope;

/** Sent while a burst main leaves a district without water. */
class SupplyInterruption extends Mailable
{
    public function __construct(public Interruption $interruption)
    {
    }

    public function envelope(): Envelope
    {
        return new Envelope(subject: __('mail.incident_supply.subject', ['district' => $this->interruption->district]));
    }

    public function content(): Content
    {
        return new Content(view: 'emails.incident-supply', text: 'emails.text.incident-supply');
    }
}
