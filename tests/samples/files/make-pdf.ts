import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler: NodeCompiler | null = null;

/** A PDF with Vietnamese letters from Typst markup, for tests. */
export function makePdf(markup: string): Uint8Array {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
  const head = '#set page(paper: "a4", numbering: "1")\n#set text(font: "Tinos", size: 13pt)\n';
  return new Uint8Array(compiler.pdf({ mainFileContent: head + markup }));
}
