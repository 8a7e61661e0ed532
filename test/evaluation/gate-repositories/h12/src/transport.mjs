import nodemailer from "nodemailer";

export const transport = nodemailer.createTransport({ host: "relay.sabletelecom.example", port: 465, secure: true });
