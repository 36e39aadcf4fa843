import { fold } from '#core/kernel/text.ts';

/** Who only approves or confirms what somebody else signed. */
const APPROVES = /^(phe )?duyet\b|^xac nhan\b|^y kien\b|^tham dinh\b/;

/** From the one who answers for a school's paper down to those who wrote or reckoned it. */
const RANKS: RegExp[] = [
  /\b(hieu truong|hieu pho|giam doc|chu truong|chu nhom|chu co so)\b/,
  /^(tm\b.*)?(chu tich )?hoi dong\b|^chu tich hoi dong\b/,
  /^(kt|tl|tm|q)?\.? ?(pho )?(chu tich|truong (ban|phong|doan)|thu truong|to truong|phu trach|ban giam hieu)(?! cong doan)/,
  /^chu tich cong doan\b/,
];

/**
 * Which of several signers, each as the lines of its block, signs the document: the head of the school before the council, others
 * who lead before those who prepared it, and who approves it for an office above last. Of two alike the last, on the right.
 */
export function bestSigner(signers: readonly (readonly string[])[]): number {
  const ranks = signers.map(rankOf);
  return ranks.lastIndexOf(Math.min(...ranks));
}

function rankOf(texts: readonly string[]): number {
  const words = texts.map(fold);
  if (words.some((text) => APPROVES.test(text))) return RANKS.length + 1;
  const capitals = words.filter((_, index) => !/\p{Ll}{2}/u.test(texts[index]!));
  const found = RANKS.findIndex((rank) => capitals.some((text) => rank.test(text)));
  return found < 0 ? RANKS.length : found;
}
