import { characters, fail, readText, readValue } from './xml-text.ts';

/** What a scan of XML meets, in order. */
export interface XmlSeen {
  /** The element that begins next says what a prefix means: "xmlns:w" and an address. */
  prefix?: (attribute: string, address: string) => void;
  /** An element begins. Elements with the same tag share their attributes. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Characters inside the open element, those of CDATA too; a comment parts them. */
  text: (text: string) => void;
  /** The element that was opened last ends. */
  close: () => void;
  /** Names of elements that files say again and again in the same words; those without attributes are asked about by `known`. */
  readonly repeated?: ReadonlySet<string>;
  /** An element as its text. True: it is known, the scan goes on behind it. False: it is opened and closed like any other. */
  known?: (text: string) => boolean;
  /** The element that was closed last is what `known` was asked about. */
  learn?: (text: string) => void;
}

/** Most elements have none. */
export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * One pass over a text of XML 1.0, made for the files of Office programs, most of which is markup, the same few tags again and again:
 * it looks for the next tag and takes apart only those that it has not met, which takes a fraction of the time of a reader that looks at
 * every character. It goes over bytes of UTF-8, one character each, and only what is no ASCII is decoded. Throws a `SyntaxError` at what is not well-formed, and at every document type declaration, so that there are no
 * entities but XML's own five.
 */
export function scanXml(xml: Buffer, seen: XmlSeen): void {
  new XmlScan(xml, seen).run();
}

const BEYOND_ASCII = /[\x80-\xFF]/;
const [SLASH, EQUALS, GREATER] = [47, 61, 62];

/** Longer tags and elements hardly come twice, in characters. */
const LONGEST_TAG = 100;
const LONGEST_KNOWN = 1000;
/** Files number their paragraphs in tags; so many different ones are kept. */
const MOST_TAGS = 2000;

interface Tag {
  name: string;
  /** The name in bytes. */
  written: string;
  attributes: Readonly<Record<string, string>>;
  /** The element ends with it: "<w:b/>". */
  empty: boolean;
  /** What ends an element that may be known, else null. */
  end: string | null;
}

/** An element that is being scanned for the first time. */
interface Unknown {
  text: string;
  /** How many elements it stands in. */
  depth: number;
  /** Where it ends if the first end of its name is its own. */
  behind: number;
}

/** "_" stands for a blank, the first three bytes for U+FEFF. */
const DECLARATION = new RegExp(
  String.raw`^(?:\xEF\xBB\xBF)?(<\?xml_+version_*=_*(["'])1[.]\d+\2(_+encoding_*=_*(["'])[A-Za-z][\w.-]*\4)?(_+standalone_*=_*(["'])(yes|no)\6)?_*\?>)?`.replaceAll(
    '_',
    String.raw`[ \t\r\n]`,
  ),
);

const LETTERS =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** XML 1.0, 2.3. */
const NAME = new RegExp(`^[${LETTERS}][${LETTERS}.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-]*$`, 'u');

class XmlScan {
  readonly #bytes: Buffer;
  /** The bytes as a string: places in the one are places in the other. */
  readonly #xml: string;
  readonly #seen: XmlSeen;
  /** Names of the open elements, in bytes. */
  readonly #open: string[] = [];
  /** By their text without "<" and ">". */
  readonly #tags = new Map<string, Tag>();
  #unknown: Unknown | null = null;
  #rooted = false;
  #at = 0;

  constructor(xml: Buffer, seen: XmlSeen) {
    this.#bytes = xml;
    this.#xml = xml.toString('latin1');
    this.#seen = seen;
  }

