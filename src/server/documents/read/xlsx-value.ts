import { child, elements, type XmlNode } from './xml-tree.ts';

/** Number formats that every workbook knows without declaring them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'dd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
};

/** The format code of each cell style. */
export function readNumberFormats(styles: XmlNode | undefined): string[] {
  const custom = new Map(
    elements(child(styles, 'numFmts'), 'numFmt').map((node) => [
      node.attributes['numFmtId'],
      node.attributes['formatCode'] ?? '',
    ]),
  );
  return elements(child(styles, 'cellXfs'), 'xf').map((node) => {
    const id = node.attributes['numFmtId'] ?? '0';
    return custom.get(id) ?? BUILT_IN[Number(id)] ?? 'General';
  });
}

/** A number as its cell shows it, in Vietnamese dates (day first) and without a thousands sign of any locale. */
export function showNumber(raw: string, format: string, date1904: boolean): string {
  const number = Number(raw);
  if (!Number.isFinite(number)) return raw;
  const code = format.split(';')[0]!.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[dy]/i.test(code) || (/m/i.test(code) && !/[0#]/.test(code))) return showDate(number, code, date1904);
  if (/h|ss/i.test(code)) return showTime(number);
  const decimals = /\.(0+)/.exec(code)?.[1]?.length;
  if (code.includes('%')) return `${round(number * 100, decimals ?? 0)}%`.replace('.', ',');
  if (decimals !== undefined) return number.toFixed(Math.min(20, decimals));
  if (/^[#,]*0$/.test(code)) return String(Math.round(number));
  return String(round(number, 10));
}

function round(number: number, decimals: number): number {
  return Number(number.toFixed(decimals));
}

/** Only the parts that the format shows: "m/yyyy" is a month and stays one. */
function showDate(serial: number, code: string, date1904: boolean): string {
  // Day 60 of the 1900 system is the 29 February that never was.
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - 25569) * 86_400_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const parts: string[] = [];
  if (/d/i.test(code)) parts.push(two(date.getUTCDate()));
  if (/m/i.test(code.replace(/h.*$/i, ''))) parts.push(two(date.getUTCMonth() + 1));
  if (/y/i.test(code)) parts.push(String(date.getUTCFullYear()));
  return parts.join('/');
}

function showTime(number: number): string {
  const minutes = Math.round((number - Math.floor(number)) * 1440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
