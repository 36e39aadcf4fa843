import { fold } from '#core/kernel/text.ts';
import { paragraphsOf } from '../block.ts';
import type { FlowPart } from './flow.ts';
import type { Recognition } from './recognition.ts';
import { furniture } from './recognition.ts';

const PAGE_NUMBER =
  /^(?:[-–—\s]*\d{1,3}[-–—\s]*|trang\s*:?\s*\d{1,3}(?:\s*(?:\/|tren|of)\s*\d{1,3})?|\d{1,3}\s*\/\s*\d{1,3})$/;
/** "Tiêu chí 1.1 ........ 13": a line of a table of contents. */
const CONTENTS_LINE = /(?:[.…]{4,}|\s{3,}|\t)\s*\d{1,3}\s*$/;
const CONTENTS_TITLE = /^muc luc$/;
const SITE =
  /^(?:a- a a\+|tang tuong phan|giam tuong phan|trang chu\b.{0,60}$|lien he$|gioi thieu$|dang nhap$|ban quyen|copyright|tong so diem cua bai viet|click de danh gia|danh gia bai viet|tin lien quan|bai viet lien quan|tin cung chuyen muc|cac tin khac|thong ke( truy cap)?$|luot truy cap|dang truy cap|truc tuyen|hom nay\s*:|hom qua\s*:|trong tuan\s*:|thang \d{1,2}\s*:\s*\d+$|nam \d{4}\s*:\s*\d+$|tong( so)?( luot)?( truy cap)?\s*:\s*\d+|video clips?$|thu vien anh$|lich su kien$|cap nhat( luc)?\s*:|(dang luc|ngay dang)\s*:|(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat)\s*[,-]\s*(?:ngay )?\d{1,2}\b.{0,40}$|chia se( bai viet)?$|in bai viet|gui email|luot xem|da xem\s*:)/;
/** What follows on a page after its end: short captions, no sentences. */
const CAPTION_LENGTH = 60;

/** What the format reader, or its words alone, tell to be no content: page numbers, tables of contents, site navigation. */
export function markFurniture(state: Recognition): void {
  for (const paragraph of paragraphsOf(state.source.blocks)) {
    if (paragraph.furniture !== undefined) furniture(state, [paragraph], paragraph.furniture);
  }
  state.flow = state.flow.filter((part) => part.kind === 'table' || !claimLine(state, part));
  dropContents(state);
}

function claimLine(state: Recognition, part: FlowPart): boolean {
  if (part.kind === 'table') return false;
  const words = fold(part.text);
  if (PAGE_NUMBER.test(words) && part.label === null && !isTableNumber(state, words))
    furniture(state, part.paragraphs, 'page-number');
  else if (SITE.test(words)) furniture(state, part.paragraphs, 'site');
  else return false;
  return true;
}

/** In a text file a lone number may be the number of a table row that was laid out one cell a line. */
function isTableNumber(state: Recognition, words: string): boolean {
  return (
    (state.source.format === 'txt' || state.source.format === 'html' || state.source.format === 'image') &&
    /^\d{1,3}$/.test(words)
  );
}

function dropContents(state: Recognition): void {
  const title = state.flow.findIndex((part) => part.kind === 'line' && CONTENTS_TITLE.test(fold(part.text)));
  const kept: FlowPart[] = [];
  let inside = false;
  for (const [index, part] of state.flow.entries()) {
    if (index === title) inside = true;
    const isContents =
      part.kind === 'line' &&
      (index === title || CONTENTS_LINE.test(part.text) || (inside && /\s\d{1,3}$/.test(part.text)));
    if (isContents) furniture(state, part.paragraphs, 'table-of-contents');
    else kept.push(part);
    if (!isContents && part.kind === 'line') inside = false;
  }
  state.flow = kept;
}

/** Once a site was recognised: its headline above the letterhead and its captions below the signature. */
export function markSiteAround(state: Recognition, contentStart: number, contentEnd: number): void {
  const sites = [...state.uses.values()].filter((each) => each.as === 'furniture' && each.reason === 'site').length;
  if (sites < 2 && state.source.format !== 'html') return;
  for (const part of state.flow.slice(0, contentStart)) furniture(state, part.paragraphs, 'page-headline');
  for (const part of state.flow.slice(contentEnd)) {
    if (part.kind === 'line' && part.text.length <= CAPTION_LENGTH && !/[.;]$/.test(part.text)) {
      furniture(state, part.paragraphs, 'site');
    }
  }
}
