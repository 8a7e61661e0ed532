class MemberMailer < ApplicationMailer
  def sign_in_code(member, code)
    @first_name = member.first_name
    @code = code.value
    @minutes = code.ttl_minutes
    mail to: member.email, subject: t(".subject", code: @code)
  end

  def new_device(member, sign_in)
    @first_name = member.first_name
    @login_city = sign_in.city
    @device = sign_in.device
    @secure_url = secure_account_url(member.public_id)
    mail to: member.email, subject: t(".subject")
  end

  def password_changed(member)
    @first_name = member.first_name
    @phone = Settings.support_phone
    mail to: member.email, subject: t(".subject")
  end

  def documents_requested(member, request)
    @first_name = member.first_name
    @document_list = request.documents.map(&:title).to_sentence
    @reply_by = l(request.reply_by, format: :long)
    @upload_url = upload_url(request.public_id)
    mail to: member.email, subject: t(".subject")
  end

  def appointment_confirmed(member, appointment)
    @first_name = member.first_name
    @branch_name = appointment.branch.name
    @starts_at = l(appointment.starts_at, format: :long)
    mail to: member.email, subject: t(".subject")
  end

  def newsletter(subscriber, issue)
    @headline = issue.headline
    @website_url = root_url
    @unsubscribe_url = unsubscribe_url(subscriber.token)
    headers["List-Unsubscribe"] = "<#{@unsubscribe_url}>"
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail to: subscriber.email, subject: t(".subject", headline: @headline)
  end
end
