/** What a text may hold that does not simply stand for itself. */
const ODD = /[\u0000-\u001F&<\uD800-\uDFFF\uFFFE\uFFFF]|\]\]>/;

/** Characters that XML has not (XML 1.0, 2.2): controls, and halves of letters. */
const NO_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

const ENTITIES: Record<string, string> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" };

/** Characters between tags. Throws a `SyntaxError` at what may not stand there. */
export function readText(text: string): string {
  if (!ODD.test(text)) return text;
  if (text.includes(']]>')) fail('"]]>" in a text');
  return withEntities(characters(text).replace(/\r\n?/g, '\n'));
}

/** The value of an attribute, without its quotes. Throws a `SyntaxError` at what may not stand there. */
export function readValue(value: string): string {
  if (!ODD.test(value)) return value;
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

/** The text as it is. Throws a `SyntaxError` at characters that XML has not. */
export function characters(text: string): string {
  return NO_CHARACTERS.test(text) ? fail('no characters of XML') : text;
}

/** XML is refused as a whole. */
export function fail(reason: string): never {
  throw new SyntaxError(reason);
}
