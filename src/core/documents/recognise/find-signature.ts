import { fold, lines, squash } from '#core/kernel/text.ts';
import type { Paragraph } from '../block.ts';
import type { FlowPart, FlowTable } from './flow.ts';
import type { Recognition } from './recognition.ts';
import { use } from './recognition.ts';
import { bestSigner } from './signer-rank.ts';

const RECIPIENTS = /^noi nhan\s*:?/;
const ROLE =
  /^(tm\.?|kt\.?|tl\.?|tuq\.?|q\.?|quyen)?\s*(thay mat )?(p\.?|pho )?\s*(hieu truong|hieu pho|giam doc|chu tich|truong phong|truong ban|truong doan|pho doan|thu truong|chu truong|chu nhom|chu co so|nguoi (lap|viet|bao cao)|thu ky|chu toa|to truong|hoi dong|ban giam hieu|dai dien|phu trach)/;
const SIGNED = /^\(?\s*(da ky|ky ten|ky,? ?(va )?(ghi ro )?(ho ten)?|ky va dong dau|dong dau|chu ky)/;

/**
 * The signature block and the recipients, at the end of the document: a two-column table, or lines that begin with "Nơi nhận" or
 * with a role in capitals. Returns the index in the flow where it begins, `flow.length` when there is none.
 */
export function findSignature(state: Recognition): number {
  const before = beforeAppendix(state);
  if (before !== null) return before;
  const { flow } = state;
  for (let index = flow.length - 1; index > state.bodyStart; index -= 1) {
    const part = flow[index]!;
    if (part.kind === 'table' ? isSignatureTable(part) : RECIPIENTS.test(fold(part.text)))
      return withRoleAbove(state, index);
  }
  return stackedRole(state);
}

/** So many parts a signature has at most, from its first role to an appendix below it. */
const LONGEST_SIGNATURE = 15;

/** An appendix behind the signature may be signed by others: the document is signed in front of it. Null when nothing is. */
function beforeAppendix(state: Recognition): number | null {
  const { flow, bodyStart } = state;
  const isAppendix = (part: FlowPart) =>
    part.kind === 'line' &&
    part.text.length <= 80 &&
    /^(phu luc|phu bieu)\b(?!.{0,20}kem theo.*[;.]$)/.test(fold(part.text));
  const appendix = flow.findIndex((part, index) => index > bodyStart + 1 && isAppendix(part));
  if (appendix < 0 || appendix === flow.length - 1) return null;
  const front = flow.slice(0, appendix);
  const start = findSignature({ ...state, flow: front });
  return start < front.length && appendix - start <= LONGEST_SIGNATURE ? start : null;
}

function isSignatureTable({ table, paragraphs }: FlowTable): boolean {
  if (table.columns > 4 || table.rows.length > 8 || paragraphs.length > 40) return false;
  const texts = paragraphs.flatMap((paragraph) => lines(paragraph.text));
  return texts.some((text) => RECIPIENTS.test(fold(text))) || (texts.length <= 14 && texts.some(isRole));
}

/** Lines may put the signer before the recipients, and so may a table of signers. */
function withRoleAbove(state: Recognition, index: number): number {
  let start = index;
  for (let above = index - 1; above >= Math.max(state.bodyStart, index - 6); above -= 1) {
    const part = state.flow[above]!;
    if (part.kind === 'table') return above === start - 1 && isSignatureTable(part) ? above : start;
    if (part.text.length > 60) break;
    if (isRole(part.text)) start = above;
    else if (start < index) break;
  }
  return start;
}

/** Without recipients: a role in capitals on a line of its own among the last lines. */
function stackedRole(state: Recognition): number {
  const { flow } = state;
  for (let index = flow.length - 1; index >= Math.max(state.bodyStart, flow.length - 8); index -= 1) {
    const part = flow[index]!;
    if (part.kind === 'line' && isRole(part.text)) {
      const above = flow[index - 1];
      return above?.kind === 'line' && index - 1 > state.bodyStart && isRole(above.text) ? index - 1 : index;
    }
  }
  return flow.length;
}

const SPECKS = /^[^\p{L}(]+(?=\p{Lu}{2})/u;

function isRole(text: string): boolean {
  // A scan leaves specks in front of a line.
  return text.length <= 70 && !/\p{Ll}{2}/u.test(text) && ROLE.test(fold(text.replace(SPECKS, '')));
}

function isName(text: string): boolean {
  const words = squash(text)
    .replace(/^(ths|ts|thầy|cô|ông|bà)\.?\s+/i, '')
    .split(' ');
  return words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
}

/** Reads signer and recipients from the part at `start` on; stops at the first part that belongs to neither. */
export function readSignature(state: Recognition, start: number): number {
  const reader = new SignatureReader(state);
  let index = start;
  for (; index < state.flow.length; index += 1) {
    const part = state.flow[index]!;
    if (!(part.kind === 'table' ? reader.takeTable(part) : reader.takeLines(part.paragraphs))) break;
  }
  reader.finish();
  return index;
}

/** Part of the width of a page by which a name stands beside a role and not below it. */
const BESIDE = 0.2;

function textsOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.flatMap((paragraph) => lines(paragraph.text));
}

function signs(texts: readonly string[]): boolean {
  return !texts.some((text) => RECIPIENTS.test(fold(text))) && texts.some(isRole);
}

class SignatureReader {
  readonly #state: Recognition;
  #roles: string[] = [];
  #name: string | null = null;
  #signer: Paragraph[] = [];
  /** Middle of the role on its page, as a fraction of its width; null in formats without places. */
  #middle: number | null = null;
  #inRecipients = false;
  #belowTable = false;
  /** Signers on one line: how many, and which of them signs the document. */
  #beside: { count: number; signer: number } | null = null;
  #done = false;
  /** Of a table of signers: how many columns it has, and those that are neither the signer's nor the recipients'. */
  #others: { columns: readonly number[]; of: number } = { columns: [], of: 0 };

  constructor(state: Recognition) {
    this.#state = state;
  }

  /** Each column is read by itself; of several that sign, one is the signer of the document. */
  takeTable(part: FlowTable): boolean {
    if (this.#done || !isSignatureTable(part)) return this.#takeRest(part);
    const columns = new Map<number, Paragraph[]>();
    for (const cell of part.table.rows.flatMap((row) => row.cells)) {
      columns.set(cell.column, [...(columns.get(cell.column) ?? []), ...cell.paragraphs]);
    }
    const signing = [...columns].filter(([, paragraphs]) => signs(textsOf(paragraphs)));
    const signer = signing[bestSigner(signing.map(([, paragraphs]) => textsOf(paragraphs)))]?.[1];
    const isOther = ([, paragraphs]: [number, Paragraph[]]) =>
      signer !== undefined && paragraphs !== signer && !textsOf(paragraphs).some((text) => RECIPIENTS.test(fold(text)));
    this.#others = { columns: [...columns].filter(isOther).map(([column]) => column), of: part.table.columns };
    for (const paragraphs of columns.values()) {
      if (paragraphs !== signer && signing.some(([, others]) => others === paragraphs)) continue;
      this.#inRecipients = false;
      if (paragraphs === signer) this.#forget();
      for (const paragraph of paragraphs) this.#takeParagraph(paragraph);
    }
    this.#done = true;
    return true;
  }

  /** What a page break or blank rows of a sheet cut off the block: the last recipients beside "(đã ký)" or the name below a role. */
  #takeRest({ table, paragraphs }: FlowTable): boolean {
    const isRest = this.#name === null && this.#roles.length > 0 && table.columns <= 4 && paragraphs.length <= 12;
    const isPart = ({ text, label }: Paragraph) =>
      isName(text) || label === '-' || /^[-–+] ?\p{L}/u.test(text) || SIGNED.test(fold(text));
    if (!isRest || !(paragraphs.some(({ text }) => isName(text)) || paragraphs.every(isPart))) return false;
    this.#inRecipients = false;
    const { columns, of } = this.#others;
    const ofOthers = (column: number) => table.columns === of && columns.includes(column);
    for (const { column, paragraphs: own } of table.rows.flatMap((row) => row.cells))
      if (!ofOthers(column)) for (const paragraph of own) this.#takeParagraph(paragraph);
    return true;
  }

  takeLines(paragraphs: Paragraph[]): boolean {
    if (paragraphs.length === 0) return false;
    if (this.#done && (this.#takeMoreRecipients(paragraphs) || this.#takeRecipientsBelow(paragraphs))) return true;
    // A page break may part the name from the table that holds the role.
    if (this.#done && (this.#name !== null || this.#roles.length === 0)) return false;
    // The name of another signer beside it stays unread.
    return paragraphs.every((paragraph) => this.#isBeside(paragraph) || this.#takeParagraph(paragraph));
  }

  #isBeside({ text, box }: Paragraph): boolean {
    if (!this.#done || this.#middle === null || !box || !isName(text)) return false;
    return Math.abs((box[0] + box[2]) / 2 - this.#middle) > BESIDE;
  }

  /** "- Lưu: VT." on the next page, when the list of recipients was cut before its end. */
  #takeMoreRecipients(paragraphs: Paragraph[]): boolean {
    const { recipients } = this.#state.plan;
    const isNext = ({ text, label }: Paragraph) => text.length < 80 && (label === '-' || /^[-–+] ?\p{Lu}/u.test(text));
    if (!recipients.at(-1)?.endsWith(';') || !paragraphs.every(isNext)) return false;
    recipients.push(...paragraphs.map(({ text }) => bare(text)));
    use(this.#state, paragraphs, 'recipients');
    return true;
  }

  /** "Nơi nhận: …" on lines below a table of signers. */
  #takeRecipientsBelow(paragraphs: Paragraph[]): boolean {
    const { recipients } = this.#state.plan;
    if (recipients.length === 0 && RECIPIENTS.test(fold(paragraphs[0]!.text))) this.#belowTable = true;
    const isOne = ({ text, label }: Paragraph) => label === '-' || /^[-–+]/.test(text) || RECIPIENTS.test(fold(text));
    return this.#belowTable && paragraphs.every((each) => isOne(each) && this.#takeParagraph(each));
  }

  finish(): void {
    const role = this.#roles.length > 0 ? this.#roles.join('\n') : null;
    if (role !== null || this.#name !== null) this.#state.plan.signature = { role, name: this.#name };
  }

  /** A second signer stands beside the first: what was read of that one is not in the plan, so it is not used. */
  #forget(): void {
    for (const { id } of this.#signer) this.#state.uses.delete(id);
    this.#signer = [];
    this.#roles = [];
    this.#name = null;
    this.#middle = null;
  }

  #takeParagraph(paragraph: Paragraph): boolean {
    const label = paragraph.label === null ? '' : `${paragraph.label} `;
    const taken = pieces(this.#ownPart(label + paragraph.text, paragraph.original)).map((text) => this.#take(text));
    if (!taken.every((what) => what !== null)) return false;
    use(this.#state, [paragraph], taken[0] ?? 'signature');
    if (!taken.includes('signature')) return true;
    this.#signer.push(paragraph);
    if (paragraph.box) this.#middle ??= (paragraph.box[0] + paragraph.box[2]) / 2;
    return true;
  }

  /** "NGƯỜI LẬP        HIỆU TRƯỞNG" and the names below: what belongs to the one who signs the document. */
  #ownPart(text: string, original = text): string {
    // Tabs are one space in the text that everybody reads.
    const apart = original.includes('\t') ? original.trim().split(/[ \t]*\t[ \t]*/) : text.trim().split(/ {3,}/);
    const parts = apart.length === 1 ? (TWO_ROLES.exec(text.trim())?.slice(1) ?? apart) : apart;
    if (parts.length > 1 && parts.every(isRole)) {
      this.#beside = { count: parts.length, signer: bestSigner(parts.map((part) => [part])) };
      this.#forget();
    }
    const { count, signer } = this.#beside ?? { count: 0, signer: 0 };
    return parts.length === count ? parts[signer]! : text;
  }

  /** Below two roles on one line, whose names nothing sets apart, nobody can tell where the first ends. */
  #mayBeTwo(text: string): boolean {
    return this.#beside !== null && text.split(' ').length > LONGEST_OF_TWO;
  }

  #take(text: string): 'recipients' | 'signature' | null {
    const words = fold(text);
    if (RECIPIENTS.test(words)) {
      this.#inRecipients = true;
      const rest = text.replace(/^.*?:\s*/u, '');
      if (rest !== text && rest !== '') this.#state.plan.recipients.push(bare(rest));
      return 'recipients';
    }
    if (isRole(text)) {
      this.#roles.push(squash(text.replace(SPECKS, '')));
      return 'signature';
    }
    if (/^[-–+•]/.test(text) || (this.#inRecipients && this.#roles.length === 0 && text.length < 120)) {
      this.#state.plan.recipients.push(bare(text));
      return 'recipients';
    }
    if (this.#roles.length === 0) return null;
    if (SIGNED.test(words) || /^[\s.…_-]+$/.test(text)) return 'signature';
    if (isName(text) && this.#name === null && !this.#mayBeTwo(text)) {
      this.#name = squash(text);
      return 'signature';
    }
    if (/^(l[uư]u|như|các|phòng|sở|ubnd)/iu.test(text) && this.#inRecipients) {
      this.#state.plan.recipients.push(bare(text));
      return 'recipients';
    }
    return null;
  }
}

/** "NGƯỜI LẬP HIỆU TRƯỞNG", their distance lost with the page. */
const TWO_ROLES =
  /^(NGƯỜI (?:LẬP|VIẾT|BÁO CÁO)(?: (?:BIỂU|BẢNG|KẾ HOẠCH|BÁO CÁO))?|THƯ KÝ|KẾ TOÁN) ((?:KT\. |PHÓ )?(?:HIỆU TRƯỞNG|GIÁM ĐỐC))$/u;
/** Words of one name. */
const LONGEST_OF_TWO = 4;

/** "Nơi nhận:      HIỆU TRƯỞNG" on one line is two, and so are "- Lưu: VT.      Nguyễn Văn A" and "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG". */
function pieces(text: string): string[] {
  return lines(
    text
      .replace(/ {3,}/g, '\n')
      .replace(/^(\s*Nơi nhận\s*:?)\s*(?=\p{Lu}{2})/u, '$1\n')
      .replace(/^(\s*-?\s*Lưu\s*:?[^.]{1,40}\.)\s*(?=(?:\p{Lu}[\p{L}'’]+\s+){1,5}\p{Lu}[\p{L}'’]+\s*$)/u, '$1\n')
      .replace(/(?<=^\s*KT\.\s*(?:HIỆU TRƯỞNG|GIÁM ĐỐC))\s+(?=PHÓ\s)/mu, '\n')
      .replace(/(?<=[;)]|(?<!\b(?:KT|TM|TL|TUQ|Q|P))\.)\s+(?=(?:KT\.|TM\.|TL\.|PHÓ|HIỆU|GIÁM|CHỦ)\s?\p{Lu})/gu, '\n'),
  );
}

function bare(text: string): string {
  return squash(text).replace(/^[-–+•*]\s*/u, '');
}
