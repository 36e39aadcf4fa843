import { strToU8, zipSync, type Zippable } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
}

/** A Word file with the given XML as its body, for tests. */
export function makeDocx(body: string, parts: DocxParts = {}): Uint8Array {
  return zipSync(docxFiles(body, parts));
}

export function docxFiles(body: string, parts: DocxParts = {}): Zippable {
  const kinds = Object.keys(parts) as (keyof DocxParts)[];
  const relations = kinds.map((kind) => `<Relationship Id="r-${kind}" Type="${R}/${kind}" Target="${kind}.xml"/>`);
  const files: Zippable = {
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document ${W} xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps"><w:body>${body}</w:body></w:document>`,
    ),
  };
  for (const kind of kinds) files[`word/${kind}.xml`] = xml(parts[kind]!.replace('>', ` ${W}>`));
  return files;
}

function xml(text: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
}

export function p(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function table(...rows: string[]): string {
  return `<w:tbl>${rows.map((row) => (row.startsWith('<w:tr') ? row : `<w:tr>${row}</w:tr>`)).join('')}</w:tbl>`;
}

export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`;
}
