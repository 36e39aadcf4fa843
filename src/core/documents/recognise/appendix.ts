import { fold } from '#core/kernel/text.ts';
import { holdsPlanTable } from './plan-tables.ts';
import type { Recognition } from './recognition.ts';

const APPENDIX =
  /^(phu luc|phu bieu|bieu (so|mau|\d)|bang (tong hop |chi tiet )?ke hoach|ke hoach chi tiet|noi dung chi tiet|danh muc)/;

/**
 * Many plans keep their table in an appendix behind the signature: it belongs to the body. `signature` and `end` are where the
 * signature begins and what follows it. Puts the signature behind the appendix in the flow, when rows of a plan follow under such a
 * title, or when the body has none. Returns where the signature begins and ends then.
 */
export function takeAppendix(state: Recognition, signature: number, end: number): { signature: number; end: number } {
  const unmoved = { signature, end };
  const last = state.flow.findLastIndex((part) => part.kind === 'table');
  if (signature >= end || last < end) return unmoved;
  const appendix = state.flow.slice(end, last + 1);
  if (!holdsPlanTable({ ...state, bodyStart: end, bodyEnd: last + 1 })) return unmoved;
  const titled = appendix.some((part) => part.kind === 'line' && APPENDIX.test(fold(part.text)));
  if (!titled && holdsPlanTable({ ...state, bodyEnd: signature })) return unmoved;
  const { flow } = state;
  state.flow = [...flow.slice(0, signature), ...appendix, ...flow.slice(signature, end), ...flow.slice(last + 1)];
  return { signature: signature + appendix.length, end: last + 1 };
}
