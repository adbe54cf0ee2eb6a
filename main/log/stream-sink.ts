import type { LogSink } from './logger';

/** Writes lines to a stream such as stderr, for development. */
export function createStreamSink(stream: { write: (text: string) => unknown }): LogSink {
  return { write: (line) => void stream.write(line), close: () => Promise.resolve() };
}
