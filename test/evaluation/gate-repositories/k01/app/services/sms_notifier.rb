# Text messages. Every text gets exactly the fields listed here.
class SmsNotifier
  def payment_due(loan)
    deliver(loan.member, :payment_due,
            first_name: loan.member.first_name,
            amount: helpers.number_to_currency(loan.next_amount),
            due_date: I18n.l(loan.next_due_on))
  end

  def card_blocked(card)
    deliver(card.member, :card_blocked,
            last_four: card.last_four,
            phone: Settings.support_phone)
  end

  def appointment_reminder(appointment)
    deliver(appointment.member, :appointment_reminder,
            first_name: appointment.member.first_name,
            branch_name: appointment.branch.name,
            starts_at: I18n.l(appointment.starts_at, format: :short))
  end

  private

  def deliver(member, key, **fields)
    I18n.with_locale(member.locale) do
      Sms::Gateway.post(to: member.mobile, body: I18n.t("sms.#{key}", **fields))
    end
  end

  def helpers = ApplicationController.helpers
end
