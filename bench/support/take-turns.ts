/**
 * Medians, in milliseconds, of several kinds of work done in turns in this process, so that a noisy moment meets all of them. Each
 * is told the round; the first `warm` rounds do not count.
 */
export async function takeTurns<Name extends string>(
  rounds: number,
  works: Record<Name, (round: number) => unknown>,
  warm = 2,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warm + rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await works[name](round);
      if (round >= warm) taken.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name)!)])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
