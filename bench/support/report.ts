/** Benchmarks report ratios that were measured in one run, since machines differ and are noisy. */

/** Prints one line and remembers a miss: the process then ends with exit code 1. */
export function reportRatio(
  name: string,
  ratio: number,
  bound: { atLeast?: number; atMost?: number },
  detail = '',
): void {
  const { atLeast = -Infinity, atMost = Infinity } = bound;
  const met = ratio >= atLeast && ratio <= atMost;
  const wanted = bound.atLeast === undefined ? `at most ${bound.atMost}` : `at least ${bound.atLeast}`;
  process.stdout.write(
    `${met ? 'ok  ' : 'MISS'} ${name}: ${ratio.toFixed(2)} (${wanted})${detail && ` · ${detail}`}\n`,
  );
  if (!met) process.exitCode = 1;
}

/** A bound in absolute time, for what a person waits for. */
export function reportMilliseconds(name: string, taken: number, atMost: number): void {
  const met = taken <= atMost;
  process.stdout.write(`${met ? 'ok  ' : 'MISS'} ${name}: ${taken.toFixed(1)} ms (at most ${atMost} ms)\n`);
  if (!met) process.exitCode = 1;
}

/** Milliseconds of the median of `times` runs after `warm` runs that do not count. */
export async function medianOf(work: () => unknown, times = 7, warm = 2): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < warm + times; run++) {
    const start = performance.now();
    await work();
    if (run >= warm) taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)]!;
}

/** Calls per second of `work` with `connections` callers at once for `milliseconds`. `work` is given the caller's number. */
export async function perSecond(
  connections: number,
  milliseconds: number,
  work: (caller: number) => Promise<unknown>,
): Promise<number> {
  const end = performance.now() + milliseconds;
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, caller) => {
      while (performance.now() < end) {
        await work(caller);
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
}

/** Two kinds of work in turns, so that a noisy moment meets both; medians of each. One more round before them only warms up. */
export async function inTurns(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<[number, number]> {
  const results: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const rates = [await a(), await b()] as const;
    if (round === 0) continue;
    results[0].push(rates[0]);
    results[1].push(rates[1]);
  }
  const median = (values: number[]) => values.sort((x, y) => x - y)[Math.floor(values.length / 2)]!;
  return [median(results[0]), median(results[1])];
}
