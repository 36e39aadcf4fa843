/** Milliseconds for which somebody stays at a place before the others are told. */
const SETTLE = 400;

/** Tells the others where in the plan this window is: at a row, or at a part around the table. */
export class PlaceTeller {
  readonly #planId: string;
  #visitorId: string | null = null;
  #told: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(planId: string) {
    this.#planId = planId;
  }

  /** The server knows this window by a name now; where it was before is told again. */
  hello({ visitorId }: { visitorId: string }): void {
    this.#visitorId = visitorId;
    const at = this.#told;
    this.#told = null;
    if (at !== null) this.at(at);
  }

  /** Nothing is heard any more. */
  silent(): void {
    this.#visitorId = null;
  }

  at(place: string): void {
    if (place === this.#told) return;
    this.#told = place;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(place), SETTLE);
  }

  async #tell(item: string): Promise<void> {
    if (this.#visitorId === null) return;
    await fetch(`/plans/${this.#planId}/live`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ visitor: this.#visitorId, item }),
    }).catch(() => {
      // Where one is matters to the others only while it is so.
    });
  }
}
