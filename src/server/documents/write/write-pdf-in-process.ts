import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PrintModel } from '#core/documents/layout/print-model.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { residentMegabytes } from '#server/platform/resident-megabytes.ts';
import type { PdfOptions } from './write-pdf.ts';

export interface ToPdfProcess {
  model: PrintModel;
  now: Date;
  pdfA: boolean;
}

export type FromPdfProcess = { kind: 'pdf'; bytes: Uint8Array } | { kind: 'failed'; reason: string };

export interface PdfProcessLimits {
  /** For one document, from when it begins. */
  milliseconds: number;
  /** Resident memory of the process; more ends it. */
  memoryMegabytes: number;
  /** After so long without work the process ends and gives its memory back. */
  idleMilliseconds: number;
}

const LIMITS: PdfProcessLimits = { milliseconds: 60_000, memoryMegabytes: 1_024, idleMilliseconds: 10 * 60_000 };
/** How often its memory is looked at, in milliseconds. */
const LOOK = 200;
const PROGRAM = fileURLToPath(new URL('./pdf-process.ts', import.meta.url));

/**
 * Writes PDF in one process of its own, whose compiler and fonts stay warm: a fault inside the typesetter, which would end this
 * process with everybody's requests, ends that one. One document at a time, in the order asked for; the process starts with the
 * first and anew when it has died.
 */
export class PdfProcess {
  readonly #limits: PdfProcessLimits;
  readonly #program: string;
  #child: ChildProcess | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | null = null;

  constructor(limits: Partial<PdfProcessLimits> = {}, program = PROGRAM) {
    this.#limits = { ...LIMITS, ...limits };
    this.#program = program;
  }

  /** Errors: `document.writer-failed`, `document.writer-timeout`, `document.writer-out-of-memory`. */
  write(model: PrintModel, { now, pdfA = false }: PdfOptions): Promise<Uint8Array> {
    const result = this.#last.then(() => this.#converse({ model, now, pdfA }));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Ends the process; the next document starts another. */
  stop(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #converse(request: ToPdfProcess): Promise<Uint8Array> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    hold(child, true);
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(limit);
        clearInterval(look);
        child.off('message', answered).off('exit', died).off('error', died);
        if (this.#child === child) this.#rest(child);
        finish();
      };
      const fail = (error: AppError) => settle(() => reject(error));
      const answered = (message: FromPdfProcess): void => {
        if (message.kind === 'pdf') settle(() => resolve(message.bytes));
        else fail(new AppError('document.writer-failed', { reason: message.reason }));
      };
      const died = (why: unknown, signal?: unknown): void => {
        this.#child = null;
        fail(new AppError('document.writer-failed', { reason: `the process ended (${String(signal ?? why)})` }));
      };
      const limit = setTimeout(() => {
        this.stop();
        fail(new AppError('document.writer-timeout', { seconds: Math.round(this.#limits.milliseconds / 1000) }));
      }, this.#limits.milliseconds);
      const look = setInterval(() => {
        if (residentMegabytes(child.pid) <= this.#limits.memoryMegabytes) return;
        this.stop();
        fail(new AppError('document.writer-out-of-memory', { limit: this.#limits.memoryMegabytes }));
      }, LOOK);
      child.on('message', answered).once('exit', died).once('error', died);
      child.send(request, (error) => {
        if (error !== null) died(error.message);
      });
    });
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Switches of this process (debugger, test loader) and its secrets stay here.
      execArgv: [],
      ...(process.platform === 'win32' ? {} : { env: { PATH: '/usr/local/bin:/usr/bin:/bin' } }),
    });
    // It may die while nobody waits for it.
    child.on('error', () => this.#forget(child)).on('exit', () => this.#forget(child));
    return child;
  }

  #forget(child: ChildProcess): void {
    if (this.#child === child) this.#child = null;
  }

  /** A program that has nothing else to do may end; a quiet server gets the memory back. */
  #rest(child: ChildProcess): void {
    hold(child, false);
    // What many documents leave behind is no fault of the next one.
    if (residentMegabytes(child.pid) > this.#limits.memoryMegabytes / 2) return this.stop();
    this.#idle = setTimeout(() => this.stop(), this.#limits.idleMilliseconds);
    this.#idle.unref();
  }
}

function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

const shared = new PdfProcess();

/** `writePdf` in the process that all requests share. Errors: those of `PdfProcess.write`. */
export function writePdfInProcess(model: PrintModel, options: PdfOptions): Promise<Uint8Array> {
  return shared.write(model, options);
}
