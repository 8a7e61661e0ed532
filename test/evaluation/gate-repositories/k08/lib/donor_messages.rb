require "liquid"
require "mail"
require "yaml"

# One method per message. The hash is what the template sees, along with `org` and `t`.
module DonorMessages
  ORG = {
    "name" => "Open Hands Foundation",
    "address" => "ul. Długa 17, 31-147 Kraków",
    "help_email" => "donors@openhands.pl"
  }.freeze

  module_function

  def receipt(donor, gift)
    send_mail(donor, "receipt", {
      "donor" => { "first_name" => donor.first_name, "title" => donor.title },
      "gift" => { "amount" => gift.amount_text, "date" => gift.date_text, "number" => gift.number, "project" => gift.project },
      "receipt_url" => gift.receipt_url
    })
  end

  def card_expiring(donor, card)
    send_mail(donor, "card_expiring", {
      "donor" => { "first_name" => donor.first_name, "title" => donor.title },
      "card" => { "last4" => card.last4, "expires" => card.expires_text },
      "update_url" => card.update_url
    })
  end

  def appeal(donor, appeal)
    send_mail(donor, "appeal", {
      "donor" => { "first_name" => donor.first_name, "title" => donor.title },
      "appeal" => { "title" => appeal.title, "story" => appeal.story, "gifts" => appeal.gifts_this_week },
      "give_url" => appeal.give_url,
      "unsubscribe_url" => donor.unsubscribe_url
    }, "List-Unsubscribe" => "<#{donor.unsubscribe_url}>", "List-Unsubscribe-Post" => "List-Unsubscribe=One-Click")
  end

  def send_mail(donor, name, data, headers = {})
    data = data.merge("org" => ORG, "lang" => donor.lang, "t" => YAML.load_file("texts/#{donor.lang}.yml"))
    text = render("#{name}.#{donor.lang}.text.liquid", data)
    html = render("#{name}.#{donor.lang}.html.liquid", data)
    Mail.deliver do
      from "Open Hands <#{ORG['help_email']}>"
      to donor.email
      subject data["t"]["subjects"][name]
      headers.each { |key, value| header[key] = value }
      text_part { body text }
      html_part { content_type "text/html; charset=UTF-8"; body html }
    end
  end

  def render(file, data)
    Liquid::Template.parse(File.read("mails/#{file}"), error_mode: :strict).render!(data, strict_filters: true)
  end
end
