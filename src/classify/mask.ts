import { addressesIn } from '../text/mask-addresses.js';

/** Of a longer text only this much is looked at: what was said stands near the beginning. */
export const longestText = 6_000;

const urls = /\b(?:https?:\/\/|www\.)[^\s<>"']{1,500}/gi;
const tokens = /[A-Za-z0-9_][\w.:+/-]*/g;
/** Senders are told by name of page why, as in `?p=NoSuchUser`. */
const page = /[?&]p=([A-Za-z]{4,40})\b/;

const enhanced = /^[245]\.\d{1,3}\.\d{1,3}$/;
const network = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7})(?:[:/]\d+)?$/i;
const moment = /^\d{1,4}(?:[-/.:]\d{1,4}){1,2}(?:T[\d:.+]+Z?)?$/;
const host = /^(?:[\w-]+\.)+(?:[a-z]{2,24}|[A-Z]{2,6})(?::\d+)?$/;
const reply = /^[2-5]\d\d$/;

const maskUrl = (url: string): string => {
  const name = page.exec(url)?.[1];
  return name === undefined ? '<url>' : `<url> ${name}`;
};

function maskWord(word: string): string {
  if (enhanced.test(word) || reply.test(word)) return word;
  if (/^\d+$/.test(word)) return '#';
  if (network.test(word)) return '<ip>';
  if (moment.test(word)) return '<time>';
  if (host.test(word)) return '<host>';
  return word.length >= 8 && /\d/.test(word) && /^[\w.:+-]+$/.test(word) ? '<id>' : word;
}

function maskToken(token: string): string {
  if (!/[\d.]/.test(token)) return token;
  const [, prefix, word, end] = /^(\d{3}-)?(.*?)([.:+/-]*)$/.exec(token)!;
  return `${prefix ?? ''}${maskWord(word!)}${end}`;
}

/**
 * The text with addresses, hosts, times, numbers and ids left out, so that all lines of one kind are one template; reply
 * codes and enhanced codes stay. On one line, without control characters.
 */
export function maskText(text: string): string {
  const short = text.length > longestText ? text.slice(0, longestText) : text;
  const plain = short.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  const named = /:\/\/|www\./i.test(plain) ? plain.replace(urls, maskUrl) : plain;
  const anonymous = named.includes('@') ? named.replace(addressesIn, '<address>') : named;
  return anonymous.replace(tokens, maskToken).trim();
}
