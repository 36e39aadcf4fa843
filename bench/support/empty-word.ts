import { Document, Packer, Paragraph } from 'docx';

/** A Word file without a word: what a converter needs for it is its start. */
export async function emptyWord(): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('')] }] })));
}
