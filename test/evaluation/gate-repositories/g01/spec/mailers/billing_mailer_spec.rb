require "rails_helper"

RSpec.describe BillingMailer do
  let(:customer) { build(:customer, first_name: "Amira", email: "amira@example.com", locale: "en") }
  let(:invoice) { build(:invoice, total: 31.5, currency: "£", due_on: Date.new(2026, 3, 14)) }

  it "names the amount" do
    mail = described_class.with(customer:, invoice:).payment_failed
    expect(mail.body.encoded).to include("31.50")
  end
end
