<?php

namespace App\Mail;

use App\Models\Bill;
use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Content;
use Illuminate\Mail\Mailables\Envelope;

class BillReady extends Mailable
{
    public function __construct(public Bill $bill)
    {
    }

    public function envelope(): Envelope
    {
        return new Envelope(subject: __('mail.bill_ready.subject', ['period' => $this->bill->period]));
    }

    public function content(): Content
    {
        return new Content(view: 'emails.bill-ready', text: 'emails.text.bill-ready');
    }
}
