import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { answerCall, type EnvelopeContext, type Serve } from './envelope';

export interface RouterOptions extends EnvelopeContext {
  /** Whether a call comes from the main frame of one of our own windows, showing one of our own pages. */
  readonly isOurWindow: (event: IpcMainInvokeEvent) => boolean;
}

/** The only place that touches ipcMain: every channel goes sender, parse, run, envelope. */
export function createRouter(options: RouterOptions): Serve {
  return (name, run) => {
    ipcMain.handle(name, (event, raw: unknown) =>
      answerCall({ name, raw, isTrusted: options.isOurWindow(event) }, run, options),
    );
  };
}
