import { AppError } from '#core/kernel/app-error.ts';
import { remember } from '#core/kernel/remember.ts';
import { NO_ATTRIBUTES, scanXml, type XmlSeen } from './xml-scan.ts';

/** An XML element with the prefixes of Office files, whatever prefix the file itself chose. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Elements and pieces of text in order. */
  children: (XmlNode | string)[];
}

/** Deeper than any real document, shallower than the stack of a recursive walk. */
const MAX_DEPTH = 200;

/** Transitional and strict addresses alike; prefixes not listed are left as they are. */
const PREFIXES: [RegExp, string][] = [
  [/\/wordprocessingml(\/2006)?\/main$/, 'w'],
  [/officeDocument(\/2006)?\/relationships$/, 'r'],
  [/\/spreadsheetml(\/2006)?\/main$/, ''],
  [/markup-compatibility\/2006$/, 'mc'],
  [/officeDocument(\/2006)?\/math$/, 'm'],
  [/\/package\/2006\/relationships$/, ''],
];

/** Many elements have nothing inside; an array for each would outlive the parser. Not frozen: the engine walks frozen arrays slowly. */
const NO_CHILDREN: XmlNode['children'] = [];

/** Elements by their text; trees that are given the same map share their nodes. */
export type KnownElements = Map<string, XmlNode>;

/** Properties in Word files: more than half of a part, in very few different words. */
const REPEATED: ReadonlySet<string> = new Set(['w:rPr', 'w:pPr', 'w:tcPr', 'w:trPr', 'w:tblPr']);

/**
 * The tree of a part. Document type declarations, and with them every entity that is not one of XML's own five, are refused: Office
 * files have none and hostile ones use them to reach for other files. Properties that come again in the same words are one node.
 * Errors: `document.corrupted`.
 */
export function parseXml(xml: Buffer, part: string, known: KnownElements = new Map()): XmlNode {
  const tree = new Tree(known);
  try {
    scanXml(utf8Of(xml), tree);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new AppError('document.corrupted', { part }, { cause });
    throw cause;
  }
  return elements(tree.root)[0]!;
}

class Tree implements XmlSeen {
  readonly repeated = REPEATED;
  readonly root: XmlNode = { name: '', attributes: NO_ATTRIBUTES, children: NO_CHILDREN };
  readonly #known: KnownElements;
  readonly #prefixes = new Map<string, string>();
  /** The elements around the open one. */
  readonly #around: XmlNode[] = [];
  #open = this.root;

  constructor(known: KnownElements) {
    this.#known = known;
  }

  prefix(attribute: string, address: string): void {
    learnPrefix(this.#prefixes, attribute, address);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#around.length >= MAX_DEPTH) throw new SyntaxError('too deep');
    const node: XmlNode = {
      name: rename(name, this.#prefixes),
      attributes: renameAll(attributes, this.#prefixes),
      children: NO_CHILDREN,
    };
    append(this.#open, node);
    this.#around.push(this.#open);
    this.#open = node;
  }

  text(text: string): void {
    append(this.#open, text);
  }

  close(): void {
    this.#open = this.#around.pop()!;
  }

  known(text: string): boolean {
    // Where prefixes are unusual, the same words may mean something else.
    const node = this.#prefixes.size === 0 ? this.#known.get(text) : undefined;
    if (node !== undefined) append(this.#open, node);
    return node !== undefined;
  }

  learn(text: string): void {
    const node = this.#open.children.at(-1);
    if (this.#prefixes.size === 0 && typeof node === 'object' && !text.includes('xmlns')) this.#known.set(text, node);
  }
}

/** An array that is pushed to takes room for many more, and most elements have one or two children. */
function append(parent: XmlNode, added: XmlNode | string): void {
  const { children } = parent;
  if (children.length === 0) parent.children = [added];
  else if (children.length === 1) parent.children = [children[0]!, added];
  else children.push(added);
}

/** XML is in UTF-8, or in UTF-16 with its mark. */
function utf8Of(xml: Buffer): Buffer {
  const utf16 =
    xml[0] === 0xff && xml[1] === 0xfe ? 'utf-16le' : xml[0] === 0xfe && xml[1] === 0xff ? 'utf-16be' : null;
  return utf16 === null ? xml : Buffer.from(new TextDecoder(utf16).decode(xml));
}

/** Only prefixes that differ from the usual ones are remembered. */
function learnPrefix(prefixes: Map<string, string>, attribute: string, uri: string): void {
  const own = attribute === 'xmlns' ? '' : attribute.slice(6);
  const usual = usualPrefix(uri);
  if (usual !== null && usual !== own) prefixes.set(own, usual);
}

const usualPrefix = remember((uri) => PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? null);

function rename(name: string, prefixes: Map<string, string>): string {
  if (prefixes.size === 0) return name;
  const colon = name.indexOf(':');
  const usual = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  if (usual === undefined) return name;
  return (usual && `${usual}:`) + name.slice(colon + 1);
}

function renameAll(attributes: XmlNode['attributes'], prefixes: Map<string, string>): XmlNode['attributes'] {
  if (prefixes.size === 0) return attributes;
  const renamed: Record<string, string> = {};
  // An attribute without a prefix belongs to no namespace.
  for (const key in attributes) renamed[key.includes(':') ? rename(key, prefixes) : key] = attributes[key] ?? '';
  return renamed;
}

export function elements(node: XmlNode | undefined, name?: string): XmlNode[] {
  const found: XmlNode[] = [];
  if (!node) return found;
  for (const each of node.children)
    if (typeof each !== 'string' && (name === undefined || each.name === name)) found.push(each);
  return found;
}

export function child(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  let at = node;
  for (const name of path) at = at && firstChild(at, name);
  return at;
}

function firstChild(node: XmlNode, name: string): XmlNode | undefined {
  for (const each of node.children) if (typeof each !== 'string' && each.name === name) return each;
  return undefined;
}

export function textOf(node: XmlNode): string {
  let text = '';
  for (const each of node.children) text += typeof each === 'string' ? each : textOf(each);
  return text;
}

/** `w:val` of a child element. */
export function value(node: XmlNode | undefined, ...path: string[]): string | undefined {
  return child(node, ...path)?.attributes['w:val'];
}

/** An on/off property: absent -> undefined, present without a value -> true, "0", "false", "off", "none" -> false. */
export function toggle(node: XmlNode | undefined, name: string): boolean | undefined {
  const property = child(node, name);
  return property && isOn(property);
}

export function isOn(property: XmlNode): boolean {
  const said = property.attributes['w:val'];
  return said === undefined || !/^(0|false|off|none)$/.test(said);
}
