import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';

/** A YAML data file, kept with its tree so that what is wrong in it can be shown by line. */
export interface DataFile {
  file: string;
  document: Document;
  lines: LineCounter;
  /** As parsed, before any schema. */
  value: unknown;
}

/** A data file of the product is damaged or was edited wrongly. `details`: file, line, column, path, vi, en. */
export class DataFileError extends AppError {
  constructor(place: { file: string; line: number; column: number; path: string }, sentence: Sentence) {
    super('standards.invalid-file', { ...place, ...sentence });
    const where = `${place.file}:${place.line}:${place.column}`;
    const at = place.path === '' ? '' : ` (${place.path})`;
    this.message = `${where}${at}: ${sentence.vi} / ${sentence.en}`;
  }
}

export interface Sentence {
  vi: string;
  en: string;
}

export type DataPath = readonly (string | number)[];

export function readDataFile(path: string): DataFile {
  return parseDataFile(basename(path), readFileSync(path, 'utf8'));
}

/** Duplicate keys, tabs, bad indentation and the like are refused here. */
export function parseDataFile(file: string, text: string): DataFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [problem] = document.errors;
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw new DataFileError({ file, line, column: col, path: '' }, yamlSentence(problem.message));
  }
  return { file, document, lines, value: document.toJS({ maxAliasCount: 0 }) as unknown };
}

/** The file's content by the schema, or the first thing that does not fit it, by line. */
export function checkDataFile<T>(data: DataFile, schema: z.ZodType<T>): T {
  const result = schema.safeParse(data.value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key));
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  throw dataFileError(data, unknownKey === undefined ? path : [...path, unknownKey], issueSentence(issue));
}

/** An error at a path of the file; the nearest thing that exists gives the line. */
export function dataFileError(data: DataFile, path: DataPath, sentence: Sentence): DataFileError {
  const { line, column } = locate(data, path);
  return new DataFileError({ file: data.file, line, column, path: path.join('.') }, sentence);
}

function locate(data: DataFile, path: DataPath): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = data.document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = data.lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function yamlSentence(message: string): Sentence {
  return { vi: `Không đọc được YAML: ${message}`, en: `This is not valid YAML: ${message}` };
}

function issueSentence(issue: z.core.$ZodIssue | undefined): Sentence {
  switch (issue?.code) {
    case 'unrecognized_keys':
      return { vi: `Không có mục tên "${issue.keys[0]}"`, en: `There is no key named "${issue.keys[0]}"` };
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      return { vi: `Giá trị phải là một trong: ${allowed}`, en: `The value must be one of: ${allowed}` };
    }
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message)
        ? { vi: 'Thiếu mục này', en: 'This key is missing' }
        : { vi: `Kiểu giá trị phải là ${issue.expected}`, en: `The value must be of type ${issue.expected}` };
    default:
      return { vi: `Không hợp lệ: ${issue?.message ?? ''}`, en: `Not valid: ${issue?.message ?? ''}` };
  }
}
