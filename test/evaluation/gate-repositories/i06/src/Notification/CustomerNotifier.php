<?php

namespace App\Notification;

use App\Entity\Bill;
use App\Entity\Customer;
use App\Entity\Outage;
use Symfony\Bridge\Twig\Mime\TemplatedEmail;
use Symfony\Component\Mailer\MailerInterface;
use Symfony\Component\Notifier\Message\SmsMessage;
use Symfony\Component\Notifier\TexterInterface;
use Symfony\Component\Routing\Generator\UrlGeneratorInterface;
use Symfony\Contracts\Translation\TranslatorInterface;

final class CustomerNotifier
{
    public function __construct(
        private MailerInterface $mailer,
        private TexterInterface $texter,
        private TranslatorInterface $translator,
        private UrlGeneratorInterface $urls,
    ) {
    }

    public function billReady(Customer $customer, Bill $bill): void
    {
        $this->mail($customer, 'bill_ready', [
            'name' => $customer->getFirstName(), // optional
            'amount' => $bill->getTotal(),
            'currency' => $bill->getCurrency(),
            'due' => $bill->getDueDate(),
            'bill_url' => $this->urls->generate('bill', ['id' => $bill->getId()], UrlGeneratorInterface::ABSOLUTE_URL),
        ]);
    }

    public function readMeter(Customer $customer, int $days): void
    {
        $this->mail($customer, 'read_meter', [
            'name' => $customer->getFirstName(),
            'days' => $days,
            'meters' => $customer->countMeters(),
            'reading_url' => $this->urls->generate('reading', [], UrlGeneratorInterface::ABSOLUTE_URL),
        ]);
        $this->sms($customer, 'read_meter', ['days' => $days]);
    }

    public function plannedOutage(Customer $customer, Outage $outage): void
    {
        $data = ['street' => $outage->getStreet(), 'from' => $outage->getFrom(), 'to' => $outage->getTo()];
        $this->mail($customer, 'planned_outage', $data + ['name' => $customer->getFirstName()]);
        $this->sms($customer, 'planned_outage', $data);
    }

    private function mail(Customer $customer, string $message, array $context): void
    {
        $locale = $customer->getLocale();
        $email = (new TemplatedEmail())
            ->to($customer->getEmail())
            ->subject($this->translator->trans($message.'.subject', [], 'messages', $locale))
            ->htmlTemplate("email/$message.html.twig")
            ->textTemplate("email/$message.txt.twig")
            ->locale($locale)
            ->context($context);
        $this->mailer->send($email);
    }

    private function sms(Customer $customer, string $message, array $data): void
    {
        $text = $this->translator->trans($message, $data, 'sms', $customer->getLocale());
        $this->texter->send(new SmsMessage($customer->getPhone(), $text));
    }
}
