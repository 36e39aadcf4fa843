/** How much of a file is taken in before reading stops with an error. Everything a stranger can upload passes these. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes that all parts of a zip may unpack to. */
  unpackedBytes: number;
  /** Bytes of one XML part. */
  xmlBytes: number;
  /** Unpacked size over packed size of one part, judged only above `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
  pages: number;
  /** Milliseconds of processor time, progress or not, for everything but what is slow by nature (`ReadContext.slow`). */
  workMilliseconds: number;
  /** Milliseconds on the wall for the same: what waits for ever ends, and the largest file is read while five others are. */
  waitMilliseconds: number;
  /** Milliseconds without a sign of life in work that is slow by nature: an old computer looks at a page of a scan for ten seconds. */
  idleMilliseconds: number;
  /** Milliseconds in all, progress or not. */
  totalMilliseconds: number;
  memoryMegabytes: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 200 * MEGABYTE,
  unpackedBytes: 256 * MEGABYTE,
  xmlBytes: 48 * MEGABYTE,
  ratio: 200,
  ratioFromBytes: 4 * MEGABYTE,
  pages: 500,
  workMilliseconds: 8_000,
  waitMilliseconds: 60_000,
  idleMilliseconds: 30_000,
  totalMilliseconds: 15 * 60_000,
  memoryMegabytes: 512,
};

export interface Progress {
  step: 'open' | 'page' | 'recognise' | 'convert';
  /** How many of `total` are done; both 0 when they cannot be counted. */
  done: number;
  total: number;
}

export interface ReadOptions {
  onProgress?: (progress: Progress) => void;
  /** Told when work that is slow by nature begins and ends. */
  onSlow?: (slow: boolean) => void;
  signal?: AbortSignal;
  limits?: Partial<ReadLimits>;
  /** The bytes are needed by nobody else and may be used up: a copy of a scan of sixty megabytes is memory that its pages want. */
  ownBytes?: boolean;
}

/** What a reader of one format is given. */
export interface ReadContext {
  limits: ReadLimits;
  progress: (progress: Progress) => void;
  /** For work that is slow by nature and gives signs of life: recognition of pictures, conversion by another program. */
  slow: <T>(work: () => Promise<T>) => Promise<T>;
  signal: AbortSignal | undefined;
  /** See `ReadOptions`. */
  ownBytes: boolean;
}

export function readContext(options: ReadOptions = {}): ReadContext {
  return {
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    progress: options.onProgress ?? (() => {}),
    slow: async (work) => {
      options.onSlow?.(true);
      try {
        return await work();
      } finally {
        options.onSlow?.(false);
      }
    },
    signal: options.signal,
    ownBytes: options.ownBytes ?? false,
  };
}
