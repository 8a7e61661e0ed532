<?php

namespace App\Mail;

use App\Entity\Booking;
use App\Entity\Permit;
use App\Entity\Subscriber;
use Symfony\Bridge\Twig\Mime\TemplatedEmail;
use Symfony\Component\Mailer\MailerInterface;
use Symfony\Contracts\Translation\TranslatorInterface;

final class CitizenMailer
{
    public function __construct(private MailerInterface $mailer, private TranslatorInterface $translator)
    {
    }

    public function permitGranted(Permit $permit): void
    {
        $this->send('permit_granted', $permit->getCitizen(), [
            'name' => $permit->getCitizen()->getName(),
            'zone' => $permit->getZone(),
            'valid_until' => $permit->getValidUntilText(),
            'permit_url' => $permit->getUrl(),
        ]);
    }

    public function roomBooked(Booking $booking): void
    {
        $this->send('room_booked', $booking->getCitizen(), [
            'name' => $booking->getCitizen()->getName(),
            'room' => $booking->getRoom(),
            'day' => $booking->getDayText(),
            'people' => $booking->getPeople(),
            'booking_url' => $booking->getUrl(),
        ]);
    }

    public function gazette(Subscriber $subscriber, string $issue): void
    {
        $this->send('gazette', $subscriber, [
            'issue' => $issue,
            'read_url' => 'https://www.aarberg-les-bains.ch/gazette',
            'unsubscribe_url' => $subscriber->getUnsubscribeUrl(),
        ], [
            'List-Unsubscribe' => '<'.$subscriber->getUnsubscribeUrl().'>',
            'List-Unsubscribe-Post' => 'List-Unsubscribe=One-Click',
        ]);
    }

    private function send(string $message, $reader, array $context, array $headers = []): void
    {
        $email = (new TemplatedEmail())
            ->from('Ville d\'Aarberg-les-Bains <citoyens@aarberg-les-bains.ch>')
            ->to($reader->getEmail())
            ->locale($reader->getLocale())
            ->subject($this->translator->trans($message.'.subject', $this->parameters($context), 'mail', $reader->getLocale()))
            ->htmlTemplate('mail/'.$message.'.html.twig')
            ->textTemplate('mail/'.$message.'.txt.twig')
            ->context($context);
        foreach ($headers as $name => $value) {
            $email->getHeaders()->addTextHeader($name, $value);
        }
        $this->mailer->send($email);
    }

    private function parameters(array $context): array
    {
        $parameters = [];
        foreach ($context as $name => $value) {
            $parameters['%'.$name.'%'] = $value;
        }
        // texts of the old system say %citizen%
        $parameters['%citizen%'] = $context['name'] ?? '';

        return $parameters;
    }
}
