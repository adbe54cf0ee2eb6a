type Calls = Record<string, (...args: never[]) => unknown>;
/** What one side answers; a call that it does not answer is refused by name. */
type Answers = Partial<Calls>;

type Message =
  | { readonly link: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly link: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly link: 'failure'; readonly id: number; readonly message: string };

/** One end of a fork channel: a child process or, in the child, the process itself. */
export interface LinkEnd {
  send(message: Message): void;
  onMessage(receive: (message: unknown) => void): void;
}

export interface Link<Theirs extends Calls> {
  /** Calls the other side and answers what it returned, or rejects with its error's message. */
  call<N extends keyof Theirs & string>(
    name: N,
    ...args: Parameters<Theirs[N]>
  ): Promise<Awaited<ReturnType<Theirs[N]>>>;
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'link' in value && 'id' in value;

/** Calls in both directions over one ordered channel; `mine` is what the other side may call. */
export function createLink<Theirs extends Calls>(end: LinkEnd, mine: Answers): Link<Theirs> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let count = 0;

  async function run({ id, name, args }: Extract<Message, { link: 'call' }>): Promise<void> {
    try {
      const own = mine[name];
      if (!own) throw new Error(`[browser-host] nobody answers ${name}`);
      // Both sides are built from the same declaration of the calls, so the arguments are of the declared types.
      end.send({ link: 'answer', id, value: await own(...(args as never[])) });
    } catch (error) {
      end.send({ link: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  end.onMessage((message) => {
    if (!isMessage(message)) return;
    if (message.link === 'call') return void run(message);
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.link === 'answer') caller?.resolve(message.value);
    else caller?.reject(new Error(message.message));
  });

  return {
    call(name, ...args) {
      const answer = Promise.withResolvers<unknown>();
      count += 1;
      waiting.set(count, answer);
      end.send({ link: 'call', id: count, name, args });
      // The other side answers with what its declaration says.
      return answer.promise as never;
    },
  };
}
