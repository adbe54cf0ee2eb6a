/** What the keyboard or a menu can ask of the page in front, without knowing it. */
export type PageCommand =
  | 'focus-search'
  | 'focus-table'
  | 'edit-link'
  | 'select-all'
  | 'escape'
  | 'refresh'
  | 'open-views'
  | 'open-filters'
  | 'show-links'
  | 'show-jobs'
  | 'show-connections'
  | 'show-audit';

export interface Commands {
  run(command: PageCommand): void;
  /** The page in front answers; the returned function ends that. */
  answer(listener: (command: PageCommand) => void): () => void;
}

export function createCommands(): Commands {
  const listeners = new Set<(command: PageCommand) => void>();
  return {
    run: (command) => listeners.forEach((listener) => listener(command)),
    answer: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
