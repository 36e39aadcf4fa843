import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inDocument } from './finding-place.ts';

export const unicodeMixed: CheckRule = {
  id: 'unicode-mixed',
  severity: 'hint',
  title: { vi: 'Lẫn bảng mã chữ Việt', en: 'Mixed encodings of Vietnamese letters' },
  explanation: {
    vi: 'Trong một văn bản có chữ dựng sẵn lẫn chữ tổ hợp, hoặc dùng chữ Ð, Ɖ của tiếng nước khác thay cho chữ Đ. Mắt thường không thấy nhưng tìm kiếm, sắp xếp và sao chép sẽ sai. Bản in ra từ hệ thống đã được chuẩn hóa.',
    en: 'Composed and decomposed letters in one document, or a foreign Ð for Đ: invisible, but search and sorting fail.',
  },
  example: 'Ðộc lập (chữ Ð của tiếng Iceland)',
  check: (document) => [...foreignLetters(document), ...decomposedLetters(document)],
};

type Text = { text: string; at: Fault['where'] };

function foreignLetters(document: CheckedDocument): Fault[] {
  const first = rawTexts(document).find(({ text }) => /[\u00D0\u0189]/.test(text));
  if (!first) return [];
  const quote = /\S*[\u00D0\u0189]\S*/u.exec(first.text)?.[0] ?? '';
  const message = `Chữ “${quote}” dùng ký tự Ð của tiếng nước khác thay cho chữ Đ.`;
  return [
    { where: { ...first.at, quote }, message, suggestion: quote.replace(/[\u00D0\u0189]/g, 'Đ').normalize('NFC') },
  ];
}

function decomposedLetters(document: CheckedDocument): Fault[] {
  const texts = rawTexts(document);
  const decomposed = texts.find(({ text }) => text !== text.normalize('NFC'));
  if (!decomposed || !texts.some(({ text }) => hasComposed(text))) return [];
  const word = decomposed.text.split(/\s+/).find((each) => each !== each.normalize('NFC')) ?? '';
  const message = `Văn bản có chữ gõ bằng hai kiểu Unicode khác nhau (dựng sẵn và tổ hợp), ví dụ chữ “${word.normalize('NFC')}”: nhìn giống nhau nhưng tìm kiếm có thể không ra.`;
  return [{ where: { ...decomposed.at, quote: word }, message, suggestion: word.normalize('NFC') }];
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** A letter with its tone as one character. Letters such as ê and đ are one character in older encodings as well. */
function hasComposed(text: string): boolean {
  for (const letter of text)
    if (letter > '\u00BF' && TONES.test(letter.normalize('NFD')) && !TONES.test(letter)) return true;
  return false;
}

/** Only a file has them: what is typed in the product is normalised when it is kept. */
function rawTexts({ source }: CheckedDocument): Text[] {
  return (source?.texts ?? []).map(({ text, place }) => ({ text, at: { ...inDocument(), place } }));
}