  run(): void {
    const xml = this.#xml;
    this.#at = DECLARATION.exec(xml)![0].length;
    for (let tag = xml.indexOf('<', this.#at); tag >= 0; tag = xml.indexOf('<', this.#at)) {
      if (tag > this.#at) this.#text(tag);
      this.#at = tag + 1;
      const first = xml[this.#at];
      if (first === '/') this.#closeTag();
      else if (first === '!') this.#special();
      else if (first === '?') this.#instruction();
      else this.#openTag();
    }
    this.#text(xml.length);
    if (!this.#rooted || this.#open.length > 0) fail('unexpected end');
  }

  #text(end: number): void {
    const text = this.#decoded(this.#at, end);
    if (this.#open.length > 0) this.#seen.text(readText(text));
    else if (/[^ \t\r\n]/.test(text)) fail('text outside of the root element');
  }

  #openTag(): void {
    if (this.#rooted && this.#open.length === 0) fail('a second root element');
    this.#rooted = true;
    const start = this.#at - 1;
    const { name, written, attributes, empty, end } = this.#tag();
    if (end !== null && this.#unknown === null && this.#isKnown(start, end)) return;
    this.#seen.open(name, attributes);
    if (empty) this.#seen.close();
    else this.#open.push(written);
  }

  /** The tag from its name to its ">". What ended at the first ">" once will do so wherever the same text comes. */
  #tag(): Tag {
    const start = this.#at;
    const end = this.#xml.indexOf('>', start);
    if (end < 0 || end - start > LONGEST_TAG) return this.#newTag();
    const text = this.#xml.slice(start, end);
    const known = this.#tags.get(text);
    if (known === undefined) {
      const tag = this.#newTag();
      if (this.#at === end + 1 && this.#tags.size < MOST_TAGS && !text.includes('xmlns')) this.#tags.set(text, tag);
      return tag;
    }
    this.#at = end + 1;
    return known;
  }

  #newTag(): Tag {
    const start = this.#at;
    const name = this.#name();
    const written = this.#xml.slice(start, this.#at);
    const attributes = this.#attributes();
    const empty = this.#code() === SLASH;
    if (empty) this.#at += 1;
    this.#expect(GREATER);
    const mayBeKnown = !empty && attributes === NO_ATTRIBUTES && this.#seen.repeated?.has(name) === true;
    return { name, written, attributes, empty, end: mayBeKnown ? `</${name}>` : null };
  }

  #isKnown(start: number, end: string): boolean {
    const behind = this.#xml.indexOf(end, this.#at) + end.length;
    if (behind < this.#at || behind - start > LONGEST_KNOWN) return false;
    const text = this.#xml.slice(start, behind);
    const known = this.#seen.known!(text);
    if (known) this.#at = behind;
    else this.#unknown = { text, depth: this.#open.length, behind };
    return known;
  }

  #closeTag(): void {
    const name = this.#open.pop();
    if (name === undefined || !this.#xml.startsWith(name, this.#at + 1)) return fail('a closing tag that fits none');
    this.#at += 1 + name.length;
    this.#blank();
    this.#expect(GREATER);
    this.#seen.close();
    if (this.#unknown?.depth === this.#open.length) {
      if (this.#unknown.behind === this.#at) this.#seen.learn!(this.#unknown.text);
      this.#unknown = null;
    }
  }

  /** As far as the ">" or "/" that ends the tag. */
  #attributes(): Readonly<Record<string, string>> {
    let attributes: Record<string, string> | null = null;
    for (;;) {
      const apart = this.#blank();
      const next = this.#code();
      if (next === GREATER || next === SLASH) return attributes ?? NO_ATTRIBUTES;
      if (!apart) fail('no blank before an attribute');
      const name = this.#name();
      this.#blank();
      this.#expect(EQUALS);
      this.#blank();
      if (attributes === null) attributes = {};
      else if (Object.hasOwn(attributes, name)) fail('an attribute twice');
      attributes[name] = this.#value();
      if (name.startsWith('xmlns')) this.#seen.prefix?.(name, attributes[name]);
    }
  }

  #code(): number {
    return this.#xml.charCodeAt(this.#at);
  }

  #value(): string {
    const quote = this.#xml[this.#at];
    if (quote !== '"' && quote !== "'") return fail('a value without quotes');
    this.#at += 1;
    return readValue(this.#upTo(quote));
  }

  #name(): string {
    const start = this.#at;
    let codes = 0;
    for (let code = this.#code(); isOfName(code); code = this.#code()) {
      codes |= code;
      this.#at += 1;
    }
    const name = this.#decoded(start, this.#at);
    const first = this.#xml.charCodeAt(start);
    return (isLetter(first) && codes < 128) || NAME.test(name) ? name : fail('no name');
  }

  #special(): void {
    if (this.#xml.startsWith('!--', this.#at)) {
      this.#at += 3;
      characters(this.#upTo('--'));
      this.#expect(GREATER);
    } else if (this.#xml.startsWith('![CDATA[', this.#at) && this.#open.length > 0) {
      this.#at += 8;
      this.#seen.text(characters(this.#upTo(']]>')).replace(/\r\n?/g, '\n'));
    } else fail('a declaration');
  }

  #instruction(): void {
    this.#at += 1;
    const target = /^[^ \t\r\n]*/.exec(characters(this.#upTo('?>')))![0];
    if (!NAME.test(target) || /^xml$/i.test(target)) fail('no name of an instruction');
  }

  /** Skips blanks, and tells whether there were any. */
  #blank(): boolean {
    const start = this.#at;
    while (isBlank(this.#code())) this.#at += 1;
    return this.#at > start;
  }

  #expect(code: number): void {
    if (this.#code() !== code) fail(`no "${String.fromCharCode(code)}"`);
    this.#at += 1;
  }

  /** What stands before the mark; goes on behind it. */
  #upTo(mark: string): string {
    const start = this.#at;
    const end = this.#xml.indexOf(mark, start);
    if (end < 0) fail(`no ${mark}`);
    this.#at = end + mark.length;
    return this.#decoded(start, end);
  }

  #decoded(start: number, end: number): string {
    const text = this.#xml.slice(start, end);
    return BEYOND_ASCII.test(text) ? this.#bytes.toString('utf8', start, end) : text;
  }
}

/** Letters, ":" and "_". */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 58 || code === 95;
}

/** Letters, digits, "-", ".", and all beyond ASCII, most of which are letters. */
function isOfName(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 46 || code >= 128;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
