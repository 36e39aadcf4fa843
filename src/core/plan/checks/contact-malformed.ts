import type { CheckRule, Fault } from './check-rule.ts';
import type { Passage } from './passage.ts';
import { quoted } from './quoted.ts';

const URL_TOKEN = /(?:https?:\/\/|www\.)[^\s<>“”"()]*/giu;
/** A comma directly before an ending like "vn" was meant as its point. */
const MAIL_TOKEN =
  /[^\s<>“”"();,]*@[^\s<>“”"();,]*(?:,(?:vn|com|net|org|edu|info)(?![\p{L}\d-]|\S*@)[^\s<>“”"();,]*)*/gu;
const PHONE = /(?:điện thoại|số đt|sđt|đt|hotline|fax)\s*:?\s*(\+?[\d][\d .-]{4,18}\d)/giu;

export const contactMalformed: CheckRule = {
  id: 'contact-malformed',
  severity: 'hint',
  title: { vi: 'Địa chỉ liên hệ không đúng dạng', en: 'Malformed contact' },
  explanation: {
    vi: 'Địa chỉ trang web, thư điện tử hoặc số điện thoại không thể dùng được như đã ghi.',
    en: 'A web address, e-mail address or phone number that cannot work as written.',
  },
  example: 'https://nangsom@dongnang.edu.vn',
  check: ({ passages }) =>
    passages
      .filter(({ lower }) => MAY_HOLD_CONTACT.test(lower))
      .flatMap((passage) => [...webFaults(passage), ...mailFaults(passage), ...phoneFaults(passage)]),
};

/** Most lines hold none. */
const MAY_HOLD_CONTACT = /:\/\/|www\.|@|(?:thoại|đt|hotline|fax)\s*:?\s*\+?\d/;

function webFaults(passage: Passage): Fault[] {
  return tokens(passage.text, URL_TOKEN).flatMap((url): Fault[] => {
    const host = url.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? '';
    if (/^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?$/i.test(host)) return [];
    if (host === '') return [];
    const suggestion = isMail(host) ? host : null;
    return [{ where: passage.at(url), message: `Địa chỉ trang web ${quoted(url)} không đúng dạng.`, suggestion }];
  });
}

function mailFaults(passage: Passage): Fault[] {
  const withoutUrls = passage.text.replace(URL_TOKEN, ' ');
  return tokens(withoutUrls, MAIL_TOKEN)
    .filter((mail) => mail.length > 1 && !mail.startsWith('@') && !isMail(mail))
    .map((mail) => ({
      where: passage.at(mail),
      message: `Địa chỉ thư điện tử ${quoted(mail)} không đúng dạng.`,
      suggestion: isMail(mail.replaceAll(',', '.')) ? mail.replaceAll(',', '.') : null,
    }));
}

/** Ten digits, eleven for a landline with its area code; 1800 and 1900 numbers; +84 for the leading 0. */
function phoneFaults(passage: Passage): Fault[] {
  return [...passage.text.matchAll(PHONE)].flatMap((match): Fault[] => {
    const number = match[1] ?? '';
    const digits = number.replace(/^\+84/, '0').replace(/\D/g, '');
    if (/^(?:0\d{9}|02\d{9}|1[89]00\d{2,6})$/.test(digits)) return [];
    return [{ where: passage.at(number), message: `Số điện thoại ${quoted(number)} không đủ hoặc thừa chữ số.` }];
  });
}

function tokens(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[0].replace(/[.,;:!?]+$/, ''));
}

function isMail(text: string): boolean {
  return /^[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(text) && !text.includes('..');
}
