require "liquid"
require "aws-sdk-sesv2"
require "mustache"
require_relative "formats"

module Ribera
  class Mailer
    def transfer_sent(customer, transfer)
      deliver("transfer_sent", customer,
        "first_name" => customer.first_name, # nil for company accounts
        "amount" => Formats.money(transfer.amount, transfer.currency, customer.locale),
        "payee" => transfer.payee_name,
        "sent_on" => Formats.date(transfer.sent_on, customer.locale),
        "note" => transfer.note) # may be empty
    end

    def address_changed(customer, change)
      deliver("address_changed", customer,
        "first_name" => customer.first_name,
        "changed_on" => Formats.date(change.at, customer.locale),
        "phone" => Formats.support_phone(customer.country),
        "security_url" => "https://online.bancoribera.com/security")
    end

    # marketing, only with consent
    def monthly_tips(customer, tips)
      deliver("monthly_tips", customer,
        { "tips" => tips.map { |t| { "title" => t.title(customer.locale), "url" => t.url } },
          "count" => tips.size,
          "unsubscribe_url" => customer.unsubscribe_url },
        "List-Unsubscribe" => "<#{customer.unsubscribe_url}>",
        "List-Unsubscribe-Post" => "List-Unsubscribe=One-Click")
    end

    # to a partner's developers, English
    def webhook_failed(partner, failure)
      deliver("webhook_failed", partner.developer,
        "endpoint" => failure.endpoint,
        "status" => failure.status,
        "attempts" => failure.attempts,
        "log_url" => "https://developers.bancoribera.com/logs/#{failure.id}")
    end

    def statement_ready(customer, statement)
      Aws::SESV2::Client.new.send_email(
        from_email_address: "Banco Ribera <service@mail.bancoribera.com>",
        destination: { to_addresses: [customer.email] },
        content: { template: {
          template_name: "statement_ready_#{customer.locale}",
          template_data: {
            month: Formats.month(statement.month, customer.locale),
            url: "https://online.bancoribera.com/statements"
          }.to_json
        } }
      )
    end

    def push_card_used(customer, use)
      push("card_used", customer,
        "amount" => Formats.money(use.amount, use.currency, customer.locale),
        "shop" => use.shop,
        "abroad" => use.abroad?)
    end

    private

    def deliver(name, reader, data, headers = {})
      # Italian readers and developers: mails that are not translated go out in English
      locale = [reader.locale, "en"].find { |l| File.exist?("mail/#{l}/#{name}.html.liquid") }
      dir = File.join("mail", locale)
      html = Liquid::Template.parse(File.read("#{dir}/#{name}.html.liquid")).render!(data)
      text = Liquid::Template.parse(File.read("#{dir}/#{name}.txt.liquid")).render!(data)
      Queue.mail(to: reader.email, subject: Subjects.fetch(name, locale), html: html, text: text, headers: headers)
    end

    def push(key, customer, data)
      texts = JSON.parse(File.read("push/#{customer.locale}.json")).fetch(key)
      Queue.push(customer.device, texts.transform_values { |t| Mustache.render(t, data) })
    end
  end

  # Subjects carry no data of the reader.
  module Subjects
    ALL = {
      "transfer_sent" => { "en" => "Your transfer is on its way", "es" => "Su transferencia está en camino", "ja" => "送金を受け付けました", "he" => "ההעברה שלך בדרך" },
      "address_changed" => { "en" => "Your address was changed", "es" => "Se ha cambiado su dirección", "ja" => "ご住所が変更されました", "he" => "הכתובת שלך שונתה" },
      "monthly_tips" => { "en" => "Your tips for this month", "es" => "Sus consejos de este mes", "ja" => "今月のお役立ち情報", "he" => "הטיפים שלך לחודש זה" },
      "webhook_failed" => { "en" => "A webhook could not be delivered" },
    }.freeze

    def self.fetch(name, locale) = ALL.fetch(name).fetch(locale) { ALL.fetch(name).fetch("en") }
  end
end
