import type { NoticeTone } from './notice';

export interface ToastContent {
  readonly tone: NoticeTone;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** How long it stays; 10 s unless told. Errors stay until dismissed. */
  readonly timeoutMs?: number;
}

export interface Toast extends ToastContent {
  readonly id: number;
}

export interface ToastQueue {
  readonly add: (content: ToastContent) => number;
  readonly dismiss: (id: number) => void;
  /** Stops all clocks while the user reads, and starts them afresh. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly current: () => readonly Toast[];
}

/** The part of the platform's timers the queue uses; tests pass their own. */
export interface Timers {
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (id: number) => void;
}

const windowTimers: Timers = {
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (id) => window.clearTimeout(id),
};

const defaultTimeoutMs = 10_000;
const mostToasts = 4;

/** Short messages that come and go. The oldest gives way when there are too many. */
export function createToastQueue(timers: Timers = windowTimers): ToastQueue {
  let toasts: readonly Toast[] = [];
  let lastId = 0;
  const clocks = new Map<number, number>();
  const listeners = new Set<() => void>();

  const change = (next: readonly Toast[]): void => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  const stop = (id: number): void => {
    const clock = clocks.get(id);
    if (clock !== undefined) timers.clear(clock);
    clocks.delete(id);
  };
  const dismiss = (id: number): void => {
    stop(id);
    if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id));
  };
  const start = (toast: Toast): void => {
    if (toast.tone === 'error' && toast.timeoutMs === undefined) return;
    clocks.set(
      toast.id,
      timers.set(() => dismiss(toast.id), toast.timeoutMs ?? defaultTimeoutMs),
    );
  };

  return {
    add(content) {
      const toast = { ...content, id: (lastId += 1) };
      const dropped = toasts.slice(0, Math.max(0, toasts.length + 1 - mostToasts));
      for (const old of dropped) stop(old.id);
      change([...toasts.slice(dropped.length), toast]);
      start(toast);
      return toast.id;
    },
    dismiss,
    hold: () => toasts.forEach((toast) => stop(toast.id)),
    release() {
      for (const toast of toasts) {
        stop(toast.id);
        start(toast);
      }
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    current: () => toasts,
  };
}
