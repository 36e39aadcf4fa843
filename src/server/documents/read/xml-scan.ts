/** What a scan of XML meets, in order. */
export interface XmlSeen {
  /** An element begins. Its attributes are the receiver's to keep. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Characters inside the open element, those of CDATA too; a comment parts them. */
  text: (text: string) => void;
  /** The element that was opened last ends. */
  close: () => void;
}

/** Most elements have none. */
export const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * One pass over a text of XML 1.0, made for the files of Office programs, most of which is markup: it looks for the next tag and cuts
 * names and values out, which takes a fifth of the time of a reader that looks at every character. Throws a `SyntaxError` at what
 * is not well-formed, and at every document type declaration, so that there are no entities but XML's own five.
 */
export function scanXml(xml: string, seen: XmlSeen): void {
  new XmlScan(xml, seen).run();
}

const [SLASH, EQUALS, GREATER] = [47, 61, 62];

/** "_" stands for a blank. */
const DECLARATION = new RegExp(
  String.raw`^\uFEFF?(<\?xml_+version_*=_*(["'])1[.]\d+\2(_+encoding_*=_*(["'])[A-Za-z][\w.-]*\4)?(_+standalone_*=_*(["'])(yes|no)\6)?_*\?>)?`.replaceAll(
    '_',
    String.raw`[ \t\r\n]`,
  ),
);

/** What a text may hold that does not simply stand for itself. */
const ODD = /[\u0000-\u001F&<\uD800-\uDFFF\uFFFE\uFFFF]|\]\]>/;

/** Characters that XML has not (XML 1.0, 2.2): controls, and halves of letters. */
const NO_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

const LETTERS =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** XML 1.0, 2.3. */
const NAME = new RegExp(`^[${LETTERS}][${LETTERS}.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-]*$`, 'u');

const ENTITIES: Record<string, string> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" };

class XmlScan {
  readonly #xml: string;
  readonly #seen: XmlSeen;
  /** Names of the open elements. */
  readonly #open: string[] = [];
  #rooted = false;
  #at = 0;

  constructor(xml: string, seen: XmlSeen) {
    this.#xml = xml;
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
    const text = this.#xml.slice(this.#at, end);
    if (this.#open.length > 0) this.#seen.text(ODD.test(text) ? readText(text) : text);
    else if (/[^ \t\r\n]/.test(text)) fail('text outside of the root element');
  }

  #openTag(): void {
    if (this.#rooted && this.#open.length === 0) fail('a second root element');
    this.#rooted = true;
    const name = this.#name();
    this.#seen.open(name, this.#attributes());
    if (this.#code() === SLASH) {
      this.#at += 1;
      this.#seen.close();
    } else this.#open.push(name);
    this.#expect(GREATER);
  }

  #closeTag(): void {
    const name = this.#open.pop();
    if (name === undefined || !this.#xml.startsWith(name, this.#at + 1)) return fail('a closing tag that fits none');
    this.#at += 1 + name.length;
    this.#blank();
    this.#expect(GREATER);
    this.#seen.close();
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
    }
  }

  #code(): number {
    return this.#xml.charCodeAt(this.#at);
  }

  #value(): string {
    const quote = this.#xml[this.#at];
    if (quote !== '"' && quote !== "'") return fail('a value without quotes');
    this.#at += 1;
    const value = this.#upTo(quote);
    return ODD.test(value) ? readValue(value) : value;
  }

  #name(): string {
    const start = this.#at;
    let codes = 0;
    for (let code = this.#code(); isOfName(code); code = this.#code()) {
      codes |= code;
      this.#at += 1;
    }
    const name = this.#xml.slice(start, this.#at);
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
    return this.#xml.slice(start, end);
  }
}

function readText(text: string): string {
  if (text.includes(']]>')) fail('"]]>" in a text');
  return withEntities(characters(text).replace(/\r\n?/g, '\n'));
}

function readValue(value: string): string {
  if (value.includes('<')) fail('"<" in a value');
  return withEntities(characters(value).replace(/\r\n|[\t\n\r]/g, ' '));
}

function withEntities(text: string): string {
  return text.replace(/&([^&;]*;?)/g, (_, entity: string) => ENTITIES[entity] ?? numbered(entity));
}

/** "#233;" or "#xE9;". */
function numbered(entity: string): string {
  const [, decimal, hexadecimal] = /^#(?:(\d+)|x([\da-f]+));$/i.exec(entity) ?? [];
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? characters(String.fromCodePoint(code)) : fail('an unknown entity');
}

function characters(text: string): string {
  return NO_CHARACTERS.test(text) ? fail('no characters of XML') : text;
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

function fail(reason: string): never {
  throw new SyntaxError(reason);
}
