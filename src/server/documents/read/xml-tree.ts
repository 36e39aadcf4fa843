import { SaxesParser } from 'saxes';
import { AppError } from '#core/kernel/app-error.ts';
import { withoutLooks } from './docx-looks.ts';

/** An XML element with the prefixes of Office files, whatever prefix the file itself chose. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
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

/** Most elements have no attributes and many nothing inside; an object for each would outlive the parser. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});
const NO_CHILDREN = Object.freeze([]) as unknown as XmlNode['children'];

/**
 * Document type declarations, and with them every entity that is not one of XML's own five, are refused: Office files have
 * none and hostile ones use them to reach for other files. Errors: `document.corrupted`.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlNode {
  const { xml, looks } = withoutLooks(decodeXml(bytes));
  const root: XmlNode = { name: '', attributes: NO_ATTRIBUTES, children: NO_CHILDREN };
  /** The elements around the open one. */
  const stack: XmlNode[] = [];
  let open = root;
  const prefixes = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const fail = (cause?: unknown): never => {
    throw new AppError('document.corrupted', { part }, { cause });
  };
  parser.on('error', fail);
  parser.on('doctype', () => fail(new Error('document type declaration')));
  let unseen = 0;
  let attributes = NO_ATTRIBUTES;
  parser.on('attribute', ({ name, value: said }) => {
    if (attributes === NO_ATTRIBUTES) attributes = {};
    attributes[name] = said;
    if (name.startsWith('xmlns')) learnPrefix(prefixes, name, said);
  });
  parser.on('opentag', (tag) => {
    const own = attributes;
    attributes = NO_ATTRIBUTES;
    if (unseen > 0 || looks.has(tag.name)) {
      unseen += 1;
      return;
    }
    if (stack.length >= MAX_DEPTH) fail(new Error('too deep'));
    const node: XmlNode = {
      name: rename(tag.name, prefixes),
      attributes: own === NO_ATTRIBUTES ? own : renameAll(own, prefixes),
      children: NO_CHILDREN,
    };
    append(open, node);
    stack.push(open);
    open = node;
  });
  parser.on('closetag', () => {
    if (unseen > 0) unseen -= 1;
    else open = stack.pop() ?? root;
  });
  const add = (piece: string) => {
    if (unseen === 0) append(open, piece);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return elements(root)[0] ?? fail();
}

/** An array that is pushed to takes room for many more, and most elements have one or two children. */
function append(parent: XmlNode, added: XmlNode | string): void {
  const [first] = parent.children;
  if (first === undefined) parent.children = [added];
  else if (parent.children.length === 1) parent.children = [first, added];
  else parent.children.push(added);
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Only prefixes that differ from the usual ones are remembered. */
function learnPrefix(prefixes: Map<string, string>, attribute: string, uri: string): void {
  const own = attribute === 'xmlns' ? '' : attribute.slice(6);
  const usual = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
  if (usual !== undefined && usual !== own) prefixes.set(own, usual);
}

function rename(name: string, prefixes: Map<string, string>): string {
  if (prefixes.size === 0) return name;
  const colon = name.indexOf(':');
  const usual = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  if (usual === undefined) return name;
  return (usual && `${usual}:`) + name.slice(colon + 1);
}

function renameAll(attributes: Record<string, string>, prefixes: Map<string, string>): Record<string, string> {
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
