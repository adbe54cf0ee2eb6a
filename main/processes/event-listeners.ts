type Listener = (payload: unknown) => void;

/** Who listens to which event. */
export class EventListeners {
  readonly #byEvent = new Map<string, Set<Listener>>();

  /** Adds a listener, the same one as often as asked; answers the function that removes this addition. */
  add(event: string, listener: Listener): () => void {
    const own: Listener = (payload) => listener(payload);
    const known = this.#byEvent.get(event) ?? new Set();
    this.#byEvent.set(event, known.add(own));
    return () => void known.delete(own);
  }

  tell(event: string, payload: unknown): void {
    for (const listener of [...(this.#byEvent.get(event) ?? [])]) listener(payload);
  }
}
