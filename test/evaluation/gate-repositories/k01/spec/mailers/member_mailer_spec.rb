require "rails_helper"

RSpec.describe MemberMailer do
  let(:member) { build(:member, first_name: "Ines") }

  it "asks for documents" do
    request = build(:document_request, reply_by: Date.new(2025, 3, 1))
    mail = described_class.documents_requested(member, request)
    expect(mail.text_part.body).to include("Ines")
  end
end
