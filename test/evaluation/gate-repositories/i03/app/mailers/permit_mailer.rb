class PermitMailer < ApplicationMailer
  # Reader may have left the name empty in the form: then the greeting goes without it.
  def received(permit)
    @permit = permit
    @days = permit.processing_days
    I18n.with_locale(permit.locale) do
      @greeting = greeting(permit.applicant_name)
      mail(to: permit.email, subject: t(".subject"))
    end
  end

  def granted(permit)
    @permit = permit
    @fee = permit.fee
    @valid_until = permit.valid_until
    @url = permit_url(permit, host: "portal.seelingen.de", protocol: "https")
    I18n.with_locale(permit.locale) do
      @greeting = greeting(permit.applicant_name)
      mail(to: permit.email, subject: t(".subject"))
    end
  end

  # to the office, German only
  def office_copy(permit)
    @permit = permit
    @url = office_permit_url(permit, host: "amt.seelingen.de", protocol: "https")
    I18n.with_locale(:de) do
      mail(to: "bauamt@seelingen.de", subject: t(".subject", number: permit.number))
    end
  end

  private

  def greeting(name)
    name.present? ? t("permit_mailer.greeting", name: name) : t("permit_mailer.greeting_without_name")
  end
end
