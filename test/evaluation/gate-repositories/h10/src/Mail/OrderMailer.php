<?php

namespace App\Mail;

use App\Entity\Order;
use App\Entity\Reader;
use App\Sms\SmsGateway;
use Symfony\Bridge\Twig\Mime\TemplatedEmail;
use Symfony\Component\Mailer\MailerInterface;
use Symfony\Component\Mime\Address;
use Symfony\Contracts\Translation\TranslatorInterface;

final class OrderMailer
{
    private const FROM = ['commandes@librairieducanal.example', 'Librairie du Canal'];

    public function __construct(
        private MailerInterface $mailer,
        private SmsGateway $sms,
        private TranslatorInterface $translator,
    ) {
    }

    public function orderConfirmed(Order $order): void
    {
        $this->send($order->getReader(), 'order_confirmed', [
            'number' => $order->getNumber(),
            'items' => $order->getItemCount(),
            'total' => $order->getTotal(),
            'ready_on' => $order->getReadyOn(),
            'order_url' => $order->getUrl(),
            'gift' => $order->getGiftMessage(), // null when the order is no present
        ]);
    }

    public function readyForPickup(Order $order): void
    {
        $reader = $order->getReader();
        $this->send($reader, 'ready', [
            'number' => $order->getNumber(),
            'until' => $order->getKeptUntil(),
            'order_url' => $order->getUrl(),
        ]);
        if ($reader->getMobile()) {
            $this->sms->send($reader->getMobile(), $this->translator->trans('ready', [
                'number' => $order->getNumber(),
                'until' => $order->getKeptUntil(),
            ], 'sms', $reader->getLocale()));
        }
    }

    /** Only for readers who ticked the box "new books by letter of the month". */
    public function monthly(Reader $reader, string $listUrl, string $unsubscribeUrl): void
    {
        $this->send($reader, 'monthly', ['list_url' => $listUrl, 'unsubscribe_url' => $unsubscribeUrl], [
            'List-Unsubscribe' => "<$unsubscribeUrl>",
            'List-Unsubscribe-Post' => 'List-Unsubscribe=One-Click',
        ]);
    }

    private function send(Reader $reader, string $name, array $context, array $headers = []): void
    {
        $mail = (new TemplatedEmail())
            ->from(new Address(...self::FROM))
            ->to($reader->getEmail())
            ->locale($reader->getLocale())
            ->subject($this->translator->trans("$name.subject", $context, 'mail', $reader->getLocale()))
            ->htmlTemplate("email/$name.html.twig")
            ->textTemplate("email/$name.txt.twig")
            ->context($context + ['first_name' => $reader->getFirstName(), 'title' => $reader->getTitle()]);
        foreach ($headers as $key => $value) {
            $mail->getHeaders()->addTextHeader($key, $value);
        }
        $this->mailer->send($mail);
    }
}
