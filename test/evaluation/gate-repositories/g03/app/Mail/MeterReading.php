<?php

namespace App\Mail;

use App\Models\Meter;
use Illuminate\Mail\Mailable;
use Illuminate\Mail\Mailables\Content;
use Illuminate\Mail\Mailables\Envelope;

class MeterReading extends Mailable
{
    public function __construct(public Meter $meter, public int $days)
    {
    }

    public function envelope(): Envelope
    {
        return new Envelope(subject: __('mail.meter_reading.subject'));
    }

    public function content(): Content
    {
        return new Content(view: 'emails.meter-reading', text: 'emails.text.meter-reading');
    }
}
