import i18next from "./i18n.js";
import { push, sendgrid, ses, sms } from "./channels.js";

const from = "Lindero Lab <results@linderolab.example>";

export async function appointment(patient, visit) {
  const data = {
    firstName: patient.firstName,
    appointmentDate: visit.dateFor(patient.lng),
    appointmentTime: visit.timeFor(patient.lng),
    labAddress: visit.lab.address,
    changeUrl: visit.changeUrl,
  };
  await ses.sendTemplated({ from, to: patient.email, template: `appointment.${patient.lng}`, data });
  await sms.send(patient.mobile, i18next.t("sms:appointment", { lng: patient.lng, ...data }));
}

export async function resultReady(patient, order) {
  const data = {
    firstName: patient.firstName,
    lastName: patient.lastName,
    testName: order.testName,
    resultUrl: order.resultUrl,
  };
  await ses.sendTemplated({ from, to: patient.email, template: `result.${patient.lng}`, data });
  await sms.send(patient.mobile, i18next.t("sms:result", { lng: patient.lng, ...data }));
}

export async function loginCode(patient, code) {
  const data = { code, minutes: 5 };
  if (patient.deviceToken) {
    await push.send(patient.deviceToken, {
      title: i18next.t("push:code.title", { lng: patient.lng, ...data }),
      body: i18next.t("push:code.body", { lng: patient.lng, ...data }),
    });
  } else {
    await sms.send(patient.mobile, i18next.t("sms:code", { lng: patient.lng, ...data }));
  }
}

export async function openOrders(patient, count) {
  await push.send(patient.deviceToken, {
    title: i18next.t("push:orders.title", { lng: patient.lng }),
    body: i18next.t("push:orders.body", { lng: patient.lng, count }),
  });
}

/** Answer of the lab to a message; question is what the patient wrote. */
export async function answer(patient, thread) {
  await sendgrid.send({
    from,
    to: patient.email,
    templateId: "d-answer",
    dynamicTemplateData: {
      firstName: patient.firstName,
      question: thread.question,
      answer: thread.answer,
      threadUrl: thread.url,
      attachment: thread.attachmentName,
    },
  });
}
